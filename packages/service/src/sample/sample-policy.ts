import type { DraftDocument } from "../policies/policy-document.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";

/** What the three versions of the sample policy differ in. Money in fen. */
type Figures = {
  readonly version: number;
  readonly capRate: number;
  readonly mediumFine: number;
  readonly repeatFine: number;
  readonly handleDays: number;
  /** From the third version on a serious loss has a fine of its own. */
  readonly hasSeriousTier: boolean;
};

const VERSIONS: readonly Figures[] = [
  {
    version: 1,
    capRate: 0.5,
    mediumFine: 30_000,
    repeatFine: 50_000,
    handleDays: 10,
    hasSeriousTier: false,
  },
  {
    version: 2,
    capRate: 0.4,
    mediumFine: 50_000,
    repeatFine: 80_000,
    handleDays: 10,
    hasSeriousTier: false,
  },
  { version: 3, capRate: 0.3, mediumFine: 50_000, repeatFine: 80_000, handleDays: 15, hasSeriousTier: true },
];

/** The ends of the bands of loss, in fen: a case exactly on one of them is in the higher band. */
export const LOSS_BANDS = { small: 100_000, medium: 500_000, serious: 2_000_000 } as const;

/** In fen, the same in every version. */
const SMALL_FINE = 10_000;

/**
 * The documents of the sample policy, in the order of their versions.
 * `effectiveFrom` has a day for each, `YYYY-MM-DD`, ascending.
 */
export function samplePolicies({
  id,
  effectiveFrom,
  ground,
}: {
  readonly id: string;
  readonly effectiveFrom: readonly string[];
  /** The calendars and guards that the service has. */
  readonly ground: ReturnType<Rulebook["ground"]>;
}): readonly DraftDocument[] {
  return VERSIONS.map((figures, place) => ({
    id,
    version: figures.version,
    title: { en: "Conduct and damage (sample)", zh: "员工行为与损失责任办法（示例）" },
    summary: {
      en: "A made-up policy to try things on. Nothing is recorded under it, and it can be removed.",
      zh: "供试用的虚构制度：不会据此记录任何决定，可随时移除。",
    },
    effectiveFrom: effectiveFrom[place],
    appliesBy: "occurredOn",
    currency: "CNY",
    timeZone: "Asia/Shanghai",
    calendar: ground.calendars.includes("cn") ? "cn" : (ground.calendars[0] ?? "cn"),
    guards: ground.guards.includes("cn") ? ["cn"] : [],
    lossFact: "lossAmount",
    cap: { rate: { fact: "parameter.bonusCapRate" } },
    grades: ["warning", "major-demerit"],
    facts: FACTS,
    parameters: parametersOf(figures),
    conditions: CONDITIONS,
    tables: { "fine-by-loss": fineTable(figures), "who-approves": WHO_APPROVES },
    rules: RULES,
    words: WORDS,
    examples: EXAMPLES,
  }));
}

const article = (...articles: readonly string[]) => articles.map((one) => ({ article: one }));

const text = (en: string, zh: string) => ({ en, zh });

/** By the id of each: the labels of closed lists, which the made-up cases are drawn from as well. */
export const SAMPLE_LISTS = {
  matter: {
    lateness: text("lateness or absence", "迟到旷工"),
    "equipment-damage": text("damage to equipment", "设备损坏"),
    "quality-slip": text("slip in quality", "质量差错"),
    "safety-breach": text("breach of safety rules", "违反安全规程"),
    "customer-complaint": text("complaint of a customer", "客户投诉"),
  },
  site: {
    suzhou: text("Suzhou plant", "苏州工厂"),
    kunshan: text("Kunshan plant", "昆山工厂"),
    warehouse: text("central warehouse", "中心仓库"),
  },
  department: {
    "plant-one": text("production one", "生产一部"),
    "plant-two": text("production two", "生产二部"),
    logistics: text("logistics", "物流部"),
    quality: text("quality control", "品质部"),
    service: text("customer service", "客服部"),
    sales: text("sales", "销售部"),
  },
  rank: {
    staff: text("staff", "员工"),
    "team-lead": text("team lead", "班组长"),
    manager: text("manager", "主管"),
    director: text("director", "总监"),
  },
  intent: {
    careless: text("careless", "疏忽"),
    gross: text("grossly careless", "重大过失"),
    wilful: text("wilful", "故意"),
  },
} as const;

