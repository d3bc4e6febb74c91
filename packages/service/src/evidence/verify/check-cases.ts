import { type Case, canonicalJson, contentHash, formatDay } from "@evenhand/domain";
import { appliesOn } from "@evenhand/engine";
import { isPseudonym, tokensIn } from "@evenhand/evidence";
import {
  type CaseRow,
  casesOutOfTurn,
  countImportedCases,
  decidedCases,
  eventsOfObjects,
  pagesOf,
  personsThere,
} from "@evenhand/store";
import { documentAltered, rowAltered, rowMissing, rowSuperfluous } from "./store-problem.ts";
import type { Verifying } from "./verifying.ts";

const MOST_TOLD = 20;

/**
 * Every case against itself: its content is canonical and has its hash, its reference and day are those that it states,
 * its revisions follow each other, everybody in it is known, and some event tells of it.
 */
export async function checkCases(
  work: Verifying,
  { imported }: { readonly imported: number },
): Promise<void> {
  const { db, found } = work;
  for (const id of await casesOutOfTurn(db, MOST_TOLD))
    found.add(rowAltered({ table: "cases", key: id }, "revision", { found: undefined, wanted: "the next" }));
  for await (const page of pagesOf(db, "cases")) {
    await checkTold(work, page);
    const tokens = page.flatMap(({ content }) => tokensIn(content)).filter(isPseudonym);
    const known = await personsThere(db, tokens);
    for (const row of page) await checkCase(work, row);
    for (const person of new Set(tokens))
      if (!known.has(person)) found.add(rowMissing({ table: "people", key: person }));
    await work.step(page.length);
    if (found.isFull) return;
  }
  const named = await countImportedCases(db);
  if (named !== imported)
    found.add(
      rowAltered({ table: "cases", key: "*" }, "import_id", {
        found: `${named} cases of imports`,
        wanted: `${imported}`,
      }),
    );
}

/** What came with an import is told by its parts, which were all looked at; how many there are is compared at the end. */
async function checkTold({ db, found }: Verifying, page: readonly CaseRow[]): Promise<void> {
  const alone = page.filter(({ import_id }) => import_id === null).map(({ id }) => id);
  const decided = await decidedCases(db, alone);
  const rest = alone.filter((id) => !decided.has(id));
  const events = await eventsOfObjects(db, { kind: "case", ids: rest });
  const stored = new Set(
    events.filter(({ action }) => action === "case.stored").map(({ object_id }) => object_id),
  );
  for (const key of rest) if (!stored.has(key)) found.add(rowSuperfluous({ table: "cases", key }));
}

async function checkCase({ found, policies }: Verifying, row: CaseRow): Promise<void> {
  const name = { table: "cases", key: row.id };
  const content = contentOf(row);
  if (!content) return found.add(documentAltered(name, NOT_CANONICAL));
  found.compare(name, row, { content_hash: contentHash(content), reference: content.reference });
  const versions = await policies.versionsOf(row.policy_id);
  const days = versions.map((policy) => {
    const day = appliesOn(policy, { case: content }, row.created_at);
    return day === undefined ? null : formatDay(day);
  });
  // Which version was looked at is not kept; nearly always they all go by the same fact.
  if (days.length > 0 && !days.includes(row.applies_on)) found.compare(name, row, { applies_on: days[0] });
}

const NOT_CANONICAL = { en: "is not as it was kept", zh: "与保存时不同" };

function contentOf({ content }: CaseRow): Case | undefined {
  try {
    const value = JSON.parse(content) as Case;
    return canonicalJson(value) === content ? value : undefined;
  } catch {
    return undefined;
  }
}
