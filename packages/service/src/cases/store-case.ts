import { type Case, type Policy, canonicalJson, contentHash, personsIn } from "@evenhand/domain";
import { type Opening, sealCase } from "@evenhand/evidence";
import {
  type CaseRow,
  type Db,
  caseById,
  insertCases,
  insertOpenings,
  lockNamed,
  staffIdsOf,
} from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { newId } from "../identity/new-id.ts";
import { newSalt, pseudonymsOf } from "../pseudonyms/pseudonyms-of.ts";
import { type CaseChange, casesBefore, changeAfter } from "./case-before.ts";

export type StoredCase = {
  readonly id: string;
  /** The row that was found of it; null where there was none. It is `id` where nothing is added. */
  readonly found: string | null;
  /** The case as it is stored, people under their pseudonyms. */
  readonly sealed: Case;
  /** SHA-256 of its canonical JSON. */
  readonly contentHash: string;
  /** Everybody in it: the pseudonym by staff number. */
  readonly pseudonyms: ReadonlyMap<string, string>;
  /** Whether it stood so before. */
  readonly isKnown: boolean;
  readonly change: CaseChange;
};

/** A case that was found to fit. */
export type CaseToStore = {
  /** The version whose declarations say who is a person and what is free text. */
  readonly policy: Policy;
  readonly case: Case;
  /** The day that decides the version, where it is known. */
  readonly appliesOn: string | null;
};

type Whence = {
  readonly importId?: string;
  /** `user:<id>` or the like. */
  readonly by: string;
  /** Pseudonyms of others whose rows are taken along with those of everybody in the cases. */
  readonly besides?: readonly string[];
};

/**
 * Keeps a case: as a new one, or as a further revision where its facts are others than before; where it stands so already
 * nothing is added. Everybody's rows are taken first, and stay taken until the transaction ends.
 */
export async function storeCase(
  context: Pick<ServiceContext, "now" | "random">,
  tx: Db,
  { importId, by, besides = [], ...one }: CaseToStore & Whence,
): Promise<StoredCase> {
  const whence = { by, besides, ...(importId === undefined ? {} : { importId }) };
  const [stored] = await storeCases(context, tx, { policyId: one.policy.id, cases: [one], ...whence });
  if (!stored) throw new Error("a case was not stored");
  return stored;
}

/** The same of many cases under one policy, no two of them with one reference; in their order. */
export async function storeCases(
  context: Pick<ServiceContext, "now" | "random">,
  tx: Db,
  {
    policyId,
    cases,
    importId,
    by,
    besides = [],
  }: Whence & { readonly policyId: string; readonly cases: readonly CaseToStore[] },
): Promise<readonly StoredCase[]> {
  const everybody = cases.flatMap(({ policy, case: given }) => personsIn(policy, given));
  const pseudonyms = await pseudonymsOf(context, tx, everybody);
  await lockNamed(tx, pseudonyms, besides);
  const before = await casesBefore(tx, { policyId, cases, pseudonyms });
  const openings: ReturnType<typeof openingRows>[number][] = [];
  const rows: Parameters<typeof insertCases>[1][number][] = [];
  const stored = cases.map((one, index): StoredCase => {
    const own = before[index];
    if (!own) throw new Error("a case was passed over");
    const { row, same } = own;
    if (row && same) return asItStands(row, same, own.pseudonyms);
    const sealed = sealCase(one.policy, one.case, {
      pseudonyms: own.pseudonyms,
      newSalt: () => newSalt(context),
    });
    const id = newId(context, "case");
    const hash = contentHash(sealed.case);
    openings.push(...openingRows(sealed.openings, id));
    rows.push({
      id,
      policy_id: policyId,
      reference: one.case.reference,
      revision: (row?.revision ?? 0) + 1,
      content: canonicalJson(sealed.case),
      content_hash: hash,
      applies_on: one.appliesOn,
      import_id: importId ?? null,
      created_at: context.now(),
      created_by: by,
    });
    return {
      id,
      found: row?.id ?? null,
      sealed: sealed.case,
      contentHash: hash,
      pseudonyms: own.pseudonyms,
      isKnown: false,
      change: changeAfter(own),
    };
  });
  await insertOpenings(tx, openings);
  await insertCases(tx, rows);
  return stored;
}

/** A case that was stored before, as it stands there; whoever was erased since is in it under the pseudonym alone. */
export async function storedCase(
  db: Db,
  { policy, id }: { readonly policy: Policy; readonly id: string },
): Promise<StoredCase> {
  const row = await caseById(db, id);
  if (!row) throw new Error("the case of a decision is gone");
  const sealed = JSON.parse(row.content) as Case;
  const persons = personsIn(policy, sealed);
  const staffIds = await staffIdsOf(db, persons);
  return asItStands(row, sealed, new Map(persons.map((person) => [staffIds.get(person) ?? person, person])));
}

function asItStands(row: CaseRow, sealed: Case, pseudonyms: StoredCase["pseudonyms"]): StoredCase {
  const { id, content_hash: contentHash } = row;
  return { id, found: id, sealed, contentHash, pseudonyms, isKnown: true, change: "known" };
}

export function openingRows(
  openings: readonly Opening[],
  objectId: string,
): readonly (Opening & { readonly object_id: string })[] {
  return openings.map(({ token, salt, value }) => ({ token, salt, value, object_id: objectId }));
}