const FACTS = {
  case: {
    occurredOn: {
      type: "date",
      label: text("day it happened", "发生日"),
      help: text("It decides which version applies.", "按该日确定适用的版本。"),
      required: true,
    },
    reportedOn: { type: "date", label: text("day it was reported", "上报日"), required: true },
    matter: { type: "enum", label: text("matter", "事由"), required: true, values: SAMPLE_LISTS.matter },
    site: { type: "enum", label: text("site", "厂区"), values: SAMPLE_LISTS.site },
    lossAmount: {
      type: "money",
      label: text("loss", "损失金额"),
      help: text("Nothing is fined before it is known.", "损失核定前不作罚款。"),
    },
    customerCaused: {
      type: "boolean",
      label: text("the customer caused it", "由客户造成"),
      says: {
        true: text("the customer caused it", "事件由客户造成"),
        false: text("the customer did not cause it", "事件并非由客户造成"),
      },
    },
  },
  party: {
    department: { type: "enum", label: text("department", "所在部门"), values: SAMPLE_LISTS.department },
    rank: { type: "enum", label: text("rank", "职级"), values: SAMPLE_LISTS.rank },
    causedIt: {
      type: "boolean",
      label: text("caused it", "系本人造成"),
      says: {
        true: text("this person caused it", "事件由本人造成"),
        false: text("this person did not cause it", "事件并非由本人造成"),
      },
    },
    intent: { type: "enum", label: text("how it came about", "主观情节"), values: SAMPLE_LISTS.intent },
    timesInYear: {
      type: "integer",
      label: text("times in the 12 months before", "此前12个月内次数"),
      minimum: 0,
    },
    instructedBy: {
      type: "party",
      label: text("who gave the instruction", "下达指令者"),
      help: text("The staff number of the superior who ordered it.", "要求这样做的上级的工号。"),
    },
    monthlyBonus: { type: "money", label: text("full month's bonus", "全月奖金") },
  },
} as const;

function parametersOf({ capRate, mediumFine, repeatFine, handleDays, hasSeriousTier }: Figures) {
  const money = (value: number, label: ReturnType<typeof text>, from: string) => ({
    value,
    unit: "money",
    label,
    references: article(from),
  });
  return {
    bonusCapRate: {
      value: capRate,
      unit: "rate",
      label: text("part of a month's bonus that one month may take", "单月可扣减的奖金比例"),
      references: article("16"),
    },
    smallLoss: money(LOSS_BANDS.small, text("end of a small loss", "小额损失上限"), "4"),
    mediumLoss: money(LOSS_BANDS.medium, text("end of a medium loss", "中等损失上限"), "4"),
    smallFine: money(SMALL_FINE, text("fine for a small loss", "小额损失罚款"), "5"),
    mediumFine: money(mediumFine, text("fine for a medium loss", "中等损失罚款"), "5"),
    repeatFine: money(repeatFine, text("fine for a medium loss, repeated", "中等损失再犯罚款"), "5"),
    largeFine: money(120_000, text("fine for a large loss", "大额损失罚款"), "5"),
    ...(hasSeriousTier
      ? {
          seriousLoss: money(LOSS_BANDS.serious, text("beginning of a serious loss", "重大损失起点"), "4"),
          seriousFine: money(200_000, text("fine for a serious loss", "重大损失罚款"), "5"),
        }
      : {}),
    managerLimit: money(50_000, text("total the manager may approve", "主管可批准的合计金额"), "9"),
    directorLimit: money(200_000, text("total the director may approve", "总监可批准的合计金额"), "9"),
    handleDays: {
      value: handleDays,
      unit: "working-days",
      label: text("time allowed to decide", "作出决定的期限"),
      references: article("8"),
    },
  };
}

const figure = (name: string) => ({ fact: `parameter.${name}` });

