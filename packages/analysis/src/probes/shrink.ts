import { type Bench, areComparable } from "./bench.ts";
import { rulesBetween } from "./charges.ts";
import { outcomeDiffers } from "./protected-facts.ts";
import { kindOf, stepAt } from "./steps.ts";
import { type Trial, valueAt, withParties, withValue } from "./trial.ts";
import { fromUnits, toUnits } from "./units.ts";
import { type Candidate, type Pair, wrongGrade, wrongOrder } from "./watch.ts";

/**
 * The smallest pair found that still shows the same thing: the two values as near each other as they can be, other parties
 * and whatever else is not needed left out.
 */
export function shrunk(candidate: Candidate, bench: Bench): Candidate {
  const nearer = isSteady(candidate) ? broughtTogether(candidate, bench) : candidate;
  return strippedOf(nearer, bench);
}

/** Steps are one unit wide already; grades and protected facts have no middle. */
function isSteady({ kind }: Candidate): boolean {
  return kind === "worse-costs-less" || kind === "milder-costs-more" || kind === "remainder";
}

/** Halves the distance again and again: where a charge falls between two values, it falls in one of the halves. */
function broughtTogether(candidate: Candidate, bench: Bench): Candidate {
  const { fact } = candidate.pair;
  let best = candidate;
  for (;;) {
    const [lower, upper] = best.pair.values.map((value) => toUnits(value, fact.type));
    if (lower === undefined || upper === undefined || upper - lower <= 1) return best;
    const middle = fromUnits(
      lower + Math.floor((upper - lower) / 2),
      fact.type,
      bench.loaded.version.policy.timeZone,
    );
    const half =
      tryPair(best, { values: [best.pair.values[0], middle] }, bench) ??
      tryPair(best, { values: [middle, best.pair.values[1]] }, bench);
    if (!half) return best;
    best = half;
  }
}

function strippedOf(candidate: Candidate, bench: Bench): Candidate {
  let best = candidate;
  for (const change of strippings(candidate)) {
    const base = change(best.pair.tried[0].trial);
    best = (base && tryPair(best, { base }, bench)) ?? best;
  }
  return best;
}

type Stripping = (trial: Trial) => Trial | undefined;

/** Everything that might not be needed, one at a time: other parties, what is on record, facts, evidence. */
function strippings({ id, pair: { slot, tried } }: Candidate): readonly Stripping[] {
  const { request, onRecord } = tried[0].trial;
  const { parties, facts } = request.case;
  const others = parties.filter((party) => party.id !== id && party.id !== slot.party);
  const slots = [
    ...Object.keys(facts).map((fact) => ({ fact })),
    ...parties.flatMap((party) => Object.keys(party.facts).map((fact) => ({ fact, party: party.id }))),
    ...onRecord.map(({ party, code }) => ({ fact: code, party, code })),
  ].filter(({ fact, ...place }) => fact !== slot.fact || ("party" in place && place.party !== slot.party));
  return [
    ...others.map(
      (gone): Stripping =>
        (trial) =>
          withParties(
            trial,
            trial.request.case.parties.filter((party) => party.id !== gone.id),
          ),
    ),
    ...slots.map(
      (place): Stripping =>
        (trial) =>
          valueAt(trial, place) === undefined ? undefined : withValue(trial, place, undefined),
    ),
  ];
}

type Change = { readonly values?: Pair["values"]; readonly base?: Trial };

/** The candidate with its pair changed, where that still shows the same. */
function tryPair(candidate: Candidate, change: Change, bench: Bench): Candidate | undefined {
  const { pair } = candidate;
  const values = change.values ?? pair.values;
  const base = change.base ?? pair.tried[0].trial;
  if (candidate.kind === "undeclared-step" || candidate.kind === "declared-step")
    return sameStep(candidate, base, bench);
  const one = bench.attempt(withValue(base, pair.slot, values[0]));
  const other = one && bench.attempt(withValue(base, pair.slot, values[1]));
  if (!one || !other) return undefined;
  return confirmed({ ...candidate, pair: { ...pair, values, tried: [one, other] } }, bench);
}

/** The candidate with what it now comes to, where it still holds of its pair. */
function confirmed(candidate: Candidate, bench: Bench): Candidate | undefined {
  const { kind, pair, id } = candidate;
  const rules = rulesBetween(pair.tried, id);
  if (kind === "protected-fact-decides")
    return outcomeDiffers(pair.tried) ? { ...candidate, rules } : undefined;
  if (!areComparable(pair.tried)) return undefined;
  const byMinor = kind === "graver-grade-costs-less" ? wrongGrade(pair, id, bench) : wrongOrder(pair, id);
  const isSame = kind === "remainder" ? byMinor === 1 : byMinor > 0;
  return isSame ? { ...candidate, byMinor, rules } : undefined;
}

function sameStep(candidate: Candidate, base: Trial, bench: Bench): Candidate | undefined {
  const step = stepAt(base, candidate, bench);
  const isSame =
    step && kindOf(step) === candidate.kind && step.rules.join(" ") === candidate.rules.join(" ");
  return isSame ? { ...candidate, pair: step.pair, byMinor: step.byMinor } : undefined;
}
