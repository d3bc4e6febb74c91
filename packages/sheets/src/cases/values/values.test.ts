import {
  type FactDeclaration,
  type FactType,
  type FactValue,
  formatInstant,
  formatMinor,
} from "@evenhand/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SheetCell } from "../../read/sheet.ts";
import { SAMPLE_POLICY } from "../sample-policies.ts";
import type { HeaderUnit } from "../unit.ts";
import { readAmount } from "./amount.ts";
import { readFactValue } from "./fact-value.ts";
import { readDay, readMoment } from "./moment.ts";
import type { Read } from "./reading.ts";

const SETTING = { currency: "CNY", timeZone: "Asia/Shanghai" };
const LABEL = { en: "fact", zh: "事实" };

const text = (shown: string): SheetCell => ({ kind: "text", text: shown });
const number = (shown: string): SheetCell => ({ kind: "number", text: shown });
const date = (shown: string): SheetCell => ({ kind: "date", text: shown });

function valueOf(read: Read): FactValue | string {
  return "value" in read ? read.value : `${read.complaint.code}: ${read.complaint.en}`;
}

function read(
  type: FactType,
  cell: SheetCell,
  declaration: Partial<FactDeclaration> = {},
  unit?: HeaderUnit,
): FactValue | string {
  const column = { declaration: { type, label: LABEL, ...declaration }, ...(unit ? { unit } : {}) };
  return valueOf(readFactValue(cell, column, SETTING));
}

describe("an amount", () => {
  it.each([
    ["¥1,200.00", 120_000],
    ["￥1,200", 120_000],
    ["1200元", 120_000],
    ["1,200 元整", 120_000],
    ["RMB 1,200.5", 120_050],
    ["人民币1200", 120_000],
    ["１，２００．０５", 120_005],
    ["1.2万", 1_200_000],
    ["1.23456万元", 1_234_560],
    ["0.5千元", 50_000],
    ["0.01", 1],
    ["0", 0],
    ["1,000,000.00", 100_000_000],
  ])("written %j is %j fen", (written, minor) => {
    expect(read("money", text(written))).toBe(minor);
  });

  it.each(["1200", "1200.01", "0.1", "1100.3"])("as the number %s of a workbook is exact", (digits) => {
    expect(read("money", number(digits))).toBe(Math.round(Number(digits) * 100));
  });

  it.each([
    ["-100", "out-of-range: `-100` is below zero, and no amount of a case is"],
    ["(1,200.00)", "out-of-range: `(1,200.00)` is below zero, and no amount of a case is"],
    ["（100）", "out-of-range: `（100）` is below zero, and no amount of a case is"],
    ["¥-5", "out-of-range: `¥-5` is below zero, and no amount of a case is"],
    ["1.200", "wrong-type: `1.200` is not an amount of at most 2 decimal places"],
    ["1200.005", "wrong-type: `1200.005` is not an amount of at most 2 decimal places"],
    ["1,20,0", "wrong-type: `1,20,0` is not an amount"],
    ["1.200,00", "wrong-type: `1.200,00` is not an amount"],
    ["$100", "wrong-type: `$100` is not an amount"],
    ["100美元", "wrong-type: `100美元` is not an amount"],
    ["5角", "wrong-type: `5角` is not an amount"],
    ["壹仟", "wrong-type: `壹仟` is not an amount"],
    ["1e3", "wrong-type: `1e3` is not an amount"],
    ["10²", "wrong-type: `10²` is not an amount"],
    ["1200 1300", "wrong-type: `1200 1300` is not an amount"],
    ["约1200", "wrong-type: `约1200` is not an amount"],
    ["10000000001", "out-of-range: `10000000001` is not between 0.00 and 10,000,000,000.00"],
  ])("written %j is refused", (written, complaint) => {
    expect(read("money", text(written))).toBe(complaint);
  });

  it("is not a day, a truth or a formula that failed", () => {
    expect(read("money", date("2026-07-06"))).toBe("wrong-type: `2026-07-06` is not an amount");
    expect(read("money", { kind: "boolean", value: true })).toBe("wrong-type: `TRUE` is not an amount");
    expect(read("money", { kind: "error", text: "#N/A" })).toBe(
      "wrong-type: the formula in the cell gives `#N/A`",
    );
    expect(read("money", { kind: "error", text: "" })).toBe(
      "wrong-type: the formula in the cell was never worked out",
    );
  });

  it("takes its unit from the header, and must not contradict it", () => {
    const unit = { text: "万元", tens: 4, percent: false };
    expect(read("money", text("1.2"), {}, unit)).toBe(1_200_000);
    expect(read("money", number("1.2"), {}, unit)).toBe(1_200_000);
    expect(read("money", text("1.2万"), {}, unit)).toBe(1_200_000);
    expect(read("money", text("1200元"), {}, unit)).toBe(
      "wrong-type: `1200元` has another unit than its column, `万元`",
    );
  });

  it("has the decimals of the policy's currency", () => {
    const yen = (written: string): FactValue | string =>
      valueOf(readAmount(text(written), { currency: "JPY" }));
    expect(yen("¥4,000")).toBe(4_000);
    expect(yen("4000円")).toBe(4_000);
    expect(yen("4000.5")).toBe("wrong-type: `4000.5` is not an amount of at most 0 decimal places");
    expect(yen("4000元")).toBe("wrong-type: `4000元` is not an amount");
  });

  it("comes back from how the product writes it, to the fen", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (minor) => {
        expect(read("money", text(formatMinor(minor, "CNY")))).toBe(minor);
      }),
      { seed: 20_260_701, numRuns: 3_000 },
    );
  });
});

