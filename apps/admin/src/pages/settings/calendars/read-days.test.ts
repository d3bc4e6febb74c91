import { describe, expect, it } from "vitest";
import { readDays } from "./read-days.ts";

describe("a list of days of a year", () => {
  it("is read as people write it: with words for work and rest, spans, either order of words", () => {
    const text = `
      2027-01-01 元旦放假
      2027年1月3日（星期日）上班
      10月1日至7日 国庆节放假调休
      2027/10/9, make-up
      2027-05-03 – 2027-05-05, holiday
    `;
    expect(readDays(text, 2027)).toEqual({
      holidays: [
        "2027-01-01",
        "2027-05-03",
        "2027-05-04",
        "2027-05-05",
        "2027-10-01",
        "2027-10-04",
        "2027-10-05",
        "2027-10-06",
        "2027-10-07",
      ],
      makeUpDays: ["2027-01-03", "2027-10-09"],
      problems: [],
      // Off at a weekend without being listed.
      needless: ["2027-10-02", "2027-10-03"],
    });
  });

  it("is read as JSON of a calendar, and of a list with a word for each day", () => {
    const wanted = { holidays: ["2027-01-01"], makeUpDays: ["2027-01-03"], problems: [], needless: [] };
    const ours = { holidays: ["2027-01-01"], makeUpDays: ["2027-01-03"] };
    const days = [
      { name: "元旦", date: "2027-01-01", isOffDay: true },
      { name: "元旦", date: "2027-01-03", isOffDay: false },
    ];
    for (const json of [ours, { hash: "…", document: ours }, { days }, days])
      expect(readDays(JSON.stringify(json), 2027)).toEqual(wanted);
  });

  it("takes a weekday that is listed without a word for a holiday, and asks of a weekend which it is", () => {
    expect(readDays("2027-01-01\n2027-01-02", 2027)).toMatchObject({
      holidays: ["2027-01-01"],
      problems: [{ line: 2, text: "2027-01-02", trouble: "which-kind" }],
    });
  });

  it("says of each line what is wrong with it", () => {
    const text =
      "nothing\n2026-01-01 off\n2027-10-07 至 2027-10-01 放假\n2027-01-04 off\n2027-01-04 work\n2027-02-30 off";
    expect(readDays(text, 2027).problems.map(({ line, trouble }) => [line, trouble])).toEqual([
      [1, "no-day"],
      [2, "other-year"],
      [3, "ends-before"],
      [5, "twice"],
      [6, "no-day"],
    ]);
  });
});
