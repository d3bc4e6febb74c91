import {
  type DayTrouble,
  type LocalizedText,
  type WrittenDay,
  foldWidth,
  formatInstant,
  instantOn,
  parseDay,
  parseInstant,
  readWrittenDay,
} from "@evenhand/domain";
import { type SheetCell, shownText } from "../../read/sheet.ts";
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

const TIME = /^(\d{1,2})(?::|时|点)(?:(\d{1,2})(?:(?::|分)(?:(\d{1,2})(?:\.0{1,9})?秒?)?)?)?$/;

/**
 * A day as people write it, as `YYYY-MM-DD`: `2026-07-06`, `2026/7/6`, `2026.7.6`, `2026年7月6日`, `20260706`, `6 Jul 2026`,
 * or a day of the spreadsheet. A time on the clock behind it is passed over, since the day is the same; one with an offset
 * is not. `01/02/2026` is refused: it is another day in another country.
 */
export function readDay(cell: SheetCell): Read<string> {
  const written = dayIn(cell);
  if ("trouble" in written) return unread(cell, written.trouble, A_DAY);
  const isClear = written.rest === "" || clockOf(written.rest) !== undefined;
  return isClear ? { value: written.day } : unread(cell, "no-day", A_DAY);
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
  const written = dayIn(cell);
  if ("trouble" in written) return unread(cell, written.trouble, A_MOMENT);
  if (written.rest === "") {
    return unclear(cell, "not-a-date", { en: "has no time of day", zh: "没有时间" }, INSTANT_HELP);
  }
  const clock = clockOf(written.rest);
  if (clock === undefined) return unread(cell, "no-day", A_MOMENT);
  // INVARIANT: what is read as a day is one that exists.
  const day = parseDay(written.day) ?? 0;
  const ms = instantOn(day, clock.slice(0, 5), timeZone) + Number(clock.slice(6)) * 1000;
  return shownOnce(`${written.day}T${clock}`, ms, timeZone)
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

/** The day that a cell begins with; only texts, numbers and days of the spreadsheet have one. */
function dayIn(cell: SheetCell): WrittenDay {
  const mayBeDay = cell.kind === "text" || cell.kind === "date" || cell.kind === "number";
  return mayBeDay ? readWrittenDay(cell.text) : { trouble: "no-day" };
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

type Wanted = { readonly what: LocalizedText; readonly help: LocalizedText };

const A_DAY: Wanted = { what: { en: "written as a date", zh: "日期" }, help: DAY_HELP };
const A_MOMENT: Wanted = { what: { en: "written as a day and time", zh: "日期和时间" }, help: INSTANT_HELP };

function unread(cell: SheetCell, trouble: DayTrouble, wanted: Wanted): Read<string> {
  switch (trouble) {
    case "no-day":
      return notA(cell, wanted.what, wanted.help);
    case "other-order":
      return unclear(
        cell,
        "not-a-date",
        { en: "could have its day first or its month first", zh: "无法确定是日在前还是月在前" },
        DAY_HELP,
      );
    case "no-such-day":
      return unclear(
        cell,
        "not-a-date",
        { en: "is no day that exists", zh: "不是真实存在的日期" },
        NO_SUCH_DAY,
      );
  }
}
