import type { DraftDocument } from "@evenhand/service";
import { IN_FORCE, type Text } from "./second-reckoning.ts";

/**
 * What one case costs under the version in force and under a candidate, worked out by hand from the text of the policy and
 * what the case states, in yuan: `<person> <in all>: <month> <amount>, …`, those who pay nothing left out. `how` is the
 * reckoning; without months only the amounts were reckoned. Unchanged cases have one figure.
 */
export type ByHand = {
  readonly of: string;
  readonly how: string;
  readonly was: readonly string[];
  readonly is?: readonly string[];
};

/** A draft against version 3, the sentence that must come out, and ten cases reckoned by hand. */
export type Candidate = {
  readonly name: string;
  readonly change: (document: DraftDocument) => DraftDocument;
  /** The same change in the text. */
  readonly text: Text;
  readonly headline: { readonly en: string; readonly zh: string };
  readonly byHand: readonly ByHand[];
};

type Parameters = Readonly<Record<string, { readonly value: number }>>;

function withValue(id: string, value: number): Candidate["change"] {
  return (document) => {
    const parameters = document["parameters"] as Parameters;
    return { ...document, parameters: { ...parameters, [id]: { ...parameters[id], value } } };
  };
}

const CAP_RAISED: Candidate = {
  name: "the cap raised from 30% to 50% of a month's bonus",
  change: withValue("bonusCapRate", 0.5),
  text: { ...IN_FORCE, capPercent: 50 },
  headline: {
    en: "The draft would change 1,539 of 2,000 decisions (77%): none of them in amount.",
    zh: "草案将改变2,000件决定中的1,539件（77%）：金额均不变。",
  },
  byHand: [
    {
      of: "SAMPLE-0011",
      how: "a loss of 1,683 for the second time: 800. Bonus 1,323: 30% is 396.90, 50% is 661.50 a month. 2 × 396.90 = 793.80, and 6.20",
      was: ["E1039 800.00: 2024-07–2024-08 396.90, 2024-09 6.20"],
      is: ["E1039 800.00: 2024-07 661.50, 2024-08 138.50"],
    },
    {
      of: "SAMPLE-0007",
      how:
        "a loss of 5,486: 1,200, on top of SAMPLE-0011. At 30% July and August are full and September has 396.90 − 6.20 = 390.70; " +
        "1,200 − 390.70 − 2 × 396.90 = 15.50. At 50% July is full, August has 523.00, September 661.50, and 15.50",
      was: ["E1039 1,200.00: 2024-09 390.70, 2024-10–2024-11 396.90, 2024-12 15.50"],
      is: ["E1039 1,200.00: 2024-08 523.00, 2024-09 661.50, 2024-10 15.50"],
    },
    {
      of: "SAMPLE-0145",
      how:
        "a loss of 4,578 of two alike: 2,289 each. E1022 wilful and again: 800 + 2,289 = 3,089; bonus 1,176, so 352.80 and 588. " +
        "At 30% their 100, 800 and 100 before leave 58.40 in October; 3,030.60 = 8 × 352.80 + 208.20. At 50% they leave 176 in " +
        "September; 2,913 = 4 × 588 + 561. E1077 careless and again: 800; bonus 994, so 298.20 and 497",
      was: [
        "E1022 3,089.00: 2024-10 58.40, 2024-11–2025-06 352.80, 2025-07 208.20",
        "E1077 800.00: 2024-09–2024-10 298.20, 2024-11 203.60",
      ],
      is: [
        "E1022 3,089.00: 2024-09 176.00, 2024-10–2025-01 588.00, 2025-02 561.00",
        "E1077 800.00: 2024-09 497.00, 2024-10 303.00",
      ],
    },
    {
      of: "SAMPLE-0017",
      how: "a loss of 1,914, two did it, both for the first time: 500 each. Bonus 979: 293.70 and 489.50; bonus 1,152: 345.60 and 576",
      was: ["E1043 500.00: 2024-07 293.70, 2024-08 206.30", "E1173 500.00: 2024-07 345.60, 2024-08 154.40"],
      is: ["E1043 500.00: 2024-07 489.50, 2024-08 10.50", "E1173 500.00: 2024-07 500.00"],
    },
    {
      of: "SAMPLE-0012",
      how:
        "a loss of 17,051: 1,200. Bonus 1,183: 354.90 and 591.50, of which SAMPLE-0022 takes 100 in July. " +
        "1,200 − 254.90 − 2 × 354.90 = 235.30; 1,200 − 491.50 − 591.50 = 117.00",
      was: ["E1144 1,200.00: 2024-07 254.90, 2024-08–2024-09 354.90, 2024-10 235.30"],
      is: ["E1144 1,200.00: 2024-07 491.50, 2024-08 591.50, 2024-09 117.00"],
    },
    {
      of: "SAMPLE-0008",
      how: "a loss of 4,687 for the first time: 500. Bonus 1,126: 337.80, so 162.20 wait; 563.00 holds all of it",
      was: ["E1113 500.00: 2024-07 337.80, 2024-08 162.20"],
      is: ["E1113 500.00: 2024-07 500.00"],
    },
    {
      of: "SAMPLE-0028",
      how:
        "a loss of 1,266 for the second time: 800, on top of SAMPLE-0008. 337.80 − 162.20 = 175.60 in August, then 337.80 and " +
        "286.60; at 50% August is free: 563.00 and 237.00",
      was: ["E1113 800.00: 2024-08 175.60, 2024-09 337.80, 2024-10 286.60"],
      is: ["E1113 800.00: 2024-08 563.00, 2024-09 237.00"],
    },
    {
      of: "SAMPLE-0120",
      how:
        "a loss of 3,413, wilful and alone: 500 + 3,413 = 3,913. Bonus 1,065: 319.50, 12 × 319.50 = 3,834.00 and 79.00; " +
        "532.50, 7 × 532.50 = 3,727.50 and 185.50",
      was: ["E1053 3,913.00: 2024-09–2025-08 319.50, 2025-09 79.00"],
      is: ["E1053 3,913.00: 2024-09–2025-03 532.50, 2025-04 185.50"],
    },
    {
      of: "SAMPLE-0001",
      how: "a loss of 1,003 for the first time: 500, below 30% of 8,231, which is 2,469.30",
      was: ["E1142 500.00: 2024-07 500.00"],
    },
    { of: "SAMPLE-0002", how: "a loss of 8,090, done on instruction: nobody pays", was: [] },
  ],
};

