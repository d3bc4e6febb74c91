import type { ConditionTrace, ExplanationStep, PartyOutcome } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { EXPLANATION, FINE, NOTHING, NO_OWNER, VERSION, bore, explain, step } from "./sample-explanation.ts";

const CHECKS_IN_ENGLISH = [
  `  Policy sample, version 3: SHA-256 ${VERSION.hash}`,
  "  Working-day calendar cn, version 2: SHA-256 c0ffee",
  "  Statutory guard in, as in force from 15 February 2017: SHA-256 beef",
  "",
].join("\n");
const CHECKS_IN_CHINESE = [
  `  制度sample第3版：SHA-256 ${VERSION.hash}`,
  "  工作日历cn第2版：SHA-256 c0ffee",
  "  法定限制in（自2017年2月15日起施行）：SHA-256 beef",
  "",
].join("\n");

describe("an explanation in English", () => {
  it("begins with which case it is, what came out, for whom, how much, when and why", () => {
    expect(
      explain().startsWith(
        [
          "Decision",
          "  Case: 2026-07",
          "  Evaluated at 09:30 on 20 July 2026",
          "",
          "Result",
          "  The complaint is upheld.",
          "  It is recorded as “quality defect”, under the case number 260704.",
          "  P1 (primary responsibility): bears 10% of the loss, 1,200.00; is charged 1,200.00: 1,000.00 from the July 2026 bonus and 200.00 from the August 2026 bonus (Art. 21(2)).",
          "  P2: is charged nothing: not trained on the task.",
          "  H1: is charged a fine of 50.00, from the July 2026 bonus; receives a warning (Art. 23).",
          "  The loss is borne by P1 (1,200.00) and the company (10,800.00).",
          "  The customer is owed 474.00, at the expense of the company.",
          "  Measure to take for P1: free repair at home (3).",
          "  The time allowed to close the complaint ends on 13 July 2026 (provisional: it lies beyond the published working-day calendar and may still move).",
          "  Level: the general manager.",
          "  May not decide this case, being concerned: P1 and P2.",
          "",
        ].join("\n"),
      ),
    ).toBe(true);
  });

  it("says which version was used and why", () => {
    expect(explain()).toContain(
      "Which version\n  Decided under “Sample measure”, version 3, in force from 1 July 2026, because the day of receipt is 6 July 2026.\n",
    );
  });

  it("tells each step that fired with what it saw, what it led to and its arithmetic; what is the same of several parties once", () => {
    expect(explain()).toContain(
      [
        "How it came about",
        "  Attribution",
        "    1. By points (Art. 21(2)) – P1 and P2",
        "       Because the complaint is upheld, they bear the loss in the proportion of their points to all points of the unit.",
        "    2. The loss divided:",
        "       P1: 12,000.00 × 4 ÷ 40 = 1,200.00",
        "       Ties go to whoever stands first.",
        "  Penalties and measures",
        "    3. Plan owners are fined (Art. 23) – P2",
        "       Because the party owns the plan, H1 is fined 50.00.",
        "  Deadlines",
        "    4. Close in time (Art. 26)",
        "       Because the complaint is upheld, the time allowed to close the complaint is 7 calendar days from the day of receipt.",
        "       Count: 6 July 2026 + 7 calendar days = 13 July 2026",
        "    5. Close later (Art. 26)",
        "       Because the complaint is upheld.",
        "       It gave way: another rule already sets this deadline.",
        "",
      ].join("\n"),
    );
  });

  it("says of what did not apply which condition failed, and closes with the warnings", () => {
    expect(explain()).toContain(
      "What did not apply\n  Penalties and measures\n    - Plan owners are fined (Art. 23): it is not the case that the party owns the plan (P1).\n\nTo be noted\n  - “Day of receipt” (6 July 2026) is in the future.\n".replace(
        "Day of receipt",
        "day of receipt",
      ),
    );
  });

  it("ends with the hashes by which every document it rested on is found", () => {
    expect(explain().endsWith(`\nHow to check this\n${CHECKS_IN_ENGLISH}`)).toBe(true);
    expect(explain({}, EXPLANATION, "zh").endsWith(`\n核对依据\n${CHECKS_IN_CHINESE}`)).toBe(true);
  });

  it("leaves out what there is nothing to say about", () => {
    const bare = explain(
      {
        parties: [],
        bearers: [],
        deadlines: [],
        compensation: [],
        measures: [],
        warnings: [],
        authority: { level: null, excluded: [] },
      },
      [],
    );
    expect(bare).toBe(
      [
        "Decision\n  Case: 2026-07\n  Evaluated at 09:30 on 20 July 2026\n",
        "Result\n  The complaint is upheld.\n  It is recorded as “quality defect”, under the case number 260704.\n",
        `How to check this\n${CHECKS_IN_ENGLISH}`,
      ].join("\n"),
    );
  });
});

