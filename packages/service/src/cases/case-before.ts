import { type Case, canonicalJson, personsIn } from "@evenhand/domain";
import { openCase, tokensIn } from "@evenhand/evidence";
import { type CaseRow, type Db, knownPersons, newestCases, openingsOf } from "@evenhand/store";
import type { CaseToStore } from "./store-case.ts";

/** What keeping a case comes to: a new one, a further revision of one, or nothing, since it stands so already. */
export type CaseChange = "added" | "revised" | "known";

/** What is stored of a case that comes in. */
export type CaseBefore = {
  /** Everybody in the case who has a pseudonym, by staff number. */
  readonly pseudonyms: ReadonlyMap<string, string>;
  /** Its newest revision. */
  readonly row: CaseRow | undefined;
  /** That revision as it is stored, where it says the same. */
  readonly same: Case | undefined;
};

type Coming = {
  readonly policyId: string;
  readonly cases: readonly CaseToStore[];
  /** Of everybody in these cases who has one. */
  readonly pseudonyms: ReadonlyMap<string, string>;
};

/** What is stored of each of these cases, in their order. */
export async function casesBefore(
  db: Db,
  { policyId, cases, pseudonyms }: Coming,
): Promise<readonly CaseBefore[]> {
  const references = cases.map(({ case: { reference } }) => reference);
  const rows = await newestCases(db, { policyId, references });
  // Commitments to a text differ each time, so what is stored is opened to be compared.
  const texts = await openingsOf(
    db,
    [...rows.values()].flatMap(({ content }) => tokensIn(content)),
  );
  return cases.map(({ policy, case: given }) => {
    const own = new Map(
      personsIn(policy, given).flatMap((staffId) => {
        const person = pseudonyms.get(staffId);
        return person === undefined ? [] : [[staffId, person] as const];
      }),
    );
    const row = rows.get(given.reference);
    const sealed = row && (JSON.parse(row.content) as Case);
    const staffIds = new Map([...own].map(([staffId, person]) => [person, staffId]));
    const opened = sealed && openCase(sealed, (token) => staffIds.get(token) ?? texts.get(token)?.value);
    const isSame = opened !== undefined && canonicalJson(opened) === canonicalJson(given);
    return { pseudonyms: own, row, same: isSame ? sealed : undefined };
  });
}

/** What keeping these cases would come to, in their order; nothing is kept, and nobody gets a pseudonym. */
export async function changesOf(
  db: Db,
  { policyId, cases }: Omit<Coming, "pseudonyms">,
): Promise<readonly CaseChange[]> {
  const pseudonyms = await knownPersons(
    db,
    cases.flatMap(({ policy, case: given }) => personsIn(policy, given)),
  );
  return (await casesBefore(db, { policyId, cases, pseudonyms })).map(changeAfter);
}

export function changeAfter({ row, same }: CaseBefore): CaseChange {
  if (same) return "known";
  return row ? "revised" : "added";
}