describe("a day", () => {
  it.each([
    "2026-07-06",
    "2026/7/6",
    "2026.7.6",
    "2026年7月6日",
    "2026年07月06号",
    "２０２６／７／６",
    "20260706",
    "6 Jul 2026",
    "2026-07-06 14:30:00",
    "2026/7/6 0:00",
  ])("may be written %j", (written) => {
    expect(read("date", text(written))).toBe("2026-07-06");
  });

  it("may be a day of the spreadsheet, or a number of eight digits", () => {
    expect(read("date", date("2026-07-06"))).toBe("2026-07-06");
    expect(read("date", date("2026-07-06T14:30:00"))).toBe("2026-07-06");
    expect(read("date", number("20260706"))).toBe("2026-07-06");
    expect(read("date", number("46209"))).toBe("wrong-type: `46209` is not written as a date");
  });

  it.each(["01/02/2026", "1-2-26", "13/02/2026", "6.7.2026"])(
    "in another order is refused: %j",
    (written) => {
      expect(read("date", text(written))).toBe(
        `not-a-date: \`${written}\` could have its day first or its month first`,
      );
    },
  );

  it.each(["2026-02-29", "2026/13/1", "20260732", "1899-12-31"])(
    "that does not exist is refused: %j",
    (written) => {
      expect(read("date", text(written))).toBe(`not-a-date: \`${written}\` is no day that exists`);
    },
  );

  it.each([
    "26年7月6日",
    "7月6日",
    "2026-07",
    "2026-7/6",
    "昨天",
    "2026-07-06T23:00:00Z",
    "2026-07-06 25:00",
  ])("that is none is refused: %j", (written) => {
    expect(valueOf(readDay(text(written)))).toBe(`wrong-type: \`${written}\` is not written as a date`);
  });
});