describe("an explanation in Chinese", () => {
  const text = explain({}, EXPLANATION, "zh");

  it("begins with which case it is, what came out, for whom, how much, when and why", () => {
    expect(text).toContain(
      [
        "案件",
        "  案件编号：2026-07",
        "  核算时间：2026年7月20日09:30",
        "",
        "处理结果",
        "  投诉成立。",
        "  类别为“质量问题”，案号为260704。",
        "  P1（主要责任）：承担损失的10%，即1,200.00元；应扣1,200.00元，从绩效奖金中扣减：2026年7月扣1,000.00元，2026年8月扣200.00元（第21条第2款）。",
        "  P2：不予扣罚，理由为“未经培训”。",
        "  H1：罚款50.00元，从2026年7月绩效奖金中扣减；给予警告处分（第23条）。",
        "  损失的承担：P1承担1,200.00元，公司承担10,800.00元。",
        "  应向客户补偿474.00元，由公司承担。",
        "  P1应完成：上门免费维修（3）。",
        "  结案的期限：2026年7月13日（暂定：超出已公布的工作日历，仍可能变动）。",
        "  处理层级：总经理。",
        "  下列人员与本案有关，不得参与决定：P1、P2。",
        "",
      ].join("\n"),
    );
  });

  it("tells the version, each step, what did not apply and what is to be noted", () => {
    expect(text).toContain(
      "适用版本\n  依据《示例办法》，适用第3版（自2026年7月1日起施行），因为收到日期为2026年7月6日。\n",
    );
    expect(text).toContain(
      "    1. 按基数承担（第21条第2款）——P1、P2\n       依据：投诉成立。\n       结果：按本人基数占单位基数合计的比例承担损失。\n",
    );
    expect(text).toContain(
      "    3. 方案负责方罚款（第23条）——P2\n       依据：该方是方案负责方。\n       结果：对H1罚款50.00元。\n",
    );
    expect(text).toContain("       计算：2026年7月6日 + 7日 = 2026年7月13日\n");
    expect(text).toContain("       未生效（该期限已确定）。\n");
    expect(text).toContain(
      "未适用的规定\n  处罚与措施\n    - 方案负责方罚款（第23条）：不存在该方是方案负责方的情形（P1）。\n",
    );
    expect(text).toContain("需要注意\n  - “收到日期”（2026年7月6日）在将来。\n");
  });
});

describe("what is said of a party", () => {
  const said = (party: Partial<PartyOutcome>): readonly [string, string] => {
    const parties = [{ ...NOTHING, ...party, party: "P1" }];
    const line = (language: "en" | "zh"): string =>
      explain({ parties, bearers: [] }, [], language)
        .split("\n")
        .find((text) => text.startsWith("  P1"))
        ?.trim() ?? "";
    return [line("en"), line("zh")];
  };

  it.each<readonly [Partial<PartyOutcome>, string, string]>([
    [{}, "P1: is charged nothing.", "P1：不予扣罚。"],
    [
      { reminder: true, commendation: true },
      "P1: receives a reminder; is commended.",
      "P1：予以提醒；予以表扬。",
    ],
    [
      { fineMinor: 100, bonusMinor: 200, totalMinor: 300 },
      "P1: is charged 3.00, 1.00 of it a fine.",
      "P1：应扣3.00元，其中罚款1.00元。",
    ],
    [
      { bonusMinor: 300, totalMinor: 300, outstandingMinor: 300 },
      "P1: is charged 3.00; all of it stays outstanding.",
      "P1：应扣3.00元；全部金额保留为待扣。",
    ],
    [
      {
        bonusMinor: 300,
        totalMinor: 300,
        outstandingMinor: 100,
        schedule: [{ month: "2026-07", amountMinor: 200 }],
      },
      "P1: is charged 3.00: 2.00 from the July 2026 bonus; 1.00 stays outstanding.",
      "P1：应扣3.00元，从绩效奖金中扣减：2026年7月扣2.00元；1.00元保留为待扣。",
    ],
    [
      { bonusMinor: 300, totalMinor: 300, outstandingMinor: 300, suspended: true },
      "P1: is charged 3.00; nothing is collected until the objection is settled.",
      "P1：应扣3.00元；在异议处理完毕之前暂不扣减。",
    ],
    [
      { notDeductibleMinor: 500 },
      "P1: 5.00 more may not be deducted by law.",
      "P1：另有5.00元依法不得扣减。",
    ],
    [
      {
        bonusMinor: 300,
        totalMinor: 300,
        schedule: ["2026-11", "2026-12", "2027-01"].map((month) => ({ month, amountMinor: 100 })),
      },
      "P1: is charged 3.00: 1.00 from each of the 3 monthly bonuses from November 2026 to January 2027.",
      "P1：应扣3.00元，从绩效奖金中扣减：2026年11月至2027年1月共3个月，每月扣1.00元。",
    ],
  ])("%j", (party, inEnglish, inChinese) => {
    expect(said(party)).toEqual([inEnglish, inChinese]);
  });

  it("cites of an exempt party what exempts it, and not the claim that came to nothing", () => {
    const exempt = [
      { ...bore, party: "P1" },
      {
        ...bore,
        rule: "exempt",
        references: [{ article: "7" }],
        effect: { type: "exempt", params: { ground: "untrained" } },
        party: "P1",
      },
    ];
    const text = explain({ parties: [{ ...NOTHING, party: "P1", exemption: "untrained" }] }, exempt);
    expect(text).toContain("P1: is charged nothing: not trained on the task (Art. 7).");
  });
});

