import { formatInstant, instantOn, parseDay, parseInstant } from "@evenhand/domain";
import { type SheetCell, shownText } from "../../read/sheet.ts";
import { foldWidth } from "../fold.ts";
import { type Read, notA, unclear } from "./reading.ts";

const DAY_HELP = {
  en: "write the year first, as `2026-07-06`, `2026/7/6` or `2026年7月6日`",
  zh: "请先写年份，如`2026-07-06`、`2026/7/6`或`2026年7月6日`",
};
const NO_SUCH_DAY = {
  en: "the calendar has no such day; look at month and day again",
  zh: "没有这一天，请核对月份和日期",
};
const INSTANT_HELP = {
  en: "write day and time, as `2026-07-06 09:30` or `2026年7月6日9时30分`",
  zh: "请写明日期和时间，如`2026-07-06 09:30`或`2026年7月6日9时30分`",
};

/** Year, month and day, the separators alike; behind them a time or nothing. */
const DAY =
  /^(?:(\d{4})([-/.])(\d{1,2})\2(\d{1,2})|(\d{4})年(\d{1,2})月(\d{1,2})[日号]|(\d{4})(\d\d)(\d\d))(?:[ tT]*(\S.*))?$/;
const TIME = /^(\d{1,2})(?::|时|点)(?:(\d{1,2})(?:(?::|分)(?:(\d{1,2})(?:\.0{1,9})?秒?)?)?)?$/;
/** Three numbers of which the year is not the first: day, month and year stand in an order that differs by country. */
const OTHER_ORDER = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b/;

/**
 * A day as people write it, as `YYYY-MM-DD`: `2026-07-06`, `2026/7/6`, `2026.7.6`, `2026年7月6日`, `20260706`, or a day of
 * the spreadsheet. A time on the clock behind it is passed over, since the day is the same; one with an offset is not.
 * `01/02/2026` is refused: it is another day in another country.
 */
export function readDay(cell: SheetCell): Read<string> {
  const parts = partsOf(cell);
  if (parts === undefined) return notADay(cell);
  if (parts.time !== undefined && clockOf(parts.time) === undefined) return notADay(cell);
  return parseDay(parts.day) === undefined ? noSuchDay(cell) : { value: parts.day };
}

/**
 * A moment as people write it, in RFC 3339: with an offset as it stands, without one on the clocks of the time zone. A
 * day alone is refused, and so is a time that those clocks do not show, or show twice.
 *
 * `2026-07-06 9:30` in Asia/Shanghai is `2026-07-06T09:30:00+08:00`.
 */
export function readMoment(cell: SheetCell, timeZone: string): Read<string> {
  const exact = parseInstant(
    foldWidth(shownText(cell))
      .trim()
      .replace(/^(\S{10}) /, "$1T"),
  );
  if (cell.kind === "text" && exact !== undefined) return { value: formatInstant(exact, timeZone) };
  const parts = partsOf(cell);
  if (parts === undefined) return notAMoment(cell);
  const day = parseDay(parts.day);
  if (day === undefined) return noSuchDay(cell);
  if (parts.time === undefined) {
    return unclear(cell, "not-a-date", { en: "has no time of day", zh: "没有时间" }, INSTANT_HELP);
  }
  const clock = clockOf(parts.time);
  if (clock === undefined) return notAMoment(cell);
  const ms = instantOn(day, clock.slice(0, 5), timeZone) + Number(clock.slice(6)) * 1000;
  return shownOnce(`${parts.day}T${clock}`, ms, timeZone)
    ? { value: formatInstant(ms, timeZone) }
    : unclear(
        cell,
        "not-a-date",
        {
          en: `is a time that the clocks in ${timeZone} skip or show twice`,
          zh: `是${timeZone}时钟跳过或重复的时间`,
        },
        {
          en: "write it with its offset, as `2026-07-06T09:30:00+02:00`",
          zh: "请带上时区，如`2026-07-06T09:30:00+02:00`",
        },
      );
}

/** The day and what stands behind it; `undefined` where there is no day of a clear order. */
function partsOf(cell: SheetCell): { readonly day: string; readonly time: string | undefined } | undefined {
  if (cell.kind !== "text" && cell.kind !== "date" && cell.kind !== "number") return undefined;
  const match = DAY.exec(foldWidth(cell.text).trim());
  if (!match) return undefined;
  const [year, month, day] = [
    match[1] ?? match[5] ?? match[8],
    match[3] ?? match[6] ?? match[9],
    match[4] ?? match[7] ?? match[10],
  ];
  return { day: `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`, time: match[11] };
}

/** `HH:MM:SS`; `undefined` for what is no time of day. */
function clockOf(text: string): string | undefined {
  const match = TIME.exec(text.trim());
  if (!match) return undefined;
  const numbers = [match[1], match[2] ?? "0", match[3] ?? "0"].map(Number);
  const [hours = 24, minutes = 60, seconds = 60] = numbers;
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  return numbers.map((number) => String(number).padStart(2, "0")).join(":");
}

/** Clocks are put back by half an hour, an hour or two; a time they show twice is shown again that much later. */
function shownOnce(clockTime: string, ms: number, timeZone: string): boolean {
  const shownAt = (moment: number): string => formatInstant(moment, timeZone).slice(0, clockTime.length);
  return (
    shownAt(ms) === clockTime && [0.5, 1, 2].every((hours) => shownAt(ms + hours * 3_600_000) !== clockTime)
  );
}

function notADay(cell: SheetCell): Read<string> {
  if (cell.kind === "text" && OTHER_ORDER.test(foldWidth(cell.text).trim())) return otherOrder(cell);
  return notA(cell, { en: "written as a date", zh: "日期" }, DAY_HELP);
}

function notAMoment(cell: SheetCell): Read<string> {
  if (cell.kind === "text" && OTHER_ORDER.test(foldWidth(cell.text).trim())) return otherOrder(cell);
  return notA(cell, { en: "written as a day and time", zh: "日期和时间" }, INSTANT_HELP);
}

function otherOrder(cell: SheetCell): Read<string> {
  return unclear(
    cell,
    "not-a-date",
    { en: "could have its day first or its month first", zh: "无法确定是日在前还是月在前" },
    DAY_HELP,
  );
}

function noSuchDay(cell: SheetCell): Read<string> {
  return unclear(cell, "not-a-date", { en: "is no day that exists", zh: "不是真实存在的日期" }, NO_SUCH_DAY);
}
