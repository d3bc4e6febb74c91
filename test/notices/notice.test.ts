import { type DecisionRecord, formatMinor } from "@evenhand/domain";
import { noticeParties, renderNotice } from "@evenhand/notices";
import { cited, dayInWords, figure, labelOf, monthInWords, vocabularyOf, wordOf } from "@evenhand/policy";
import { describe, expect, test } from "vitest";
import { textOf } from "./html-text.ts";
import { LANGUAGES, exampleA, noticeInput } from "./sample-documents.ts";
import { type Sample, balanceOf, decidedCases, sample } from "./sample-records.ts";

describe.each(LANGUAGES)("every conformance case, in %s", (language) => {
  const cases = decidedCases().map(([path, id]) => [`${path} ${id}`, sample(path, id)] as const);

  test("there are cases, and parties in them", () => {
    expect(cases.flatMap(([, { record }]) => noticeParties(record)).length).toBeGreaterThan(100);
  });

  test("a notice says each figure of the party, each month, the grade and each article", () => {
    const missing = cases.flatMap(([name, one]) =>
      noticeParties(one.record).flatMap((party) => {
        const text = textOf(renderNotice(noticeInput(one, party, language))).replaceAll(/\s+/g, " ");
        return expected(one, party, language)
          .filter((part) => !text.toLowerCase().includes(part.toLowerCase()))
          .map((part) => `${name}, ${party}: ${part}`);
      }),
    );
    expect(missing).toEqual([]);
  });
});

/** What must stand in the notice of a party, taken from the record itself. */
function expected({ record, version }: Sample, party: string, language: "zh" | "en"): readonly string[] {
  const { policy } = version;
  const vocabulary = vocabularyOf(policy, language);
  const own = record.outcome.parties.find((one) => one.party === party);
  if (!own) throw new Error(`${party} is no party`);
  const money = (minor: number): string => formatMinor(minor, policy.currency);
  const steps = record.explanation.filter((step) => (step.effect?.params["on"] ?? step.party) === party);
  const standing = steps.filter(({ fired, stands }) => fired === true && stands === true);
  const isFree = own.exemption !== undefined && own.totalMinor === 0;
  const months = own.schedule.length <= 2 ? own.schedule : own.schedule.slice(0, 1);
  return [
    record.id,
    record.case.reference,
    party,
    policy.title[language],
    ...(own.totalMinor > 0 ? [money(own.totalMinor)] : []),
    ...(own.fineMinor > 0 ? [money(own.fineMinor)] : []),
    ...(own.outstandingMinor > 0 ? [money(own.outstandingMinor)] : []),
    ...((own.notDeductibleMinor ?? 0) > 0 ? [money(own.notDeductibleMinor ?? 0)] : []),
    ...(own.grade === null ? [] : [wordOf(own.grade, vocabulary)]),
    ...(own.role === undefined ? [] : [wordOf(own.role, vocabulary)]),
    ...(own.exemption === undefined ? [] : [wordOf(own.exemption, vocabulary)]),
    ...months.flatMap(({ month, amountMinor }) => [monthInWords(month, language), money(amountMinor)]),
    ...standing
      .filter(({ effect }) => !["warn", "due", ...(isFree ? FREE_OF : [])].includes(effect?.type ?? ""))
      .map(({ references }) => cited(references, vocabulary)),
    ...appliesBy(record, version, language),
    ...record.outcome.deadlines.flatMap(({ dueOn }) =>
      dueOn === undefined ? [] : [dayInWords(dueOn, language)],
    ),
  ];
}

/** What comes to nothing for somebody who is exempt. */
const FREE_OF = ["bear", "deduct", "suspend"];

/** The day that chose the version is a fact of every notice. */
function appliesBy(
  { case: { facts } }: DecisionRecord,
  { policy }: Sample["version"],
  language: "zh" | "en",
): readonly string[] {
  const value = facts[policy.appliesBy];
  const type = policy.facts.case[policy.appliesBy]?.type;
  if (typeof value !== "string" || (type !== "date" && type !== "instant")) return [];
  const shown = figure(value, type, { language, currency: policy.currency });
  return [`${labelOf(policy.appliesBy, vocabularyOf(policy, language))} ${shown}`];
}