const CONDITIONS = {
  upheld: { all: [{ fact: "disposition", operator: "equal", value: "upheld" }] },
  answers: {
    all: [
      { fact: "disposition", operator: "equal", value: "upheld" },
      { fact: "partyKind", operator: "equal", value: "person" },
      { fact: "causedIt", operator: "equal", value: true },
      { fact: "instructedBy", operator: "equal", value: null },
    ],
  },
} as const;

/** A row of a table: what its cells ask, and what it gives. */
function row(id: string, when: readonly unknown[], given: unknown) {
  // oxlint-disable-next-line unicorn/no-thenable -- the word of the policy document; nobody awaits a row
  return { id, when, then: [given] };
}

function fineTable({ hasSeriousTier }: Figures) {
  const medium = { atLeast: figure("smallLoss"), below: figure("mediumLoss") };
  const large = hasSeriousTier
    ? { atLeast: figure("mediumLoss"), below: figure("seriousLoss") }
    : { atLeast: figure("mediumLoss") };
  return {
    label: text("Fine by the loss", "按损失确定罚款"),
    stage: "penalty",
    scope: "party",
    references: article("5"),
    hitPolicy: "unique",
    when: { all: [{ condition: "answers" }] },
    inputs: [{ fact: "lossAmount" }, { fact: "timesInYear" }],
    event: { type: "fine", params: {} },
    outputs: ["amount"],
    rows: [
      row("small", [{ below: figure("smallLoss") }, null], figure("smallFine")),
      row("medium-first", [medium, { is: 0 }], figure("mediumFine")),
      row("medium-again", [medium, { atLeast: 1 }], figure("repeatFine")),
      row("large", [large, null], figure("largeFine")),
      ...(hasSeriousTier
        ? [row("serious", [{ atLeast: figure("seriousLoss") }, null], figure("seriousFine"))]
        : []),
    ],
  };
}

const WHO_APPROVES = {
  label: text("Who approves, by the total", "按合计金额确定审批人"),
  stage: "authority",
  scope: "case",
  references: article("9"),
  hitPolicy: "unique",
  when: { all: [{ condition: "upheld" }] },
  inputs: [{ fact: "chargedTotal" }],
  event: { type: "authority", params: {} },
  outputs: ["level"],
  rows: [
    row("manager", [{ atMost: figure("managerLimit") }], "manager"),
    row("director", [{ above: figure("managerLimit"), atMost: figure("directorLimit") }], "director"),
    row("general-manager", [{ above: figure("directorLimit") }], "general-manager"),
  ],
};

