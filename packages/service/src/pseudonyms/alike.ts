import {
  type Case,
  type LocalizedText,
  type Policy,
  type Problem,
  alikeKey,
  knownDeclarations,
  personsIn,
  pointer,
  quote,
} from "@evenhand/domain";
import { type Db, alikePersons, alikeReferences, knownPersons } from "@evenhand/store";

/** A case whose ids are compared with those that are known; pointers into it begin at `/case`. */
type CaseNaming = { readonly policy: Policy; readonly case: Case };

type SimilarId = Problem<"similar-id">;

/** Ids by what people would take for one. */
export type IdsByKey = Pick<Map<string, string>, "get" | "set">;

/**
 * Why a case is not kept that names somebody, or bears a reference, almost as it is known already.
 *
 * INVARIANT: two staff numbers that people would take for one are never two people, so that nobody has two ledgers.
 */
export async function alikeInCase(db: Db, naming: CaseNaming): Promise<readonly SimilarId[]> {
  const [problems = []] = await alikeInCases(db, [naming]);
  return problems;
}

/**
 * The same of several cases at once, in their order, as if each that fits were kept before the next. `seen` is who was
 * named by cases before these, by `alikeKey`; it gets whom these name.
 */
export async function alikeInCases(
  db: Db,
  cases: readonly CaseNaming[],
  seen: IdsByKey = new Map<string, string>(),
): Promise<readonly (readonly SimilarId[])[]> {
  const named = cases.map(({ policy, case: given }) => personsIn(policy, given));
  const owners = await alikePersons(db, named.flat());
  const people = await knownPersons(db, named.flat());
  const known = new Map<string, ReadonlyMap<string, string>>();
  for (const [policyId, references] of referencesOf(cases))
    known.set(policyId, await alikeReferences(db, { policyId, references }));
  return cases.map(({ policy, case: given }, index) => {
    const staffIds = named[index] ?? [];
    const reference = known.get(policy.id)?.get(given.reference);
    const problems =
      reference === undefined ? [] : [similar(given.reference, reference, "/case/reference", CASE_KNOWN)];
    const here = new Map<string, string>();
    for (const staffId of staffIds) {
      const key = alikeKey(staffId);
      // Two who are both known already are two people, however alike their numbers.
      const before = people.has(staffId) ? staffId : (here.get(key) ?? seen.get(key) ?? staffId);
      const meant = owners.get(staffId) ?? (before === staffId ? undefined : before);
      if (meant === undefined) here.set(key, staffId);
      else problems.push(similar(staffId, meant, placeOf(staffId, { policy, case: given }), PERSON_KNOWN));
    }
    if (problems.length === 0) for (const [key, staffId] of here) seen.set(key, staffId);
    return problems;
  });
}

/** Of staff numbers that come in outside a case, each at its place. */
export async function alikeInList(
  db: Db,
  people: readonly { readonly staffId: string; readonly at: string }[],
): Promise<readonly SimilarId[]> {
  const owners = await alikePersons(
    db,
    people.map(({ staffId }) => staffId),
  );
  return people.flatMap(({ staffId, at }) => {
    const meant = owners.get(staffId);
    return meant === undefined ? [] : [similar(staffId, meant, at, PERSON_KNOWN)];
  });
}

function referencesOf(cases: readonly CaseNaming[]): ReadonlyMap<string, readonly string[]> {
  const references = new Map<string, string[]>();
  for (const { policy, case: given } of cases)
    references.set(policy.id, [...(references.get(policy.id) ?? []), given.reference]);
  return references;
}

/** Where a case names somebody first: as a party, or in a fact. */
function placeOf(staffId: string, { policy, case: { facts, parties } }: CaseNaming): string {
  const party = parties.findIndex(({ id }) => id === staffId);
  if (party !== -1) return pointer("case", "parties", party, "id");
  const declarations = knownDeclarations(policy);
  const named = (of: Case["facts"], scope: "case" | "party"): string | undefined =>
    Object.keys(of).find((name) => of[name] === staffId && declarations[scope][name]?.type === "party");
  const fact = named(facts, "case");
  if (fact !== undefined) return pointer("case", "facts", fact);
  for (const [index, { facts: own }] of parties.entries()) {
    const ofParty = named(own, "party");
    if (ofParty !== undefined) return pointer("case", "parties", index, "facts", ofParty);
  }
  return "/case";
}

type Known = LocalizedText & { readonly same: LocalizedText; readonly other: LocalizedText };

const PERSON_KNOWN: Known = {
  en: "a staff number that is known",
  zh: "已有工号",
  same: { en: "it is the same person", zh: "若为同一人" },
  other: { en: "a number", zh: "若为另一人，请使用不易混淆的工号" },
};
const CASE_KNOWN: Known = {
  en: "the reference of a case that is known",
  zh: "已有案件编号",
  same: { en: "it is the same case", zh: "若为同一案件" },
  other: { en: "a reference", zh: "若为另一案件，请使用不易混淆的编号" },
};

function similar(given: string, known: string, at: string, what: Known): SimilarId {
  return {
    code: "similar-id",
    at,
    message: {
      en: `${quote(given)} differs from ${quote(known)}, ${what.en}, only in letter case, width or blanks`,
      zh: `${quote(given)}与${what.zh}${quote(known)}仅大小写、全半角或空格不同`,
    },
    help: {
      en: `write ${quote(known)} if ${what.same.en}; if not, use ${what.other.en} that nobody mistakes for it`,
      zh: `${what.same.zh}，请写成${quote(known)}；${what.other.zh}`,
    },
  };
}