const TIER_LOWERED: Candidate = {
  name: "the fine for a large loss lowered from 1,200 to 1,000",
  change: withValue("largeFine", 100_000),
  text: { ...IN_FORCE, largeFine: 100_000 },
  headline: {
    en: "The draft would change 965 of 2,000 decisions (48.3%): 0 higher, 208 lower, 757 at the same amount; net −48,000.00.",
    zh: "草案将改变2,000件决定中的965件（48.3%）：0件增加，208件减少，757件金额不变；合计−48,000.00元。",
  },
  byHand: [
    {
      of: "SAMPLE-0007",
      how: "a loss of 5,486; a month takes 396.90, September has 390.70: 1,000 − 390.70 − 396.90 = 212.40",
      was: ["E1039 1,200.00: 2024-09 390.70, 2024-10–2024-11 396.90, 2024-12 15.50"],
      is: ["E1039 1,000.00: 2024-09 390.70, 2024-10 396.90, 2024-11 212.40"],
    },
    {
      of: "SAMPLE-0012",
      how: "a loss of 17,051; a month takes 354.90, July has 254.90: 1,000 − 254.90 − 2 × 354.90 = 35.30",
      was: ["E1144 1,200.00: 2024-07 254.90, 2024-08–2024-09 354.90, 2024-10 235.30"],
      is: ["E1144 1,000.00: 2024-07 254.90, 2024-08–2024-09 354.90, 2024-10 35.30"],
    },
    {
      of: "SAMPLE-0051",
      how:
        "a loss of 12,300, on top of SAMPLE-0012: October has 354.90 − 235.30 = 119.60, and 354.90 − 35.30 = 319.60. " +
        "1,200 − 119.60 − 3 × 354.90 = 15.70; 1,000 − 319.60 − 354.90 = 325.50",
      was: ["E1144 1,200.00: 2024-10 119.60, 2024-11–2025-01 354.90, 2025-02 15.70"],
      is: ["E1144 1,000.00: 2024-10 319.60, 2024-11 354.90, 2024-12 325.50"],
    },
    {
      of: "SAMPLE-0055",
      how:
        "a loss of 2,347, again: 800 as before, but on top of SAMPLE-0051. February has 339.20: 800 − 339.20 − 354.90 = 105.90; " +
        "December has 29.40: 800 − 29.40 − 2 × 354.90 = 60.80",
      was: ["E1144 800.00: 2025-02 339.20, 2025-03 354.90, 2025-04 105.90"],
      is: ["E1144 800.00: 2024-12 29.40, 2025-01–2025-02 354.90, 2025-03 60.80"],
    },
    {
      of: "SAMPLE-0039",
      how: "a loss of 7,623; 30% of 1,826 is 547.80: 1,200 − 2 × 547.80 = 104.40, 1,000 − 547.80 = 452.20",
      was: ["E1094 1,200.00: 2024-08–2024-09 547.80, 2024-10 104.40"],
      is: ["E1094 1,000.00: 2024-08 547.80, 2024-09 452.20"],
    },
    {
      of: "SAMPLE-0068",
      how: "a loss of 8,129; 30% of 4,574 is 1,372.20, of which SAMPLE-0072 takes 800 in August: 572.20 and the rest",
      was: ["E1179 1,200.00: 2024-08 572.20, 2024-09 627.80"],
      is: ["E1179 1,000.00: 2024-08 572.20, 2024-09 427.80"],
    },
    {
      of: "SAMPLE-0084",
      how: "a loss of exactly 5,000 is a large one; 30% of 2,680 is 804",
      was: ["E1124 1,200.00: 2024-08 804.00, 2024-09 396.00"],
      is: ["E1124 1,000.00: 2024-08 804.00, 2024-09 196.00"],
    },
    {
      of: "SAMPLE-0134",
      how:
        "a loss of 5,626, two did it: the fine is of each. 30% of 2,373 is 711.90; 30% of 1,011 is 303.30: " +
        "1,200 − 3 × 303.30 = 290.10, 1,000 − 3 × 303.30 = 90.10",
      was: [
        "E1108 1,200.00: 2024-09 711.90, 2024-10 488.10",
        "E1103 1,200.00: 2024-09–2024-11 303.30, 2024-12 290.10",
      ],
      is: [
        "E1108 1,000.00: 2024-09 711.90, 2024-10 288.10",
        "E1103 1,000.00: 2024-09–2024-11 303.30, 2024-12 90.10",
      ],
    },
    {
      of: "SAMPLE-0808",
      how:
        "a loss of 5,004, wilful and alone: 1,200 + 5,004 = 6,204 and 1,000 + 5,004 = 6,004. 30% of 1,002 is 300.60: " +
        "20 × 300.60 = 6,012.00 and 192.00; 19 × 300.60 = 5,711.40 and 292.60",
      was: ["E1032 6,204.00: 2025-05–2026-12 300.60, 2027-01 192.00"],
      is: ["E1032 6,004.00: 2025-05–2026-11 300.60, 2026-12 292.60"],
    },
    {
      of: "SAMPLE-0123",
      how: "a loss of exactly 20,000 is a serious one, and costs 2,000 as before; 30% of 1,231 is 369.30: 5 × 369.30 = 1,846.50",
      was: ["E1127 2,000.00: 2024-09–2025-01 369.30, 2025-02 153.50"],
    },
  ],
};

