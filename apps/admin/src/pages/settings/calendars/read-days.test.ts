import { readFileSync } from "node:fs";
import type { CalendarDocument } from "@evenhand/domain";
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

  it("is asked of each day whether it is off or worked, where nothing or both is said", () => {
    const text = "2027-01-01\n1月1日放假，1月3日上班\n1月1日不上班\n2027-01-04 国庆节调休上班";
    expect(readDays(text, 2027).problems.map(({ line, trouble }) => [line, trouble])).toEqual([
      [1, "which-kind"],
      [2, "which-kind"],
      [3, "which-kind"],
    ]);
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

  it("is never read in part: numbers that are no day, joins and counts that do not fit are named", () => {
    const unclear = [
      "1月4日起3天放假",
      "1月4日调到1月6日上班",
      "1月4日、Jan 5 放假",
      "1月4日至5日至6日放假",
      "20270104、1月5日放假",
    ];
    const { problems, ...rest } = readDays(unclear.join("\n"), 2027);
    expect(problems.map(({ line, trouble }) => [line, trouble])).toEqual(
      unclear.map((_, index) => [index + 1, "unclear"]),
    );
    expect(rest).toEqual({ holidays: [], makeUpDays: [], needless: [] });
  });
});

describe("an announcement of a year", () => {
  it("has a span only where two days are joined, and otherwise days by themselves", () => {
    expect(readDays("2月14日（周六）、2月28日（周六）上班", 2026)).toEqual({
      holidays: [],
      makeUpDays: ["2026-02-14", "2026-02-28"],
      problems: [],
      needless: [],
    });
    const days = ["2027-10-01", "2027-10-04", "2027-10-05", "2027-10-06", "2027-10-07"];
    for (const span of [
      "10月1日—7日",
      "10月1-7日",
      "10/1~10/7",
      "2027-10-01 to 2027-10-07",
      "2. 10月1日－10月7日",
    ])
      expect(readDays(`${span} 放假`, 2027)).toMatchObject({ holidays: days, problems: [] });
    expect(readDays("1月5日、6日和8日，1月11日至13日放假", 2027).holidays).toEqual([
      "2027-01-05",
      "2027-01-06",
      "2027-01-08",
      "2027-01-11",
      "2027-01-12",
      "2027-01-13",
    ]);
  });

  it("says in one line what is off and, after the full stop, what is worked", () => {
    expect(readDays("1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班", 2026)).toEqual({
      holidays: ["2026-01-01", "2026-01-02"],
      makeUpDays: ["2026-01-04"],
      problems: [],
      needless: ["2026-01-03"],
    });
  });

  it("is read in its whole wording; what is around its days is named line by line", () => {
    const { holidays, makeUpDays, problems } = readDays(NOTICE, 2026);
    const file = new URL("../../../../../../rules/calendars/cn.json", import.meta.url);
    const calendar = JSON.parse(readFileSync(file, "utf8")) as CalendarDocument;
    const ofYear = (day: string): boolean => day.startsWith("2026");
    expect(holidays).toEqual(calendar.holidays.filter(ofYear));
    expect(makeUpDays).toEqual(calendar.makeUpDays.filter(ofYear));
    expect(problems.map(({ line, trouble }) => [line, trouble])).toEqual([
      [1, "no-day"],
      [2, "no-day"],
      [3, "no-day"],
      [11, "no-day"],
      [12, "other-year"],
    ]);
  });
});

const NOTICE = `关于2026年部分节假日安排的通知
各有关单位：
　　现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
　　一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
　　二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
　　三、清明节：4月4日（周六）至6日（周一）放假，共3天。
　　四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
　　五、端午节：6月19日（周五）至21日（周日）放假，共3天。
　　六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
　　七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
　　节假日期间，各单位要妥善安排好值班和安全保卫工作。
2025年11月4日`;
