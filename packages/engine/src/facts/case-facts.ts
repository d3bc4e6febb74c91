import {
  type CatalogueEntry,
  type FactValue,
  type Finding,
  type PartyKind,
  formatDay,
  formatInstant,
  localDay,
} from "@evenhand/domain";
import type { LoadedVersion } from "../load-version.ts";
import { type ReadCase, type ReadFacts, type ReadParty, absentFacts } from "../request/read-facts.ts";
import type { ConditionValue } from "../rules/rule-set.ts";
import { type DerivationContext, type FactLookup, derive } from "./derive.ts";

/** The facts of a case and of each party in the slots that rules read; the engine writes what earlier stages found. */
export type CaseFacts = {
  readonly caseSlots: ConditionValue[];
  /** One array for each party, in case order, then for those who joined; each holds the case's facts as well. */
  readonly partySlots: ConditionValue[][];
  /** Gives somebody who is no party of the case slots of their own, in which everything but their kind is absent. */
  readonly join: (id: string, kind: PartyKind) => ReadParty;
};

export type FactsContext = {
  readonly evaluatedAt: number;
  readonly asOfDay: number;
  readonly record: readonly Finding[];
  readonly supportingEvidence: ReadonlyMap<string, number>;
};

export function caseFacts(loaded: LoadedVersion, read: ReadCase, context: FactsContext): CaseFacts {
  const { policy } = loaded.version;
  const evaluatedOn = localDay(context.evaluatedAt, policy.timeZone);
  const own = new Map<string, ConditionValue>([
    ...read.facts,
    ["evaluatedAt", context.evaluatedAt],
    ["evaluatedOn", evaluatedOn],
  ]);
  if (own.get("decidedOn") === null) own.set("decidedOn", evaluatedOn);
  const derivation: DerivationContext = {
    policy,
    parties: read.parties.map((party) => lookupOf(party)),
    record: context.record,
    asOfDay: context.asOfDay,
  };
  function lookupOf(party: ReadParty): FactLookup {
    return lookup(loaded, new Map([...own, ...partyFacts(party, context)]), party.id, () => derivation);
  }
  const ofCase = lookup(loaded, own, undefined, () => derivation);
  const caseSlots = loaded.layout.names.map((name) =>
    loaded.catalogue.get(name)?.scope === "case" ? ofCase.read(name) : null,
  );
  const slotsOf = (party: FactLookup): ConditionValue[] =>
    loaded.layout.names.map((name, slot) =>
      loaded.catalogue.get(name)?.scope === "case" ? (caseSlots[slot] ?? null) : party.read(name),
    );
  const partySlots = derivation.parties.map(slotsOf);
  const join = (id: string, kind: PartyKind): ReadParty => {
    const party = { id, kind, index: partySlots.length, facts: absentFacts(policy) };
    partySlots.push(slotsOf(lookupOf(party)));
    return party;
  };
  return { caseSlots, partySlots, join };
}

function partyFacts(party: ReadParty, context: FactsContext): Map<string, ConditionValue> {
  return new Map<string, ConditionValue>([
    ...party.facts,
    ["partyKind", party.kind],
    ["supportingEvidence", context.supportingEvidence.get(party.id) ?? 0],
  ]);
}

/** Derived facts are worked out on demand and once; one that leads back to itself is unknown. */
function lookup(
  loaded: LoadedVersion,
  own: ReadFacts,
  id: string | undefined,
  context: () => DerivationContext,
): FactLookup {
  const worked = new Map<string, ConditionValue>();
  const facts: FactLookup = {
    id,
    read(name) {
      const given = own.get(name) ?? worked.get(name);
      if (given !== undefined) return given;
      const entry = loaded.catalogue.get(name);
      if (entry?.parameter) return typeof entry.parameter.value === "number" ? entry.parameter.value : null;
      if (!entry?.derivation) return null;
      worked.set(name, null);
      const value = derive(entry.derivation, facts, context());
      worked.set(name, value);
      return value;
    },
  };
  return facts;
}

/** A value as it stood in the request: days and instants as text again, everything else unchanged. */
export function showFact(
  entry: CatalogueEntry | undefined,
  value: ConditionValue,
  timeZone: string,
): FactValue {
  if (typeof value !== "number" || !entry) return value;
  if (entry.type === "date") return formatDay(value);
  return entry.type === "instant" ? formatInstant(value, timeZone) : value;
}

/** What somebody named by a party fact is, when they are no party of the case. */
export function namedKind(loaded: LoadedVersion, fact: string, slots: readonly ConditionValue[]): PartyKind {
  const entry = loaded.catalogue.get(fact);
  if (entry?.declaration) return entry.declaration.namesKind ?? "person";
  if (entry?.derivation?.kind === "first-known") {
    const source = entry.derivation.of.find((name) => slots[loaded.layout.slotOf.get(name) ?? -1] !== null);
    if (source !== undefined && source !== fact) return namedKind(loaded, source, slots);
  }
  return "person";
}