describe("a moment", () => {
  it.each([
    ["2026-07-06 09:30", "2026-07-06T09:30:00+08:00"],
    ["2026/7/6 9:30:05", "2026-07-06T09:30:05+08:00"],
    ["2026年7月6日9时30分", "2026-07-06T09:30:00+08:00"],
    ["2026年7月6日 9点", "2026-07-06T09:00:00+08:00"],
    ["2026-07-06T01:30:00Z", "2026-07-06T09:30:00+08:00"],
    ["2026-07-06 03:30:00+02:00", "2026-07-06T09:30:00+08:00"],
    ["2026-07-06 09:30:00.000", "2026-07-06T09:30:00+08:00"],
    ["２０２６－０７－０６　０９：３０", "2026-07-06T09:30:00+08:00"],
  ])("written %j is %j", (written, instant) => {
    expect(read("instant", text(written))).toBe(instant);
  });

  it("may be a time on the clocks of the spreadsheet", () => {
    expect(read("instant", date("2026-07-06T09:30:00"))).toBe("2026-07-06T09:30:00+08:00");
  });

  it("is not a day alone, whose midnight nobody wrote", () => {
    expect(read("instant", text("2026-07-06"))).toBe("not-a-date: `2026-07-06` has no time of day");
    expect(read("instant", date("2026-07-06"))).toBe("not-a-date: `2026-07-06` has no time of day");
  });

  it.each(["09:30", "2026-07-06 24:00", "2026-07-06 9:60", "2026-07-06 9:30 PM", "2026-07-06 09:30:00.5"])(
    "that is none is refused: %j",
    (written) => {
      expect(read("instant", text(written))).toBe(
        `wrong-type: \`${written}\` is not written as a day and time`,
      );
    },
  );

  it("needs its offset where the clocks skip it or show it twice", () => {
    const inParis = (written: string): FactValue | string =>
      valueOf(readMoment(text(written), "Europe/Paris"));
    const unclear = "is a time that the clocks in Europe/Paris skip or show twice";
    expect(inParis("2026-03-29 02:30")).toBe(`not-a-date: \`2026-03-29 02:30\` ${unclear}`);
    expect(inParis("2026-10-25 02:30")).toBe(`not-a-date: \`2026-10-25 02:30\` ${unclear}`);
    expect(inParis("2026-10-25 03:00")).toBe("2026-10-25T03:00:00+01:00");
    expect(inParis("2026-10-25 02:30:00+01:00")).toBe("2026-10-25T02:30:00+01:00");
  });

  it("comes back from how the product writes it, in any zone", () => {
    const zones = fc.constantFrom("Asia/Shanghai", "Europe/Paris", "America/New_York", "Australia/Lord_Howe");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), zones, (seconds, zone) => {
        const instant = formatInstant(seconds * 1000, zone);
        expect(valueOf(readMoment(text(instant), zone))).toBe(instant);
        // Without its offset it is that moment or refused, never another one.
        expect([instant, "not-a-date"]).toContain(
          String(valueOf(readMoment(text(instant.slice(0, 19)), zone))).replace(
            /^not-a-date: .*/,
            "not-a-date",
          ),
        );
      }),
      { seed: 20_260_701, numRuns: 2_000 },
    );
  });
});

describe("numbers", () => {
  it.each([
    ["integer", text("1,200"), 1_200],
    ["integer", text("－３"), -3],
    ["integer", number("3"), 3],
    ["integer", text("3.0"), "wrong-type: `3.0` is not a whole number"],
    ["integer", number("3.5"), "wrong-type: `3.5` is not a whole number"],
    ["integer", text("1 200"), "wrong-type: `1 200` is not a whole number"],
    ["integer", text("3件"), "wrong-type: `3件` is not a whole number"],
    ["integer", number("1.5e+21"), "wrong-type: `1.5e+21` is not a whole number"],
    ["decimal", text("1.25"), 1.25],
    ["decimal", number("0.000001"), 0.000001],
    ["decimal", text("0.0000001"), "wrong-type: `0.0000001` is not a number of at most six decimal places"],
    ["rate", text("50%"), 0.5],
    ["rate", text("５０％"), 0.5],
    ["rate", text("50 %"), 0.5],
    ["rate", text("0.5"), 0.5],
    ["rate", text("33.3333%"), 0.333333],
    ["rate", number("0.07"), 0.07],
    ["rate", text("1"), 1],
    ["rate", text("50"), "out-of-range: `50` is not between 0 and 1"],
    ["rate", text("120%"), "out-of-range: `120%` is not between 0 and 1"],
    ["rate", text("-5%"), "out-of-range: `-5%` is not between 0 and 1"],
    ["rate", text("五成"), "wrong-type: `五成` is not a rate"],
    ["rate", text("5‰"), "wrong-type: `5‰` is not a rate"],
  ] as const)("as %s, %j is %j", (type, cell, value) => {
    expect(read(type, cell)).toBe(value);
  });

  it("lie within what the policy allows", () => {
    expect(read("integer", text("0"), { minimum: 1 })).toBe("out-of-range: `0` is less than 1");
    expect(read("decimal", text("3"), { maximum: 2 })).toBe("out-of-range: `3` is more than 2");
    expect(read("integer", text("1000000001"))).toBe("out-of-range: `1000000001` is more than 1000000000");
  });

  it("need their sign as a percentage in a column that says so", () => {
    const unit = { text: "%", tens: 0, percent: true };
    expect(read("rate", text("50%"), {}, unit)).toBe(0.5);
    expect(read("rate", number("0"), {}, unit)).toBe(0);
    expect(read("rate", number("0.5"), {}, unit)).toBe(
      "wrong-type: `0.5` could be a rate or a percentage, since its column is called `%`",
    );
  });
});