const RULE_ADDED: Candidate = {
  name: "a rule added by which gross carelessness costs a tenth of a month's bonus besides",
  change: (document) => ({
    ...document,
    parameters: {
      ...(document["parameters"] as Parameters),
      grossMonths: {
        value: 0.1,
        unit: "months",
        label: { en: "part of a month's bonus for gross carelessness", zh: "重大过失扣减的月奖金份数" },
        references: [{ article: "5" }],
      },
    },
    rules: [
      ...(document["rules"] as readonly object[]),
      {
        id: "gross-tenth",
        stage: "penalty",
        scope: "party",
        label: { en: "Grossly careless: a part of the bonus", zh: "重大过失的，另扣部分奖金" },
        references: [{ article: "5" }],
        rule: {
          conditions: {
            all: [{ condition: "answers" }, { fact: "intent", operator: "equal", value: "gross" }],
          },
          event: { type: "deduct", params: { of: "bonus", months: { fact: "parameter.grossMonths" } } },
        },
      },
    ],
  }),
  text: { ...IN_FORCE, grossPercent: 10 },
  headline: {
    en: "The draft would change 833 of 2,000 decisions (41.7%): 197 higher, 0 lower, 636 at the same amount; net +29,501.70. 14 would need a higher approver.",
    zh: "草案将改变2,000件决定中的833件（41.7%）：197件增加，0件减少，636件金额不变；合计+29,501.70元。14件须由更高层级审批。",
  },
  byHand: [
    {
      of: "SAMPLE-0026",
      how: "a loss of 1,180 for the first time: 500, and a tenth of 1,132: 613.20. A month takes 339.60",
      was: ["E1007 500.00: 2024-07 339.60, 2024-08 160.40"],
      is: ["E1007 613.20: 2024-07 339.60, 2024-08 273.60"],
    },
    {
      of: "SAMPLE-0050",
      how:
        "a loss of 1,401, again: 800, and 113.20: 913.20, on top of SAMPLE-0026. August has 179.20: 800 − 179.20 − 339.60 = 281.20; " +
        "then 66.00: 913.20 − 66 − 2 × 339.60 = 168.00",
      was: ["E1007 800.00: 2024-08 179.20, 2024-09 339.60, 2024-10 281.20"],
      is: ["E1007 913.20: 2024-08 66.00, 2024-09–2024-10 339.60, 2024-11 168.00"],
    },
    {
      of: "SAMPLE-0067",
      how:
        "careless this time, a loss of 2,089: 800 as before, on top of SAMPLE-0050. October has 58.40: 800 − 58.40 − 2 × 339.60 = " +
        "62.40; November has 171.60: 800 − 171.60 − 339.60 = 288.80",
      was: ["E1007 800.00: 2024-10 58.40, 2024-11–2024-12 339.60, 2025-01 62.40"],
      is: ["E1007 800.00: 2024-11 171.60, 2024-12 339.60, 2025-01 288.80"],
    },
    {
      of: "SAMPLE-0023",
      how: "a loss of 526: 100, and a tenth of 1,292: 229.20",
      was: ["E1111 100.00: 2024-07 100.00"],
      is: ["E1111 229.20: 2024-07 229.20"],
    },
    {
      of: "SAMPLE-0039",
      how: "a loss of 7,623: 1,200, and a tenth of 1,826: 1,382.60. A month takes 547.80",
      was: ["E1094 1,200.00: 2024-08–2024-09 547.80, 2024-10 104.40"],
      is: ["E1094 1,382.60: 2024-08–2024-09 547.80, 2024-10 287.00"],
    },
    {
      of: "SAMPLE-0110",
      how: "a loss of 368: 100, and a tenth of 2,548: 354.80, below 764.40",
      was: ["E1117 100.00: 2024-09 100.00"],
      is: ["E1117 354.80: 2024-09 354.80"],
    },
    {
      of: "SAMPLE-0174",
      how: "a loss of 860: 100, and a tenth of 2,517: 351.70, below 755.10",
      was: ["E1044 100.00: 2024-09 100.00"],
      is: ["E1044 351.70: 2024-09 351.70"],
    },
    {
      of: "SAMPLE-0106",
      how: "a loss of 1,676, again: 800, and a tenth of 1,048: 904.80. A month takes 314.40",
      was: ["E1033 800.00: 2024-08–2024-09 314.40, 2024-10 171.20"],
      is: ["E1033 904.80: 2024-08–2024-09 314.40, 2024-10 276.00"],
    },
    {
      of: "SAMPLE-0960",
      how: "the loss is not known, so no fine; a tenth of 1,292 all the same. In which month hangs on some thirty cases before",
      was: [],
      is: ["E1111 129.20"],
    },
    { of: "SAMPLE-1161", how: "grossly careless, but the customer caused it: nothing", was: [] },
  ],
};

export const CANDIDATES: readonly Candidate[] = [CAP_RAISED, TIER_LOWERED, RULE_ADDED];