describe("the notice of example A", () => {
  test("in Chinese", () => {
    const text = textOf(
      renderNotice(noticeInput(exampleA(), "P1", "zh", { company: "示例公司" })),
    ).replaceAll(/\s+/g, " ");
    for (const part of [
      "示例公司",
      "处理决定通知书",
      "《客户投诉责任与绩效奖金扣减办法》第2版，自2026年7月1日起施行",
      "1,200.00元",
      "核定的投诉损失 12,000.00元",
      "本人基数 4",
      "经调查责任落实到本人 是",
      "全月绩效奖金 2,000.00元",
      "损失的10%，即1,200.00元",
      "12,000.00 × 4 ÷ 40",
      "第21条第1款、第21条第2款",
      "本案：经调查责任落实到本人。",
      "2,000.00 × 0.5",
      "自2026年7月至2026年8月，分2个月从绩效奖金中扣减",
      "最迟2026年7月13日（第26条）",
      "E2001",
      "2026年7月10日（2026年7月10日10:25记录）",
      "2026年7月24日（含当日）前",
      "475c2aedcfb6e22d",
      "本人签收",
    ])
      expect(text).toContain(part);
  });

  test("in English", () => {
    const text = textOf(renderNotice(noticeInput(exampleA(), "P1", "en", { appealTo: "the works council" })));
    for (const part of [
      "Notice of decision",
      "“Complaint responsibility and bonus deduction”, version 2, in force from 1 July 2026",
      "CNY 1,200.00",
      "10% of the loss, CNY 1,200.00",
      "12,000.00 × 4 ÷ 40",
      "Arts. 21(1) and 21(2)",
      "In this case: the complaint was traced to this person.",
      "from the performance bonus over 2 months, July 2026 to August 2026",
      "by 13 July 2026 (Art. 26)",
      "up to and including 24 July 2026",
      "hand a written objection to the works council",
      "Received by",
    ])
      expect(text).toContain(part);
  });
});

test("a notice is for a party of the decision and for nobody else", () => {
  expect(() => renderNotice(noticeInput(exampleA(), "P3", "zh"))).toThrow(RangeError);
});

test("the account as it stands now counts, not what the decision planned", () => {
  const ledger = {
    schedule: [{ month: "2026-09", amountMinor: 70_000 }],
    balance: { ...balanceOf(120_000, 20_000), scheduledMinor: 70_000, deductedMinor: 30_000 },
  };
  const text = textOf(renderNotice(noticeInput(exampleA(), "P1", "en", { ledger })));
  expect(text).toContain("in one sum, from the performance bonus of September 2026");
  expect(text).toContain("CNY 200.00 of it stays outstanding");
  expect(text).toContain("CNY 300.00 has been taken already");
  expect(text).not.toContain("August 2026");
});

test("a departure shows what the rules give, what was decided, and why", () => {
  const one = sample("complaint-fines/examples.json", "example-a", {
    departures: [{ party: "P1", bonusMinor: 80_000 }],
    extra: { reason: "first time <in years>" },
  });
  const text = textOf(renderNotice(noticeInput(one, "P1", "en"))).replaceAll(/\s+/g, " ");
  expect(text).toContain("By the rules 1,200.00");
  expect(text).toContain("Decided 800.00");
  expect(text).toContain("bonus deduction CNY 800.00 instead of CNY 1,200.00");
  expect(text).toContain("10% of the loss; CNY 800.00 of it is charged, the company bears the rest");
  expect(text).toContain("first time <in years>");
  const other = textOf(renderNotice(noticeInput(one, "P2", "en")));
  expect(other).not.toContain("instead of");
});

test("whoever objected before is told that nothing is taken, and why", () => {
  const one = sample("fair-attribution/examples.json", "example-h");
  expect(textOf(renderNotice(noticeInput(one, "P1", "zh")))).toContain(
    "全部金额3,000.00元保留为待扣，目前不安排扣减。",
  );
  expect(textOf(renderNotice(noticeInput(one, "P1", "zh")))).toContain("在异议处理完毕之前暂不扣减");
});

test("months that hold an earlier decision say so", () => {
  const one = sample("complaint-fines/examples.json", "example-a", {
    before: {
      scheduled: [{ party: "P1", month: "2026-07", amountMinor: 61_300 }],
      closedThrough: null,
      findings: [],
    },
  });
  const text = textOf(renderNotice(noticeInput(one, "P1", "zh")));
  expect(text).toContain("此前已安排（元）");
  expect(text).toContain("613.00");
  expect(text).toContain("387.00");
});

test("seventy-five equal months share one line", () => {
  const one = sample("fair-attribution/examples.json", "example-g");
  const text = textOf(renderNotice(noticeInput(one, "P1", "zh"))).replaceAll(/\s+/g, " ");
  expect(text).toContain("2026年11月至2033年1月 40.00 75 3,000.00");
});