describe("yes and no", () => {
  it.each(["是", "有", "Y", "yes", "true", "TRUE", "1", "√", "✓", "Ｙ"])(
    "yes may be written %j",
    (written) => {
      expect(read("boolean", text(written))).toBe(true);
    },
  );

  it.each(["否", "无", "N", "no", "False", "0", "×", "✗", "０"])("no may be written %j", (written) => {
    expect(read("boolean", text(written))).toBe(false);
  });

  it("may be a truth of the spreadsheet", () => {
    expect(read("boolean", { kind: "boolean", value: false })).toBe(false);
    expect(read("boolean", number("1"))).toBe(true);
  });

  it.each(["x", "不", "?", "2", "-", "是否"])("are refused in %j", (written) => {
    expect(read("boolean", text(written))).toBe(`wrong-type: \`${written}\` is not yes or no`);
  });
});

describe("listed values", () => {
  const { kind } = SAMPLE_POLICY.facts.case;
  const { faults, post } = SAMPLE_POLICY.facts.party;

  it.each(["late", "LATE", "交货延误", "Late Delivery", "late-delivery", " 交货 延误 "])(
    "are found by id and by either label: %j",
    (written) => {
      expect(read("enum", text(written), kind)).toBe("late");
    },
  );

  it("that are not on the list are refused with what was meant", () => {
    const refused = readFactValue(text("交货延勿"), { declaration: kind }, SETTING);
    expect(refused).toMatchObject({
      complaint: { code: "unknown-value", help: { zh: "是不是`交货延误`？" } },
    });
    const strange = readFactValue(text("噪音"), { declaration: kind }, SETTING);
    expect(strange).toMatchObject({
      complaint: { help: { zh: "可用：`品质缺陷`、`交货延误`或`求助、咨询`" } },
    });
  });

  it("of an open list may be others", () => {
    expect(read("enum", text("经理"), post)).toBe("manager");
    expect(read("enum", text("班长"), post)).toBe("班长");
  });

  it("with one label for two are refused", () => {
    const values = { a: { en: "same", zh: "甲" }, b: { en: "same", zh: "乙" } };
    expect(read("enum", text("乙"), { values })).toBe("b");
    expect(read("enum", text("same"), { values })).toBe(
      "unknown-value: `same` is the label of more than one value: `a`, `b`",
    );
  });

  it.each([
    ["工单或样品开立错误、其他", ["ticket", "other"]],
    ["other；ticket", ["other", "ticket"]],
    ["其他，仓储、运输不当", ["other", "storage"]],
    ["storage/transport / other", ["storage", "other"]],
    ["其他,其他", ["other"]],
    ["其他、", ["other"]],
  ])("make a set, also where a label holds a separator: %j", (written, ids) => {
    expect(read("set", text(written), faults)).toEqual(ids);
  });

  it("make no set where one of them is unknown", () => {
    expect(read("set", text("其他、噪音"), faults)).toBe(
      "unknown-value: `噪音` is not among the values of this fact",
    );
  });
});

describe("texts and ids", () => {
  it("are without blanks around them, numbers are their digits", () => {
    expect(read("text", text("  a b "))).toBe("a b");
    expect(read("party", number("1001"))).toBe("1001");
    expect(read("party", text("００１"))).toBe("001");
  });

  it("are refused where the spreadsheet changed what was typed", () => {
    expect(read("text", date("2026-03-05"))).toBe(
      "wrong-type: `2026-03-05` is a date, where a text is wanted",
    );
    expect(read("party", number("110101199003071000"))).toBe(
      "wrong-type: `110101199003071000` has more digits than a spreadsheet keeps of a number",
    );
    expect(read("party", number("1e+21"))).toBe(
      "wrong-type: `1e+21` has more digits than a spreadsheet keeps of a number",
    );
  });

  it("are refused where they are too long", () => {
    expect(read("text", { kind: "too-long", text: "长" })).toBe(
      "too-large: the cell has more than 2,000 characters",
    );
    expect(read("party", text("x".repeat(201)))).toMatch(
      /^wrong-type: .* is not an id of at most 200 characters$/,
    );
  });
});
