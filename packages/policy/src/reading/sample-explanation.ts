import type {
  ConditionTrace,
  EvaluateResponse,
  ExplanationStep,
  Outcome,
  PartyOutcome,
  PolicyVersion,
} from "@evenhand/domain";
import { preparePolicy } from "../prepare-policy.ts";
import { readExplanation } from "./read-explanation.ts";
import { SAMPLE_POLICY, sampleRule } from "./sample-policy.ts";

const BEAR = sampleRule(
  { type: "bear", params: { portion: "points", points: { fact: "points" }, of: { fact: "allPoints" } } },
  { all: [{ condition: "upheld" }] },
  {
    id: "bear",
    stage: "attribution",
    label: { en: "By points", zh: "按基数承担" },
    references: [{ article: "21(2)" }],
  },
);
const CLOSE = sampleRule(
  {
    type: "due",
    params: {
      step: "close",
      from: "receivedOn",
      within: { fact: "parameter.closeDays" },
      unit: "calendar-days",
    },
  },
  { all: [{ condition: "upheld" }] },
  {
    id: "close",
    scope: "case",
    stage: "deadline",
    label: { en: "Close in time", zh: "按期结案" },
    references: [{ article: "26" }],
  },
);
export const FINE = sampleRule(
  { type: "fine", params: { amount: { fact: "parameter.fine" }, on: { fact: "head" } } },
  { all: [{ fact: "ownsPlan", operator: "equal", value: true }] },
  {
    id: "fine",
    label: { en: "Plan owners are fined", zh: "方案负责方罚款" },
    references: [{ article: "23" }],
  },
);
export const VERSION: PolicyVersion = preparePolicy({ ...SAMPLE_POLICY, rules: [BEAR, FINE, CLOSE] });

const UPHELD: ConditionTrace = {
  kind: "all",
  met: true,
  of: [
    {
      kind: "comparison",
      met: true,
      fact: "disposition",
      operator: "equal",
      saw: "upheld",
      expected: "upheld",
    },
  ],
};
export const NO_OWNER: ConditionTrace = {
  kind: "all",
  met: false,
  of: [{ kind: "comparison", met: false, fact: "ownsPlan", operator: "equal", saw: false, expected: true }],
};
const OWNER: ConditionTrace = {
  kind: "all",
  met: true,
  of: [{ kind: "comparison", met: true, fact: "ownsPlan", operator: "equal", saw: true, expected: true }],
};

export const NOTHING: PartyOutcome = {
  party: "P0",
  fineMinor: 0,
  bonusMinor: 0,
  totalMinor: 0,
  grade: null,
  reminder: false,
  commendation: false,
  schedule: [],
  outstandingMinor: 0,
  suspended: false,
};

const OUTCOME: Outcome = {
  disposition: "upheld",
  category: "quality",
  caseNumber: "260704",
  parties: [
    {
      ...NOTHING,
      party: "P1",
      role: "primary",
      shareMillionths: 100_000,
      bonusMinor: 120_000,
      totalMinor: 120_000,
      schedule: [
        { month: "2026-07", amountMinor: 100_000 },
        { month: "2026-08", amountMinor: 20_000 },
      ],
    },
    { ...NOTHING, party: "P2", exemption: "untrained", shareMillionths: 0 },
    {
      ...NOTHING,
      party: "H1",
      fineMinor: 5_000,
      totalMinor: 5_000,
      grade: "warning",
      schedule: [{ month: "2026-07", amountMinor: 5_000 }],
    },
  ],
  bearers: [
    { bearer: "P1", amountMinor: 120_000 },
    { bearer: "company", amountMinor: 1_080_000 },
  ],
  deadlines: [{ step: "close", dueOn: "2026-07-13", provisional: true }],
  authority: { level: "general-manager", excluded: ["P1", "P2"] },
  compensation: [{ to: "customer", amountMinor: 47_400, bearer: "company" }],
  measures: [{ kind: "repair", party: "P1", quantity: "3" }],
  warnings: [
    {
      code: "future-date",
      message: "`receivedOn` (2026-07-06) is in the future",
      text: { en: "`receivedOn` (2026-07-06) is in the future", zh: "`receivedOn`（2026-07-06）在将来" },
    },
  ],
};

export const step = (rule: typeof BEAR, more: Partial<ExplanationStep>): ExplanationStep => ({
  stage: rule.stage,
  kind: "rule",
  rule: rule.id,
  label: rule.label,
  references: rule.references,
  fired: false,
  ...more,
});
export const bore = step(BEAR, {
  fired: true,
  stands: true,
  conditions: UPHELD,
  effect: { type: "bear", params: { portion: "points", points: 4, of: 40 } },
});

export const EXPLANATION: readonly ExplanationStep[] = [
  {
    stage: "version",
    kind: "version",
    label: {
      en: "version 3, in force from 2026-07-01, because day of receipt is 2026-07-06",
      zh: "适用第3版（自2026-07-01起施行），因为收到日期为2026-07-06",
    },
    references: [],
  },
  { ...bore, party: "P1" },
  { ...bore, party: "P2" },
  {
    stage: "attribution",
    kind: "computed",
    label: { en: "the loss divided", zh: "损失的分配" },
    references: [],
    arithmetic: [
      { label: { en: "P1", zh: "P1" }, formula: "12,000.00 × 4 ÷ 40 = 1,200.00", resultMinor: 120_000 },
    ],
    note: { en: "ties go to whoever stands first", zh: "余数相同时先列者优先" },
  },
  step(FINE, { party: "P1", conditions: NO_OWNER }),
  step(FINE, {
    party: "P2",
    fired: true,
    stands: true,
    conditions: OWNER,
    effect: { type: "fine", params: { amount: 5_000, on: "H1" } },
    arithmetic: [{ label: FINE.label, formula: "50.00", resultMinor: 5_000 }],
  }),
  {
    ...step(CLOSE, {
      fired: true,
      stands: true,
      conditions: UPHELD,
      effect: {
        type: "due",
        params: { step: "close", from: "receivedOn", within: 7, unit: "calendar-days" },
      },
    }),
    arithmetic: [
      {
        label: { en: "7 calendar days from day of receipt", zh: "自收到日期起7日" },
        formula: "2026-07-06 + 7 = 2026-07-13",
      },
    ],
  },
  {
    ...step(CLOSE, {
      fired: true,
      stands: false,
      conditions: UPHELD,
      note: { en: "another rule already sets this deadline", zh: "该期限已确定" },
    }),
    rule: "gone",
    label: { en: "Close later", zh: "延后结案" },
  },
];

/** The sample decision. */
export const RESPONSE: EvaluateResponse = {
  policy: { id: "sample", version: 3, hash: VERSION.hash },
  reference: "2026-07",
  evaluatedAt: "2026-07-20T09:30:00+08:00",
  calendar: { id: "cn", version: 2, hash: "c0ffee" },
  guards: [{ jurisdiction: "in", effectiveFrom: "2017-02-15", hash: "beef" }],
  outcome: OUTCOME,
  explanation: EXPLANATION,
};

/** The sample decision, changed as a test asks, as a letter. */
export function explain(
  outcome: Partial<Outcome> = {},
  explanation: readonly ExplanationStep[] = EXPLANATION,
  language: "en" | "zh" = "en",
): string {
  return readExplanation(
    VERSION,
    { ...RESPONSE, outcome: { ...OUTCOME, ...outcome }, explanation },
    language,
  );
}