describe("a share of the loss", () => {
  const letter = (mine: number, language: "en" | "zh"): string =>
    explain(
      {
        parties: [{ ...NOTHING, party: "P1", shareMillionths: 333_333 }],
        bearers: [
          { bearer: "P1", amountMinor: mine },
          { bearer: "company", amountMinor: 100_000 - mine },
        ].filter(({ amountMinor }) => amountMinor > 0),
      },
      [],
      language,
    );

  it.each([
    [33_334, "bears 33.3333% of the loss, 333.34.", "承担损失的33.3333%，即333.34元。"],
    [33_333, "bears 33.3333% of the loss, 333.33.", "承担损失的33.3333%，即333.33元。"],
    [
      20_000,
      "answers for 33.3333% of the loss and bears 200.00 of it.",
      "应分担损失的33.3333%，实际承担200.00元。",
    ],
    [0, "answers for 33.3333% of the loss and bears none of it.", "应分担损失的33.3333%，实际承担0.00元。"],
  ])("of which %i fen are borne says so where a guard or a departure left less of it", (mine, en, zh) => {
    expect(letter(mine, "en")).toContain(en);
    expect(letter(mine, "zh")).toContain(zh);
  });
});

describe("ids of those whom a decision names", () => {
  const parties = [{ ...NOTHING, party: "zhangwei", shareMillionths: 500_000 }];
  const bearers = [
    { bearer: "zhangwei", amountMinor: 600_000 },
    { bearer: "factory", amountMinor: 600_000 },
  ];
  const divided: ExplanationStep = {
    stage: "attribution",
    kind: "computed",
    party: "zhangwei",
    label: { en: "zhangwei answers for half", zh: "zhangwei承担一半" },
    references: [],
    arithmetic: [
      {
        label: { en: "zhangwei", zh: "zhangwei" },
        formula: "12,000.00 × 1 ÷ 2 = 6,000.00",
        resultMinor: 600_000,
        references: [{ article: "21(2)" }],
      },
      { label: { en: "the month counted from", zh: "起算月份" }, formula: "2026-07" },
    ],
  };

  it("have no article before them, as words of the policy have", () => {
    expect(explain({ parties, bearers }, [])).toContain(
      "The loss is borne by zhangwei (6,000.00) and the factory (6,000.00).",
    );
  });

  it("keep their first letter at the start of a line; a line cites its own source and says its unit in Chinese", () => {
    expect(explain({ parties, bearers }, [divided])).toContain(
      "zhangwei answers for half:\n       zhangwei: 12,000.00 × 1 ÷ 2 = 6,000.00 (Art. 21(2))\n       The month counted from: July 2026\n",
    );
    expect(explain({ parties, bearers }, [divided], "zh")).toContain(
      "       zhangwei：12,000.00 × 1 ÷ 2 = 6,000.00元（第21条第2款）\n       起算月份：2026年7月\n",
    );
  });

  it("of working days that were counted stand after one another as each language lists them", () => {
    const days = { label: { en: "working days", zh: "工作日" }, formula: "2026-07-07, 2026-07-08" };
    const counted = EXPLANATION.filter(({ effect }) => effect?.type === "due").map((one) => ({
      ...one,
      arithmetic: [...(one.arithmetic ?? []), days],
    }));
    expect(explain({}, counted)).toContain("7 July 2026, 8 July 2026\n");
    expect(explain({}, counted, "zh")).toContain("2026年7月7日、2026年7月8日\n");
  });

  it("are not taken for a word that is spelt alike", () => {
    const factory = [{ ...NOTHING, party: "factory" }];
    expect(explain({ parties: factory, bearers }, [])).toContain("and factory (6,000.00).");
    expect(explain({ parties: factory, bearers }, [], "zh")).toContain("，factory承担6,000.00元。");
  });

  it("stand with a warning that does not name them itself", () => {
    const warning = (text: string) => ({
      code: "no-bonus",
      message: text,
      text: { en: text, zh: text },
      party: "zhangwei",
    });
    const warnings = [warning("no bonus is known"), warning("zhangwei has no bonus")];
    expect(explain({ warnings }, [])).toContain(
      "  - No bonus is known (this concerns zhangwei).\n  - zhangwei has no bonus.\n",
    );
    expect(explain({ warnings }, [], "zh")).toContain("  - no bonus is known（涉及zhangwei）。\n");
  });
});

