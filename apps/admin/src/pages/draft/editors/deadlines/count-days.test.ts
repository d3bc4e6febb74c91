import { readFileSync } from "node:fs";
import type { CalendarDocument } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { countDays, monthsOf, withDayTurned } from "./count-days.ts";

const file = new URL("../../../../../../../rules/calendars/cn.json", import.meta.url);
const CN = JSON.parse(readFileSync(file, "utf8")) as CalendarDocument;

describe("counting days", () => {
  it("passes over a holiday, and says of each day what it is", () => {
    const count = countDays({ calendar: CN, from: "2026-09-29", count: 3, unit: "working-days" });
    expect(count?.due).toBe("2026-10-09");
    expect(count?.days.map(({ day, kind, number }) => [day.slice(5), kind, number])).toEqual([
      ["09-29", "start", undefined],
      ["09-30", "counted", 1],
      ["10-01", "holiday", undefined],
      ["10-02", "holiday", undefined],
      ["10-03", "weekend", undefined],
      ["10-04", "weekend", undefined],
      ["10-05", "holiday", undefined],
      ["10-06", "holiday", undefined],
      ["10-07", "holiday", undefined],
      ["10-08", "counted", 2],
      ["10-09", "counted", 3],
    ]);
  });

  it("counts a make-up day, and every day where calendar days are counted", () => {
    const working = countDays({ calendar: CN, from: "2026-10-09", count: 1, unit: "working-days" });
    expect(working?.days.at(-1)).toEqual({ day: "2026-10-10", kind: "makeUp", number: 1 });
    const all = countDays({ calendar: CN, from: "2026-10-01", count: 7, unit: "calendar-days" });
    expect(all?.due).toBe("2026-10-08");
    expect(all?.days.every(({ kind }) => kind === "start" || kind === "counted")).toBe(true);
  });

  it("is provisional beyond what the calendar knows, and none for what is no count", () => {
    const far = countDays({ calendar: CN, from: "2026-12-30", count: 3, unit: "working-days" });
    expect(far?.isProvisional).toBe(true);
    for (const count of [-1, 0.5, 10_001])
      expect(countDays({ calendar: CN, from: "2026-01-01", count, unit: "working-days" })).toBeUndefined();
    expect(countDays({ calendar: CN, from: "2026-02-30", count: 1, unit: "working-days" })).toBeUndefined();
  });

  it("comes to another day where a day is off or worked that was not", () => {
    const due = (calendar: CalendarDocument) =>
      countDays({ calendar, from: "2026-09-29", count: 3, unit: "working-days" })?.due;
    const off = withDayTurned(CN, "2026-10-08");
    expect(due(off)).toBe("2026-10-10");
    expect(due(withDayTurned(CN, "2026-10-03"))).toBe("2026-10-08");
    expect(withDayTurned(off, "2026-10-08")).toEqual(CN);
  });

  it("names each month it goes through once", () => {
    const days = countDays({ calendar: CN, from: "2026-09-29", count: 3, unit: "working-days" })?.days ?? [];
    expect(monthsOf(days)).toEqual(["2026-09", "2026-10"]);
  });
});
