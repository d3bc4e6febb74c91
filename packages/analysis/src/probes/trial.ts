import type { EvaluateRequest, FactValue, Party } from "@evenhand/domain";

/** How often a finding is on record against a party, each on the day before the case's own. */
export type OnRecord = { readonly party: string; readonly code: string; readonly times: number };

/** A case as probes vary it. */
export type Trial = {
  readonly request: EvaluateRequest;
  /** Epoch milliseconds. */
  readonly evaluatedAt: number;
  readonly onRecord: readonly OnRecord[];
};

/** Where one value of a trial stands: a fact of the case or of a party, or how often `code` is on record against a party. */
export type Slot = { readonly fact: string; readonly party?: string; readonly code?: string };

/** What stands there; `undefined` where nothing is stated. */
export function valueAt({ request, onRecord }: Trial, { fact, party, code }: Slot): FactValue | undefined {
  if (code !== undefined) return onRecord.find((one) => one.party === party && one.code === code)?.times ?? 0;
  const facts = party === undefined ? request.case.facts : partyOf(request, party)?.facts;
  return facts && Object.hasOwn(facts, fact) ? facts[fact] : undefined;
}

/** The trial with another value there; `undefined` leaves the fact out. */
export function withValue(trial: Trial, slot: Slot, value: FactValue | undefined): Trial {
  const { fact, party, code } = slot;
  if (code !== undefined && party !== undefined) {
    const others = trial.onRecord.filter((one) => one.party !== party || one.code !== code);
    const times = typeof value === "number" ? value : 0;
    return { ...trial, onRecord: times > 0 ? [...others, { party, code, times }] : others };
  }
  if (party === undefined)
    return withCase(trial, { ...trial.request.case, facts: withFact(trial.request.case.facts, fact, value) });
  return withParties(
    trial,
    trial.request.case.parties.map((one) =>
      one.id === party ? { ...one, facts: withFact(one.facts, fact, value) } : one,
    ),
  );
}

export function withCase(trial: Trial, changed: EvaluateRequest["case"]): Trial {
  return { ...trial, request: { ...trial.request, case: changed } };
}

export function withParties(trial: Trial, parties: readonly Party[]): Trial {
  return withCase(trial, { ...trial.request.case, parties });
}

function partyOf({ case: { parties } }: EvaluateRequest, id: string): Party | undefined {
  return parties.find((party) => party.id === id);
}

type Facts = Readonly<Record<string, FactValue>>;

function withFact(facts: Facts, name: string, value: FactValue | undefined): Facts {
  const { [name]: _, ...others } = facts;
  // In the order of the names, so that two ways to one case give one text.
  const all = value === undefined ? others : { ...others, [name]: value };
  return Object.fromEntries(Object.entries(all).toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