describe("the level of authority", () => {
  const named = (label: string): ExplanationStep => ({
    stage: "authority",
    kind: "rule",
    rule: "level",
    label: { en: "Sample", zh: label },
    references: [],
    fired: true,
    stands: true,
    effect: { type: "authority", params: { level: "manager" } },
  });

  it.each([
    ["审批权限", "由业务经理审批。", "The business manager approves."],
    ["超时的上报业务经理", "由业务经理处理。", "The business manager deals with the matter."],
    ["示例规则", "处理层级：业务经理。", "Level: the business manager."],
  ])("by the rule “%s” reads “%s”", (label, chinese, english) => {
    const outcome = { authority: { level: "manager", excluded: [] } };
    expect(explain(outcome, [named(label)], "zh")).toContain(`  ${chinese}\n`);
    expect(explain(outcome, [named(label)])).toContain(`  ${english}\n`);
  });
});

describe("rules that did not fire", () => {
  const failed = (rule: string, label: string, party: string, conditions: ConditionTrace): ExplanationStep =>
    step(FINE, { rule, party, conditions, label: { en: label, zh: label }, references: [] });

  it("have a line each, shared by the parties of whom they failed for the same reason", () => {
    const text = explain({}, [
      failed("a", "One", "P1", NO_OWNER),
      failed("b", "Two", "P1", NO_OWNER),
      failed("a", "One", "P2", NO_OWNER),
      failed("b", "Two", "P2", NO_OWNER),
    ]);
    expect(text).toContain(
      [
        "    - One: it is not the case that the party owns the plan (P1 and P2).",
        "    - Two: it is not the case that the party owns the plan (P1 and P2).",
        "",
      ].join("\n"),
    );
  });

  it("are left out where they are for another kind of party", () => {
    const otherKind: ConditionTrace = {
      kind: "all",
      met: false,
      of: [
        {
          kind: "comparison",
          met: false,
          fact: "partyKind",
          operator: "equal",
          saw: "external",
          expected: "person",
        },
        ...(NO_OWNER.kind === "all" ? NO_OWNER.of : []),
      ],
    };
    expect(explain({}, [failed("a", "One", "S1", otherKind)])).not.toContain("What did not apply");
  });

  it("count as one where they are rows of a table", () => {
    const row = (id: string, fired: boolean): ExplanationStep => ({
      stage: "authority",
      kind: "rule",
      rule: `approval#${id}`,
      label: { en: `row ${id}`, zh: id },
      references: [{ article: "11" }],
      fired,
      ...(fired ? { stands: true } : {}),
      conditions: {
        kind: "all",
        met: fired,
        of: [
          {
            kind: "comparison",
            met: fired,
            fact: "loss",
            operator: "greaterThan",
            saw: 250_000,
            expected: 200_000,
          },
        ],
      },
    });
    expect(explain({}, [row("low", false), row("middle", true), row("any", false)])).toContain(
      "    - The other rows of “Who approves” (Art. 11): the loss is 2,500.00.\n",
    );
    expect(explain({}, [row("low", false), row("any", false)])).toContain(
      "    - “Who approves” (Art. 11): the loss is 2,500.00.\n",
    );
  });
});
