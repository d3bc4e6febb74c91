import type { Guard, GuardCap, GuardDateFact, GuardPeriod, Reference, WageFact } from "@evenhand/domain";
import { citation } from "../citation.ts";
import { amount, dayInWords, percentage } from "../figures.ts";
import type { GuardWords } from "../guard-words.ts";
import { quoted } from "./noun.ts";

/** Statutory guards in English. */
export const ENGLISH_GUARD: GuardWords = {
  title: ({ title, jurisdiction }) => `${quoted(title.en)} (${jurisdiction})`,
  from: (day, cite) => `From ${dayInWords(day, "en")} this holds${cite}:`,
  rules: (period, guard, vocabulary) =>
    rulesOf(period, guard).map(([text, references]) => text + citation(references, vocabulary)),
  item: (text, index, isLast) =>
    `(${String.fromCharCode("a".charCodeAt(0) + index)}) ${text}${isLast ? "." : ";"}`,
  caution: ({ confidence }) =>
    `Our confidence in these figures is ${confidence}. They are a starting point for counsel, not legal advice.`,
};

/** What has no article of its own rests on those of the whole period, which are cited first. */
const NOWHERE_ELSE: readonly Reference[] = [];

type Said = readonly [text: string, references: readonly Reference[]];

function rulesOf(period: GuardPeriod, guard: Guard): readonly Said[] {
  const { moneyPenalty, floor, limitationDays, requires = [], doublePunishment } = period;
  if (moneyPenalty === "forbidden") return [["no money at all is taken from anybody", NOWHERE_ELSE]];
  return [
    ...(moneyPenalty === "loss-only"
      ? [["only a share of a loss is deducted, and no fine", NOWHERE_ELSE] as const]
      : []),
    ...capped(period.perActCap, guard, (most) => `for one case at most ${most} is deducted, over all months`),
    ...capped(
      period.perPeriodCap,
      guard,
      (most) => `in one month at most ${most} is deducted, over all cases`,
    ),
    ...capped(
      period.allDeductionsCap,
      guard,
      (most) => `in one month all deductions together, whatever they are for, take at most ${most}`,
    ),
    ...(floor
      ? [[`what is left of the month's wage is not below ${BASES[floor.base]}`, floor.references] as const]
      : []),
    carried(period),
    ...requires.map(({ fact, references: own }): Said => [BEFORE[fact], own]),
    ...(limitationDays
      ? [
          [
            `a deduction is decided within ${limitationDays.days} days of the act, the last one included`,
            limitationDays.references,
          ] as const,
        ]
      : []),
    ...(doublePunishment === "forbidden" ? [["one act is not punished twice", NOWHERE_ELSE] as const] : []),
  ];
}

function capped(
  cap: GuardCap | undefined,
  { currency }: Guard,
  say: (most: string) => string,
): readonly Said[] {
  if (!cap) return [];
  const most =
    "rate" in cap
      ? `${percentage(cap.rate)} of ${BASES[cap.base]}`
      : amount(cap.amountMinor, { language: "en", currency });
  return [[say(most), cap.references]];
}

function carried({ carry }: GuardPeriod): Said {
  const { allowed, instalments, horizonDays } = carry;
  const until = horizonDays === undefined ? "" : ` that begin within ${horizonDays} days of the decision`;
  const text = !allowed
    ? "what is deducted is taken in one sum, and nothing is moved to a later month"
    : instalments
      ? `what does not fit into a month may be taken in later months${until}, in several sums`
      : `what is deducted is taken in one sum, in one month${horizonDays === undefined ? "" : ` that begins within ${horizonDays} days of the decision`}`;
  return [text, carry.references ?? NOWHERE_ELSE];
}

const BASES: Readonly<Record<WageFact, string>> = {
  monthlyWage: "the month's wage",
  minimumWage: "the local minimum wage",
  averageDailyWage: "the average daily wage",
  monthlyBonus: "the month's performance bonus",
};

const BEFORE: Readonly<Record<GuardDateFact, string>> = {
  actOn: "the day of the act is stated before money is taken",
  heardOn: "the person is heard before money is taken",
  noticeGivenOn: "the person is told in writing before money is taken",
};
