import type { RuleSet } from "../rule-set.ts";
import { clearBit, setBit, wordsFor } from "./bits.ts";
import type { Demand, FactIndex } from "./fact-index.ts";
import { factIndex } from "./fact-index.ts";
import type { Predicate } from "./predicate.ts";
import { predicateOf, slotsOf } from "./predicate.ts";
import type { Remainder } from "./remainder.ts";
import { emptyRemainder } from "./remainder.ts";

/** How a set of rules is going to be asked. */
export type Plan = {
  /** How many words a mask over all rules has. */
  readonly words: number;
  /** The rules that some case could make fire. */
  readonly candidates: Int32Array;
  readonly indexes: readonly PlacedIndex[];
  /** The masks of all indexes, one after the other. */
  readonly masks: Int32Array;
  readonly remainder: Remainder;
  /** For each rule, what is left to ask where the indexes leave it possible, by number in the remainder. */
  readonly remaining: readonly (readonly number[])[];
};

/** An index whose first mask begins at the word `firstRow`. */
export type PlacedIndex = Pick<FactIndex, "slot" | "rankOf"> & { readonly firstRow: number };

/**
 * Sorts what the rules ask into what is settled beforehand, what one fact settles for all rules at once, and what
 * remains to be asked rule by rule.
 *
 * @example planOf(set).remaining[0] // [], where rule 0 asks nothing but single facts
 */
export function planOf(set: RuleSet): Plan {
  const words = wordsFor(set.rules.length);
  const candidates = new Int32Array(words);
  const indexes: FactIndex[] = [];
  const remainder = emptyRemainder();
  const remaining: number[][] = set.rules.map(() => []);

  set.rules.forEach((_, rule) => setBit(candidates, rule));
  for (const [slot, demands] of demandsBySlot(set)) {
    const index = slot === undefined ? undefined : factIndex({ slot, demands, words });
    if (index) {
      indexes.push(index);
      continue;
    }
    for (const { rule, predicate } of demands) {
      if (predicate.kind !== "decided") remaining[rule]?.push(remainder.add(predicate));
      else if (!predicate.met) clearBit(candidates, rule);
    }
  }
  return { words, candidates, ...place(indexes), remainder, remaining };
}

/** Everything the rules ask, by the one slot it reads; under `undefined` what reads several or none. */
function demandsBySlot(set: RuleSet): ReadonlyMap<number | undefined, readonly Demand[]> {
  const demands = set.rules.flatMap(({ rule }, index) => demandsOf(index, predicateOf(rule.conditions, set)));
  return Map.groupBy(demands, ({ predicate }) => onlySlotOf(predicate));
}

/** What a rule asks, part by part: all of them must be met. */
function demandsOf(rule: number, predicate: Predicate): readonly Demand[] {
  return (predicate.kind === "all" ? predicate.of : [predicate]).map((part) => ({ rule, predicate: part }));
}

function onlySlotOf(predicate: Predicate): number | undefined {
  const slots = [...slotsOf(predicate)];
  return slots.length === 1 ? slots[0] : undefined;
}

function place(indexes: readonly FactIndex[]): Pick<Plan, "indexes" | "masks"> {
  const masks = new Int32Array(indexes.reduce((length, index) => length + index.masks.length, 0));
  const placed: PlacedIndex[] = [];
  let firstRow = 0;
  for (const { slot, rankOf, masks: own } of indexes) {
    placed.push({ slot, rankOf, firstRow });
    masks.set(own, firstRow);
    firstRow += own.length;
  }
  return { indexes: placed, masks };
}