const RULES = [
  {
    id: "customer-caused",
    stage: "intake",
    scope: "case",
    label: text("What the customer caused is not upheld", "客户造成的不予追究"),
    references: article("2"),
    rule: {
      conditions: { all: [{ fact: "customerCaused", operator: "equal", value: true }] },
      event: { type: "disposition", params: { disposition: "not-upheld" } },
    },
  },
  {
    id: "sorted-by-matter",
    stage: "intake",
    scope: "case",
    label: text("Recorded under its matter", "按事由登记"),
    references: article("2"),
    rule: {
      conditions: { all: [{ fact: "matter", operator: "notEqual", value: null }] },
      event: { type: "classify", params: { category: { fact: "matter" } } },
    },
  },
  {
    id: "doers-bear-alike",
    stage: "attribution",
    scope: "party",
    label: text("Those who caused it answer for it alike", "造成者平均承担责任"),
    references: article("3"),
    rule: {
      conditions: {
        all: [{ condition: "upheld" }, { fact: "causedIt", operator: "equal", value: true }],
      },
      event: { type: "bear", params: { portion: "equal" } },
    },
  },
  {
    id: "on-instruction",
    stage: "attribution",
    scope: "party",
    label: text("Done on instruction: the superior answers", "奉指令行事的，由下达指令者承担"),
    references: article("3(2)"),
    rule: {
      conditions: {
        all: [
          { condition: "upheld" },
          { fact: "causedIt", operator: "equal", value: true },
          { fact: "instructedBy", operator: "notEqual", value: null },
        ],
      },
      event: {
        type: "exempt",
        params: { ground: "on-instruction", movesTo: { party: { fact: "instructedBy" } } },
      },
    },
  },
  {
    id: "wilful-bears-the-loss",
    stage: "penalty",
    scope: "party",
    label: text("Wilful damage: the share of the loss is deducted", "故意造成的，扣减应承担的损失"),
    references: article("6"),
    rule: {
      conditions: {
        all: [{ condition: "answers" }, { fact: "intent", operator: "equal", value: "wilful" }],
      },
      event: { type: "deduct", params: { of: "share" } },
    },
  },
  {
    id: "wilful-demerit",
    stage: "penalty",
    scope: "party",
    label: text("Wilful: a major demerit", "故意的，记大过"),
    references: article("7"),
    rule: {
      conditions: {
        all: [{ condition: "answers" }, { fact: "intent", operator: "equal", value: "wilful" }],
      },
      event: { type: "grade", params: { grade: "major-demerit" } },
    },
  },
  {
    id: "again-warning",
    stage: "penalty",
    scope: "party",
    label: text("Again within twelve months: a warning", "12个月内再犯的，给予警告"),
    references: article("7"),
    rule: {
      conditions: {
        all: [{ condition: "answers" }, { fact: "timesInYear", operator: "greaterThanInclusive", value: 1 }],
      },
      event: { type: "grade", params: { grade: "warning" } },
    },
  },
  {
    id: "decide-in-time",
    stage: "deadline",
    scope: "case",
    label: text("Decided within the time allowed", "在期限内作出决定"),
    references: article("8"),
    rule: {
      conditions: { all: [{ condition: "upheld" }] },
      event: {
        type: "due",
        params: {
          step: "decide",
          from: "reportedOn",
          within: figure("handleDays"),
          unit: "working-days",
        },
      },
    },
  },
] as const;

const WORDS = {
  decide: text("decide", "作出决定"),
  "on-instruction": text("acted on instruction", "奉指令行事"),
  warning: text("warning", "警告"),
  "major-demerit": text("major demerit", "记大过"),
  manager: text("manager", "主管"),
  director: text("director", "总监"),
  "general-manager": text("general manager", "总经理"),
  ...SAMPLE_LISTS.matter,
} as const;

/** What an example expects of somebody who is fined and loses nothing of the bonus by their share. */
function charged(party: string, { fineMinor }: { readonly fineMinor: number }) {
  return { party, fineMinor, bonusMinor: 0, totalMinor: fineMinor };
}

const EXAMPLES = [
  {
    id: "small-loss",
    title: text("a small loss, by carelessness", "疏忽造成小额损失"),
    request: {
      case: {
        reference: "EX-1",
        facts: {
          occurredOn: "2026-03-02",
          reportedOn: "2026-03-03",
          decidedOn: "2026-03-10",
          matter: "quality-slip",
          lossAmount: LOSS_BANDS.small - 1,
        },
        parties: [
          {
            id: "P1",
            kind: "person",
            facts: { causedIt: true, intent: "careless", timesInYear: 0, monthlyBonus: 300_000 },
          },
        ],
      },
    },
    expect: {
      disposition: "upheld",
      parties: [charged("P1", { fineMinor: SMALL_FINE })],
      authority: { level: "manager", excluded: ["P1"] },
    },
    reasons: ["fine-by-loss#small", "who-approves#manager"],
  },
  {
    id: "on-instruction",
    title: text("done on a superior's instruction", "奉上级指令行事"),
    request: {
      case: {
        reference: "EX-2",
        facts: {
          occurredOn: "2026-03-02",
          reportedOn: "2026-03-03",
          decidedOn: "2026-03-10",
          matter: "equipment-damage",
          lossAmount: 800_000,
        },
        parties: [
          { id: "P1", kind: "person", facts: { causedIt: true, instructedBy: "P2", monthlyBonus: 300_000 } },
        ],
      },
    },
    expect: {
      disposition: "upheld",
      parties: [charged("P1", { fineMinor: 0 }), charged("P2", { fineMinor: 0 })],
    },
    reasons: ["on-instruction"],
  },
] as const;
