import { compareText } from "./compare-text.ts";
import { type FairnessDecision, type FairnessParty, isPenalised } from "./decision.ts";
import { type Foremost, addTo, foremostOf } from "./foremost.ts";
import type { FairnessQuestion } from "./question.ts";

/** How somebody had a part in what happened. */
export type Part = "did" | "instructed" | "planned" | "trained" | "supervised";

export const PARTS: readonly Part[] = ["did", "instructed", "planned", "trained", "supervised"];

/**
 * Where a case says that somebody had a part: a boolean fact of their own (`owns`), or a fact by which a party names them
 * (`names`), such as who instructed them.
 */
export type PartSource = { readonly part: Part; readonly fact: string; readonly by: "owns" | "names" };

/** What of the penalties fell on those with one part. Amounts in minor units. */
export type PartShare = {
  readonly part: Part;
  /** How many had the part in an upheld case, and how many of them were penalised. */
  readonly people: number;
  readonly penalised: number;
  /** What they pay, each with all of their amount in every part that they had. */
  readonly amountMinor: number;
  /** Of all amounts, 0 to 1; null where nobody pays anything. */
  readonly shareOfAmount: number | null;
};

/** A case in which only those of the lowest rank bear anything. */
export type LowestPays = {
  readonly id: string;
  readonly reference: string;
  /** Those who bear something. */
  readonly paying: readonly string[];
  /** Those of higher rank in the case who bear nothing, with their parts. */
  readonly spared: readonly {
    readonly party: string;
    readonly rank: string;
    readonly parts: readonly Part[];
  }[];
};

export type LeftOut = {
  readonly parts: readonly PartShare[];
  readonly amountMinor: number;
  /** Penalised people of whom the case states no part. */
  readonly withoutPart: number;
  /** Cases with people of several ranks and a penalty; of those the ones in which only the lowest pays, at most 200. */
  readonly severalRanks: number;
  readonly lowestPays: number;
  readonly cases: readonly LowestPays[];
};

export type LeftOutOptions = {
  readonly parts: readonly PartSource[];
  /** The fact that states a person's rank, and the ranks, lowest first. */
  readonly rank?: { readonly fact: string; readonly order: readonly string[] };
  /** ISO 4217: amounts in another currency are left out. */
  readonly currency: string;
};

const LISTED: Foremost<LowestPays> = { most: 200, order: (a, b) => compareText(a.id, b.id) };

/**
 * Who is left out? Of penalties in upheld cases: what fell on those who did it, and what on those who instructed, planned,
 * trained or supervised; and the cases in which only the lowest rank bears anything though people of higher rank stand in
 * them. It says what the cases state; whom nobody named is in no figure.
 */
export function leftOut(options: LeftOutOptions): FairnessQuestion<LeftOut> {
  const tallies = new Map(PARTS.map((part) => [part, { people: 0, penalised: 0, amountMinor: 0 }]));
  const cases: LowestPays[] = [];
  let amountMinor = 0;
  let withoutPart = 0;
  let severalRanks = 0;
  let lowestPays = 0;
  return {
    see: (decision) => {
      if (decision.disposition !== "upheld") return;
      const isCounted = decision.currency === options.currency;
      for (const party of decision.parties) {
        const parts = partsOf(party, decision, options.parts);
        const amount = isCounted ? party.decided.totalMinor : 0;
        amountMinor += amount;
        if (parts.length === 0 && isPenalised(party)) withoutPart++;
        for (const part of parts) countIn(tallies.get(part), { amount, isPenalised: isPenalised(party) });
      }
      const ranks = ranksIn(decision, options);
      if (!ranks) return;
      severalRanks++;
      if (!ranks.onlyLowest) return;
      lowestPays++;
      addTo(cases, ranks.onlyLowest, LISTED);
    },
    answer: () => ({
      parts: [...tallies].map(([part, counted]) => ({
        part,
        ...counted,
        shareOfAmount: amountMinor === 0 ? null : counted.amountMinor / amountMinor,
      })),
      amountMinor,
      withoutPart,
      severalRanks,
      lowestPays,
      cases: foremostOf(cases, LISTED),
    }),
  };
}

type Tally = { people: number; penalised: number; amountMinor: number };

function countIn(
  tally: Tally | undefined,
  seen: { readonly amount: number; readonly isPenalised: boolean },
): void {
  if (!tally) return;
  tally.people++;
  tally.amountMinor += seen.amount;
  if (seen.isPenalised) tally.penalised++;
}

function partsOf(
  { party, facts }: FairnessParty,
  { parties }: FairnessDecision,
  sources: readonly PartSource[],
): readonly Part[] {
  const isNamed = ({ fact, by }: PartSource): boolean =>
    by === "owns" ? facts[fact] === true : parties.some((other) => other.facts[fact] === party);
  return PARTS.filter((part) => sources.some((source) => source.part === part && isNamed(source)));
}

/** Whether people of several ranks stand in a case in which somebody is penalised, and whether only the lowest rank is. */
function ranksIn(
  decision: FairnessDecision,
  { rank, parts }: LeftOutOptions,
): { readonly onlyLowest: LowestPays | undefined } | undefined {
  if (!rank) return undefined;
  const ranked = decision.parties.flatMap((party) => {
    const value = party.facts[rank.fact];
    const at = typeof value === "string" ? rank.order.indexOf(value) : -1;
    return at < 0 || typeof value !== "string" ? [] : [{ party, value, at }];
  });
  const lowest = Math.min(...ranked.map(({ at }) => at));
  const paying = ranked.filter(({ party }) => isPenalised(party));
  const spared = ranked.filter(({ at, party }) => at > lowest && !isPenalised(party));
  if (paying.length === 0 || ranked.every(({ at }) => at === lowest)) return undefined;
  if (!paying.every(({ at }) => at === lowest)) return { onlyLowest: undefined };
  return {
    onlyLowest: {
      id: decision.id,
      reference: decision.reference,
      paying: paying.map(({ party }) => party.party),
      spared: spared.map(({ party, value }) => ({
        party: party.party,
        rank: value,
        parts: partsOf(party, decision, parts),
      })),
    },
  };
}
