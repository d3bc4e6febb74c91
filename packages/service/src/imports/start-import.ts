import { type Actor, canonicalJson, quote } from "@evenhand/domain";
import { type ColumnMap, type MappedCases, type Sheet, mapCases, readSheet } from "@evenhand/sheets";
import {
  actorName,
  appendAuditEvent,
  findAnswer,
  importById,
  insertImport,
  lockWithdrawals,
} from "@evenhand/store";
import { type Answer, once } from "../idempotency/once.ts";
import { newId } from "../identity/new-id.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { requireNotRemoved } from "../sample/require-not-removed.ts";
import { reportOn } from "./import-report.ts";
import { importView } from "./import-view.ts";
import { policyForSheet } from "./policy-for-sheet.ts";
import { type ImportContext, type ImportCounts, runImport } from "./run-import.ts";

export type ImportAsk = {
  readonly actor: Actor;
  /** The `Idempotency-Key` header. */
  readonly key: string | undefined;
  /** Method and path, its parameters included. */
  readonly request: { readonly method: string; readonly path: string };
  readonly policy: string;
  /** Whether every row is only checked, and no case kept. */
  readonly isDryRun: boolean;
  readonly map: ColumnMap;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  readonly fileHash: string;
  /** Lets others have their turn; called often while the file is read. */
  readonly pause: () => Promise<void>;
  readonly progress?: (sofar: ImportCounts & { readonly total: number }) => void;
};

/** How many files one process reads at a time, since each stands in memory whole. */
const MOST_AT_ONCE = 2;
let open = 0;

/**
 * Begins to take cases from a file: opens it, matches its columns, counts its rows, and refuses it as a whole where that
 * cannot be done, or where it is to be kept and has a column that is not recognised. The answer is the import as it begins; `reading` is fulfilled once it has ended, and never rejected. It
 * is not there where the same request was answered before.
 *
 * @example
 * const begun = await startImport(context, { actor, policy: "complaint-fines", isDryRun: true, map: {}, bytes, … });
 * // { answer: { status: 202, body: '{"id":"imp-…","state":"running",…}' }, reading }
 */
export async function startImport(
  context: ImportContext,
  ask: ImportAsk,
): Promise<{ readonly answer: Answer; readonly reading?: Promise<void> } | RefusedAsk> {
  if (await wasAnswered(context, ask)) {
    const answer = await once(context, askOnce(ask), () => {
      throw new Error("an answer that was kept is gone");
    });
    return "refusal" in answer ? answer : { answer };
  }
  if (open >= MOST_AT_ONCE) return refusedAsk(BUSY);
  open += 1;
  const begun = await begin(context, ask).catch((error: unknown) => {
    open -= 1;
    throw error;
  });
  if ("refusal" in begun || !begun.reading) {
    open -= 1;
    return begun;
  }
  const reading = begun.reading.finally(() => {
    open -= 1;
  });
  return { answer: begun.answer, reading };
}

async function wasAnswered({ store }: ImportContext, { actor, key }: ImportAsk): Promise<boolean> {
  if (key === undefined) return false;
  return (await store.read((db) => findAnswer(db, actorName(actor), key))) !== undefined;
}

function askOnce({ actor, key, request, fileHash }: ImportAsk): Parameters<typeof once>[1] {
  return { actor, key, request: { ...request, body: fileHash } };
}

async function begin(
  context: ImportContext,
  ask: ImportAsk,
): Promise<{ readonly answer: Answer; readonly reading?: Promise<void> } | RefusedAsk> {
  const opened = await openFile(context, ask);
  if ("refusal" in opened) return opened;
  const report = reportOn(opened);
  const { actor, policy, isDryRun, fileName, fileHash, pause, progress } = ask;
  let id = "";
  const answer = await once(context, askOnce(ask), async (tx) => {
    // A sample is removed before this, and then nothing begins; or after it, and then what began is stopped.
    await lockWithdrawals(tx, "shared");
    await requireNotRemoved(tx, policy);
    id = newId(context, "import");
    const at = context.now();
    await insertImport(tx, {
      id,
      policy_id: policy,
      file_name: fileName,
      file_hash: fileHash,
      is_dry_run: isDryRun ? 1 : 0,
      state: "running",
      rows_total: opened.rowCount,
      rows_done: 0,
      rows_taken: 0,
      report: JSON.stringify(report),
      created_at: at,
      created_by: actorName(actor),
      alive_at: at,
    });
    await appendAuditEvent(tx, {
      at,
      actor,
      action: "import.started",
      object: { kind: "import", id },
      // Not the name of the file, which may tell of people.
      after: { policy, fileHash, isDryRun, rows: opened.rowCount },
    });
    const row = await importById(tx, id);
    if (!row) throw new Error("an import that was begun is gone");
    return { status: 202, body: canonicalJson(importView(row)) };
  });
  if ("refusal" in answer) return answer;
  const isOurs = (JSON.parse(answer.body) as { readonly id: string }).id === id;
  if (!isOurs) return { answer };
  const tell = progress && ((sofar: ImportCounts) => progress({ ...sofar, total: opened.rowCount }));
  const running = {
    id,
    actor,
    policy,
    isDryRun,
    report,
    cases: opened.cases,
    named: new Map<string, string>(),
    pause,
  };
  return { answer, reading: runImport(context, tell ? { ...running, progress: tell } : running) };
}

type Opened = Extract<MappedCases, { readonly rowCount: number }>;

async function openFile(context: ImportContext, ask: ImportAsk): Promise<Opened | RefusedAsk> {
  const found = policyForSheet(await context.rulebook(), ask.policy);
  if ("refusal" in found) return found;
  const read = await readSheet(ask.bytes, ask.fileName);
  if ("problem" in read) return refusedAsk(read.problem);
  const mapped = await mapCases(found.policy, unhurried(read.sheet, ask.pause), ask.map);
  // Of a sheet that lacks a column, those that nothing is read from say which may have been meant.
  if ("problems" in mapped) return refusedAsk(...mapped.problems, ...mapped.unsettled, ...mapped.warnings);
  // A fact that decides may stand in a column that is not recognised, so nothing is kept before that is settled.
  if (!ask.isDryRun && mapped.unsettled.length > 0) return refusedAsk(...mapped.unsettled);
  return mapped.rowCount === 0 ? refusedAsk(noRows(ask.fileName)) : mapped;
}

/** The same sheet, read so that others have their turn after some hundred rows. */
function unhurried(sheet: Sheet, pause: () => Promise<void>): Sheet {
  async function* batches(): ReturnType<typeof sheet.batches> {
    for await (const batch of sheet.batches()) {
      yield batch;
      await pause();
    }
  }
  return { ...sheet, batches: () => batches() };
}

const BUSY = {
  code: "too-many-requests",
  at: "",
  message: {
    en: `${MOST_AT_ONCE} files are being read already`,
    zh: `已有${MOST_AT_ONCE}个文件正在导入`,
  },
  help: { en: "send it again once one of them has ended", zh: "请待其中一个完成后重试" },
} as const;

function noRows(fileName: string): SentProblem {
  return {
    code: "unreadable-sheet",
    at: "",
    message: {
      en: `${quote(fileName)} has a header and no rows below it`,
      zh: `${quote(fileName)}只有列名，没有数据行`,
    },
  };
}
