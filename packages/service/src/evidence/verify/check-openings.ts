import { pointer } from "@evenhand/domain";
import { isPseudonym, opens, tokensIn } from "@evenhand/evidence";
import {
  type AuditEventRow,
  type Db,
  type OpeningRow,
  casesById,
  eventsOfActions,
  eventsOfObjects,
  openingsOf,
  pagesOf,
} from "@evenhand/store";
import { type LoggedEvent, readEvent } from "./read-event.ts";
import type { StoreProblem } from "./store-problem.ts";
import type { Verifying } from "./verifying.ts";

const ERASED = "person.erased";
const PAGE = 200;

/**
 * What is kept behind commitments: each opening opens its token and stands with an object that names it; whatever a case
 * or an event names can be opened, unless it was erased; and what was erased is gone.
 */
export async function checkOpenings(work: Verifying): Promise<void> {
  const { db, found } = work;
  for await (const page of pagesOf(db, "openings")) {
    await checkPage(work, page);
    await work.step(page.length);
    if (found.isFull) return;
  }
  for await (const page of pagesOf(db, "cases")) {
    await checkMissing(
      work,
      page.map(({ id, content }) => ({ table: "cases", key: id, text: content })),
    );
    await work.step(0);
    if (found.isFull) return;
  }
  for await (const page of pagesOf(db, "audit_events")) {
    await checkMissing(work, page.map(textOf));
    await work.step(0);
    if (found.isFull) return;
  }
  await checkErased(work);
}

async function checkPage({ db, found }: Verifying, page: readonly OpeningRow[]): Promise<void> {
  const texts = await textsOfObjects(
    db,
    page.map(({ object_id }) => object_id),
  );
  for (const { token, object_id, salt, value } of page) {
    if (isPseudonym(token) || !opens({ token, salt, value })) found.add(opensOther(token));
    const isNamed = (texts.get(object_id) ?? []).some((text) => text.includes(token));
    if (!isNamed) found.add(elsewhere(token, object_id));
  }
}

/** What begins with this is of this kind, as audit events name it; cases stand in a table of their own. */
const KINDS: Readonly<Record<string, string>> = {
  "dec-": "decision",
  "app-": "appeal",
  "draft-": "draft",
  "person-": "person",
};

function kindOf(id: string): string | undefined {
  // A version is called `<policy>@<number>`, whatever its policy begins with.
  if (id.includes("@")) return "policy-version";
  return Object.entries(KINDS).find(([prefix]) => id.startsWith(prefix))?.[1];
}

/** The stored texts that tell of each object. */
async function textsOfObjects(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const texts = new Map<string, string[]>();
  const add = (id: string, text: string): void => void texts.set(id, [...(texts.get(id) ?? []), text]);
  for (const { id, content } of await casesById(db, ids)) add(id, content);
  for (const [kind, own] of Map.groupBy(ids, kindOf)) {
    if (kind === undefined) continue;
    for (const { object_id, body } of await eventsOfObjects(db, { kind, ids: own })) add(object_id, body);
  }
  return texts;
}

type Text = { readonly table: string; readonly key: string; readonly text: string };

function textOf({ id, body }: AuditEventRow): Text {
  return { table: "audit_events", key: String(id), text: body };
}

/** Commitments that nothing opens, though no erasure says that it took them. */
async function checkMissing({ db, found }: Verifying, texts: readonly Text[]): Promise<void> {
  const tokens = texts.map(({ text }) => tokensIn(text));
  const commitments = tokens.flat().filter((token) => !isPseudonym(token));
  const openings = await openingsOf(db, commitments);
  const missing = new Set(commitments.filter((token) => !openings.has(token)));
  if (missing.size === 0) return;
  for (const token of await erasedAmong(db, missing, tokens.flat().filter(isPseudonym)))
    missing.delete(token);
  for (const [place, { table, key }] of texts.entries())
    for (const token of tokens[place] ?? [])
      if (missing.delete(token)) found.add(gone({ table, key, token }));
}

/**
 * Those of some commitments that were erased. Nearly always it was somebody named beside them; a text that named
 * somebody who is not is looked for in every erasure.
 */
async function erasedAmong(
  db: Db,
  tokens: ReadonlySet<string>,
  persons: readonly string[],
): Promise<readonly string[]> {
  const erased: string[] = [];
  const near = (await eventsOfObjects(db, { kind: "person", ids: persons })).flatMap(
    (row) => readEvent(row) ?? [],
  );
  erased.push(...near.flatMap(takenBy).filter((token) => tokens.has(token)));
  if (new Set(erased).size === tokens.size) return erased;
  for await (const events of erasures(db))
    erased.push(...events.flatMap(takenBy).filter((token) => tokens.has(token)));
  return erased;
}

async function* erasures(db: Db): AsyncGenerator<readonly LoggedEvent[]> {
  for (let after = 0; ;) {
    const page = await eventsOfActions(db, { actions: [ERASED], after, limit: PAGE });
    yield page.flatMap((row) => readEvent(row) ?? []);
    after = page.at(-1)?.id ?? after;
    if (page.length < PAGE) return;
  }
}

/** The commitments whose openings an erasure took. */
function takenBy({ action, after }: LoggedEvent): readonly string[] {
  const taken = after["openings"];
  return action === ERASED && Array.isArray(taken) ? taken.map(String) : [];
}

/** What an erasure took must not come back, as it does with an old backup. */
async function checkErased({ db, found }: Verifying): Promise<void> {
  for await (const events of erasures(db)) {
    const back = await openingsOf(db, events.flatMap(takenBy));
    for (const token of back.keys()) found.add(left(token));
    if (found.isFull) return;
  }
}

function opensOther(token: string): StoreProblem {
  return {
    code: "opening-altered",
    at: pointer("openings", token),
    message: {
      en: `what is kept behind \`${token}\` is not what it commits to`,
      zh: `\`${token}\`所存内容与其承诺值不符`,
    },
  };
}

function elsewhere(token: string, objectId: string): StoreProblem {
  return {
    code: "opening-altered",
    at: pointer("openings", token, "object_id"),
    message: {
      en: `\`${token}\` is kept for \`${objectId}\`, which does not name it, so that erasing somebody would miss it`,
      zh: `\`${token}\`登记在\`${objectId}\`之下，而后者并未引用它，删除个人信息时会被遗漏`,
    },
  };
}

function left(token: string): StoreProblem {
  return {
    code: "opening-left",
    at: pointer("openings", token),
    message: {
      en: `\`${token}\` can be opened again, though the log says that it was erased`,
      zh: `\`${token}\`的内容仍可揭示，而日志载明其已删除`,
    },
  };
}

function gone({ table, key, token }: Pick<Text, "table" | "key"> & { readonly token: string }): StoreProblem {
  return {
    code: "opening-missing",
    at: pointer(table, key),
    message: {
      en: `nothing opens \`${token}\` any more, though no erasure took it`,
      zh: `\`${token}\`已无法揭示，而并无删除记录`,
    },
  };
}
