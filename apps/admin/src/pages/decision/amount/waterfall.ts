import type {
  DecisionRecord,
  ExplanationStep,
  LocalizedText,
  Outcome,
  PartyOutcome,
  Reference,
} from "@evenhand/domain";

/**
 * What adds to, or takes off, what one party is charged:
 * - `rule`: what a rule says
 * - `floor`: rules that replace a fine took off more than there was, and nobody is charged less than nothing
 * - `withheld`: the case came out so that nothing is charged
 * - `guard`: a statutory guard took it off for good
 * - `departure`: whoever decided, decided otherwise than the rules propose
 */
export type WaterfallPart = {
  readonly kind: "rule" | "floor" | "withheld" | "guard" | "departure";
  /** Of a rule: what it is called. */
  readonly label?: LocalizedText;
  readonly references: readonly Reference[];
  /** Signed, minor units. */
  readonly amountMinor: number;
  /** What was charged before it. */
  readonly startMinor: number;
};

export type Waterfall = {
  readonly party: string;
  readonly parts: readonly WaterfallPart[];
  readonly totalMinor: number;
};

type Decided = Pick<DecisionRecord, "explanation" | "proposal" | "outcome">;

/**
 * From nothing to what a party is charged, rule by rule.
 *
 * INVARIANT: the parts add up to the total of the outcome.
 *
 * @example waterfallOf(record, "P1").parts.map(({ kind, amountMinor }) => [kind, amountMinor])
 * // [["rule", 120000], ["departure", -20000]] of 1,000.00
 */
export function waterfallOf({ explanation, proposal, outcome }: Decided, party: string): Waterfall {
  const proposed = partyIn(proposal, party);
  const proposedMinor = proposed?.totalMinor ?? 0;
  const totalMinor = partyIn(outcome, party)?.totalMinor ?? 0;
  const lostMinor = proposed?.notDeductibleMinor ?? 0;
  const byRules = explanation.filter((step) => isCharge(step, party)).map(chargeOf);
  const sumMinor = byRules.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const unsaid = { references: [] };
  const all: readonly Omit<WaterfallPart, "startMinor">[] = [
    ...byRules,
    {
      ...unsaid,
      kind: sumMinor < 0 ? "floor" : "withheld",
      amountMinor: proposedMinor + lostMinor - sumMinor,
    },
    { ...unsaid, kind: "guard", amountMinor: -lostMinor },
    { ...unsaid, kind: "departure", amountMinor: totalMinor - proposedMinor },
  ];
  const parts: WaterfallPart[] = [];
  let startMinor = 0;
  for (const part of all) {
    if (part.amountMinor === 0) continue;
    parts.push({ ...part, startMinor });
    startMinor += part.amountMinor;
  }
  return { party, parts, totalMinor };
}

function partyIn({ parties }: Outcome, party: string): PartyOutcome | undefined {
  return parties.find((one) => one.party === party);
}

/** Whether a rule that stands charges a party something, be it named by the rule of another. */
function isCharge(
  { kind, stage, fired, stands, effect, party: asked }: ExplanationStep,
  party: string,
): boolean {
  const charges = effect?.type === "fine" || effect?.type === "deduct";
  if (kind !== "rule" || stage !== "penalty" || fired !== true || stands === false || !charges) return false;
  return (effect.params["on"] ?? asked) === party;
}

function chargeOf({
  label,
  references,
  arithmetic = [],
}: ExplanationStep): Omit<WaterfallPart, "startMinor"> {
  const amountMinor = arithmetic.reduce((sum, { resultMinor = 0 }) => sum + resultMinor, 0);
  return { kind: "rule", label: arithmetic[0]?.label ?? label, references, amountMinor };
}
