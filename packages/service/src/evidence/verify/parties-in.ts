import { type DecisionRecord, type Party, type Policy, knownDeclarations } from "@evenhand/domain";
import { isPseudonym } from "@evenhand/evidence";

/** A row of what a decision says of a party; `kinds` are those that its kind may be. */
export type PartyTold = {
  readonly party: string;
  readonly person: string | null;
  readonly kinds: readonly string[];
  readonly unit: string | null;
  readonly role: string | null;
  readonly exemption: string | null;
  readonly grade: string | null;
  readonly fine_minor: number;
  readonly bonus_minor: number;
  readonly total_minor: number;
};

/** What a decision says of each party, in order, read from its record. */
export function partiesIn(record: DecisionRecord, policy: Policy | undefined): readonly PartyTold[] {
  return record.outcome.parties.map((outcome): PartyTold => {
    const { party } = outcome;
    const stated = record.case.parties.find(({ id }) => id === party);
    return {
      party,
      person: isPseudonym(party) ? party : null,
      kinds: stated ? [stated.kind] : kindsOf(party, record, policy),
      unit: unitOf(stated),
      role: outcome.role ?? null,
      exemption: outcome.exemption ?? null,
      grade: outcome.grade,
      fine_minor: outcome.fineMinor,
      bonus_minor: outcome.bonusMinor,
      total_minor: outcome.totalMinor,
    };
  });
}

/** The kinds of whoever is no party of the case but named by a fact of it: what the facts that name them say they name. */
function kindsOf(
  party: string,
  { case: decided }: DecisionRecord,
  policy: Policy | undefined,
): readonly string[] {
  if (isPseudonym(party)) return ["person"];
  if (!policy) return ["team", "department", "external", "company"];
  const declared = knownDeclarations(policy);
  const kinds = [
    ...namingKinds(decided.facts, declared.case, party),
    ...decided.parties.flatMap(({ facts }) => namingKinds(facts, declared.party, party)),
  ];
  return kinds.length > 0 ? kinds : ["external"];
}

function namingKinds(
  facts: Readonly<Record<string, unknown>>,
  declared: Readonly<Record<string, { readonly namesKind?: string }>>,
  party: string,
): readonly string[] {
  return Object.entries(facts).flatMap(([name, value]) =>
    value === party && Object.hasOwn(declared, name) ? [declared[name]?.namesKind ?? "person"] : [],
  );
}

/** The unit that statistics count a party under: itself where it is one, else the one that it says it belongs to. */
function unitOf(party: Party | undefined): string | null {
  if (!party) return null;
  if (party.kind === "team" || party.kind === "department") return party.id;
  const { unit, department } = party.facts;
  if (party.memberOf !== undefined) return party.memberOf;
  if (typeof unit === "string") return unit;
  return typeof department === "string" ? department : null;
}