test("a department pays from its budget, has no months, and is told what it has to do by when", () => {
  const one = sample("order-incident/examples.json", "example-a");
  const text = textOf(renderNotice(noticeInput(one, "production", "zh")));
  expect(text).toContain("计入本单位预算，不从个人奖金中扣减");
  expect(text).toContain("由本单位完成，最迟2026年8月20日");
  expect(text).not.toContain("扣减安排");
});

test("whoever answers for a department is told for which", () => {
  const one = sample("order-incident/examples.json", "example-a");
  const text = textOf(renderNotice(noticeInput(one, "H1", "en"))).replaceAll(/\s+/g, " ");
  expect(text).toContain("To H1 Head of the department production");
});

test.each([
  ["zh", "给予记小过处分，不扣款", /不予扣罚|第\d+行/, "按漏做职责项数给予处分"],
  [
    "en",
    "Minor demerit; nothing is charged",
    /Nothing is charged|, row \d+/,
    "Grade by the duties left undone",
  ],
] as const)(
  "the headline of a grade without an amount is the grade, and a row of a table goes by its conditions, in %s",
  (language, headline, never, clause) => {
    const graded = decidedCases()
      .filter(([path]) => path.startsWith("property-complaints/"))
      .map(([path, id]) => sample(path, id))
      .find(
        ({ record }) =>
          record.outcome.parties[0]?.grade === "minor-demerit" &&
          record.explanation.some(
            ({ rule = "", stands, fired }) => stands && fired && rule.startsWith("duties-left-undone#"),
          ),
      );
    if (!graded) throw new Error("no case is graded by the table");
    const [party = ""] = noticeParties(graded.record);
    const text = textOf(renderNotice(noticeInput(graded, party, language)));
    expect(text).toContain(headline);
    expect(text).toContain(clause);
    expect(text).not.toMatch(never);
  },
);

/** A decision that answers the appeal of P1 against `dec-0`. */
function answering(): Sample {
  const extra: Partial<DecisionRecord> = {
    supersedes: "dec-0",
    appeal: "app-0",
    reason: "seen the roster",
    decidedOn: "2026-07-20",
  };
  return sample("complaint-fines/examples.json", "example-a", { extra });
}

test("what takes the place of a decision, and what answers an objection, say so", () => {
  const more = { appealUntil: null, appellant: "P1" };
  const text = textOf(renderNotice(noticeInput(answering(), "P1", "en", more)));
  expect(text).toContain("takes the place of decision dec-0");
  expect(text).toContain("the answer to your objection");
  expect(text).toContain("seen the roster");
  expect(text).toContain("20 July 2026");
  expect(text).toContain("No further objection");
  expect(text).not.toContain("up to and including");
});

test.each([
  ["en", "what was decided for you is unchanged"],
  ["zh", "对受送达人的处理不变"],
] as const)(
  "nobody but whoever objected is told that somebody did, and why it was answered so, in %s",
  (language, says) => {
    const more = { appellant: "P1", isUnchanged: true };
    const text = textOf(renderNotice(noticeInput(answering(), "P2", language, more)));
    expect(text).toContain("dec-0");
    expect(text).toContain(says);
    expect(text).not.toMatch(/roster|the answer to your|对申诉的处理结果/);
  },
);

test.each([
  ["en", "This decision no longer has effect. Decision dec-9 has taken its place", "Result"],
  ["zh", "本决定已失效，由dec-9号决定取代", "处理结果"],
] as const)(
  "a decision in whose place another stands says so first, and plans nothing, in %s",
  (language, says, section) => {
    const more = { supersededBy: "dec-9", appealUntil: null };
    const text = textOf(renderNotice(noticeInput(exampleA(), "P1", language, more)));
    expect(text.indexOf(says)).toBeGreaterThan(0);
    expect(text.indexOf(says)).toBeLessThan(text.indexOf(section));
    expect(text).not.toMatch(/July 2026 to August|2026年7月至2026年8月/);
    expect(text.split("dec-9")).toHaveLength(4);
  },
);

test.each(LANGUAGES)(
  "a person is sent to whoever may fetch a receipt, and promised none, in %s",
  (language) => {
    const text = textOf(renderNotice(noticeInput(exampleA(), "P1", language)));
    expect(text).toMatch(/to the personnel department or to an auditor|请向人力资源部门或审计人员/);
    expect(text).not.toMatch(/you can get its receipt|可以取得/);
  },
);

test("what has been erased is said to be so", () => {
  const erased = `text-${"ab".repeat(32)}`;
  const one = sample("complaint-fines/examples.json", "example-a", { extra: { reason: erased } });
  const text = textOf(renderNotice(noticeInput(one, "P1", "zh")));
  expect(text).toContain("（原文已按规定删除）");
  expect(text).not.toContain(erased);
});
