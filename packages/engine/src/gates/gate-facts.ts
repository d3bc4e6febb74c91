import {
  type FactValue,
  PARAMETER_PREFIX,
  type Scope,
  localDay,
  parseDay,
  parseInstant,
  pointer,
} from "@evenhand/domain";
import { caseFacts, showFact } from "../facts/case-facts.ts";
import type { LoadedVersion } from "../load-version.ts";
import { readFacts } from "../request/read-facts.ts";
import { appliesOn } from "../request/select-version.ts";
import type { GateInput } from "./missing-gates.ts";

/** The days that gates compare, as epoch days, and where in the request each of them stands. */
export type GateFacts = {
  readonly decidedOn: number;
  readonly recordedOn: number;
  readonly publishedOn: number;
  readonly effectiveFrom: number;
  /** The day of a case fact, or of the party's own: of an instant the local day. */
  readonly dayOf: (fact: string, party?: string) => number | undefined;
  /** A case fact as the request states it. */
  readonly valueOf: (fact: string) => FactValue;
  /** A parameter in calendar days. */
  readonly daysOf: (reference: string) => number;
  readonly scopeOf: (fact: string) => Scope;
  /** Where the fact would be stated, of the case or of the party. */
  readonly placeOf: (fact: string, party?: string) => string;
};

/** Derived days count like stated ones, so facts are worked out as for a decision. */
export function gateFacts(loaded: LoadedVersion, input: GateInput): GateFacts {
  const { policy } = loaded.version;
  const read = readFacts(policy, input.request);
  if ("problems" in read) throw new Error(`case ${input.request.case.reference} cannot be decided`);
  const evaluatedAt = parseInstant(input.decided.response.evaluatedAt) ?? 0;
  const { caseSlots, partySlots } = caseFacts(loaded, read, {
    evaluatedAt,
    asOfDay: appliesOn(policy, input.request, evaluatedAt) ?? localDay(evaluatedAt, policy.timeZone),
    record: [],
    supportingEvidence: new Map(),
  });
  const index = (party: string | undefined): number | undefined =>
    read.parties.find(({ id }) => id === party)?.index;
  const slotsOf = (party: string | undefined): typeof caseSlots =>
    party === undefined ? caseSlots : (partySlots[index(party) ?? -1] ?? []);
  const seen = (fact: string, party?: string): (typeof caseSlots)[number] =>
    slotsOf(party)[loaded.layout.slotOf.get(fact) ?? -1] ?? null;
  const scopeOf = (fact: string): Scope => loaded.catalogue.get(fact)?.scope ?? "case";
  return {
    decidedOn: dayIn(input.decidedOn),
    recordedOn: dayIn(input.recordedOn),
    publishedOn: dayIn(input.publishedOn),
    effectiveFrom: dayIn(policy.effectiveFrom),
    dayOf(fact, party) {
      const value = seen(fact, party);
      if (typeof value !== "number") return undefined;
      return loaded.catalogue.get(fact)?.type === "instant" ? localDay(value, policy.timeZone) : value;
    },
    valueOf: (fact) => showFact(loaded.catalogue.get(fact), seen(fact), policy.timeZone),
    daysOf(reference) {
      const days = loaded.constants.get(reference);
      if (typeof days !== "number")
        throw new Error(`policy ${policy.id} has no ${reference.slice(PARAMETER_PREFIX.length)}`);
      return days;
    },
    scopeOf,
    placeOf(fact, party) {
      if (scopeOf(fact) === "case") return pointer("case", "facts", fact);
      const at = index(party);
      return at === undefined ? "/case/parties" : pointer("case", "parties", at, "facts", fact);
    },
  };
}

function dayIn(text: string): number {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`${text} is no day`);
  return day;
}
