import { quote, systemActor } from "@evenhand/domain";
import {
  type Db,
  appendAuditEvent,
  giveUpImports,
  hasSilentImports,
  importById,
  importFindings,
  listImports as listRows,
} from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import type { ImportFinding } from "./import-report.ts";
import { type ImportPage, type ImportView, importView } from "./import-view.ts";

const PAGE = 50;
export const MOST_FINDINGS = 500;
export const MOST_IMPORTS = 100;

/** How an import stands, with a page of what does not fit in its rows, in the order of the file. */
export async function readImport(
  context: Pick<ServiceContext, "store" | "now">,
  { id, after, limit = PAGE }: { readonly id: string; readonly after?: number; readonly limit?: number },
): Promise<ImportPage | RefusedAsk> {
  await giveUpLostImports(context);
  return context.store.read(async (db) => {
    const row = await importById(db, id);
    if (!row) return refusedAsk(noImport(id));
    const page = await findingsOf(db, id, { after, limit: Math.min(limit, MOST_FINDINGS) });
    return { ...importView(row), ...page };
  });
}

async function findingsOf(
  db: Db,
  importId: string,
  { after, limit }: { readonly after: number | undefined; readonly limit: number },
): Promise<Pick<ImportPage, "findings" | "next">> {
  const rows = await importFindings(db, {
    importId,
    limit: limit + 1,
    ...(after === undefined ? {} : { after }),
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    findings: shown.map(({ finding }) => JSON.parse(finding) as ImportFinding),
    next: rows.length > limit && last ? String(last.position) : null,
  };
}

/** Everything that does not fit in the rows of an import, in the order of the file, a part at a time. */
export async function* everyFinding(
  { store }: Pick<ServiceContext, "store">,
  id: string,
): AsyncGenerator<ImportFinding, void> {
  let after: number | undefined;
  for (;;) {
    const from = after;
    const { findings, next } = await store.read((db) =>
      findingsOf(db, id, { after: from, limit: MOST_FINDINGS }),
    );
    yield* findings;
    if (next === null) return;
    after = Number(next);
  }
}

/** A page of imports, the newest first; `next` leads to the page after it. */
export async function readImports(
  context: Pick<ServiceContext, "store" | "now">,
  { before, limit = PAGE }: { readonly before?: string; readonly limit?: number },
): Promise<{ readonly imports: readonly ImportView[]; readonly next: string | null }> {
  await giveUpLostImports(context);
  const most = Math.min(limit, MOST_IMPORTS);
  const rows = await context.store.read((db) =>
    listRows(db, { limit: most + 1, ...(before === undefined ? {} : { before }) }),
  );
  const shown = rows.slice(0, most);
  return { imports: shown.map(importView), next: rows.length > most ? (shown.at(-1)?.id ?? null) : null };
}

/** An import gives a sign of life with every part, which takes well under a second; after so long it is lost. */
const SILENCE_MS = 2 * 60 * 1000;

/**
 * Tells imports whose process has ended as failed: those that gave no sign of life for two minutes. To be called on start;
 * whoever asks for imports does it as well.
 */
export async function giveUpLostImports({
  store,
  now,
}: Pick<ServiceContext, "store" | "now">): Promise<void> {
  const silentSince = now() - SILENCE_MS;
  if (!(await store.read((db) => hasSilentImports(db, { silentSince })))) return;
  await store.write(async (tx) => {
    for (const id of await giveUpImports(tx, { silentSince })) {
      const row = await importById(tx, id);
      await appendAuditEvent(tx, {
        at: now(),
        actor: systemActor("service"),
        action: "import.ended",
        object: { kind: "import", id },
        after: { state: "failed", rows: { done: row?.rows_done ?? 0, taken: row?.rows_taken ?? 0 } },
      });
    }
  });
}

export function noImport(id: string): SentProblem {
  return {
    code: "not-found",
    at: "",
    message: { en: `there is no import ${quote(id)}`, zh: `没有编号为${quote(id)}的导入` },
  };
}
