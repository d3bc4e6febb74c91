import type { Actor, LocalizedText } from "@evenhand/domain";
import type { MappedCases } from "@evenhand/sheets";
import {
  type Db,
  StoreUnavailable,
  actorName,
  appendAuditEvent,
  insertImportFindings,
  reportImport,
} from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { again } from "../cases/again.ts";
import { type CaseChange, changesOf } from "../cases/case-before.ts";
import { type StoredCase, storeCases } from "../cases/store-case.ts";
import { type IdsByKey, alikeInCases } from "../pseudonyms/alike.ts";
import { type CheckedRows, checkRows, refusedRows } from "./check-rows.ts";
import { type CaseCounts, type ImportReport, NO_CASES, isWarning } from "./import-report.ts";
import { decisionsThatStand } from "./row-warnings.ts";

/** What an import needs of the service. */
export type ImportContext = Pick<ServiceContext, "store" | "rulebook" | "now" | "random" | "alarm">;

/** An import that was begun, with everything that reading on needs. */
export type RunningImport = {
  readonly id: string;
  readonly actor: Actor;
  readonly policy: string;
  readonly isDryRun: boolean;
  readonly report: ImportReport;
  readonly cases: Extract<MappedCases, { readonly rowCount: number }>["cases"];
  /** Whom its cases named so far, by what people would take for one number; a dry run keeps nobody elsewhere. */
  readonly named: Map<string, string>;
  /** Lets others have their turn. */
  readonly pause: () => Promise<void>;
  /** Is told how far it is, after every part. */
  readonly progress?: (sofar: ImportCounts) => void;
};

/** Rows so far, and what became of the cases among them. */
export type ImportCounts = {
  readonly done: number;
  readonly taken: number;
  readonly findings: number;
  /** Findings that keep nothing out. */
  readonly warnings: number;
  /** Of the corrected cases, those on which a decision stands. */
  readonly decided: number;
  readonly cases: CaseCounts;
};

const NOTHING_YET: ImportCounts = {
  done: 0,
  taken: 0,
  findings: 0,
  warnings: 0,
  decided: 0,
  cases: NO_CASES,
};

/** So many cases are kept in one transaction: enough to be quick, and few enough that nobody waits long behind it. */
const BATCH = 200;
/** After so many cases others have their turn; some ten milliseconds. */
const TURN = 20;

/**
 * Reads an import to its end, a part at a time, each kept by itself: what was taken stays, whatever comes after it. Never
 * rejects; an import that fails is told as failed, with the reason.
 */
export async function runImport(context: ImportContext, running: RunningImport): Promise<void> {
  let counts = NOTHING_YET;
  try {
    let batch: CheckedRows[] = [];
    const keep = async (): Promise<void> => {
      counts = await keepBatch(context, running, { batch, counts });
      batch = [];
      running.progress?.(counts);
      await running.pause();
    };
    const { policy } = running;
    let rules = await context.rulebook();
    for await (const found of running.cases()) {
      batch.push(checkRows(rules, found, { policy, at: context.now() }));
      if (batch.length % TURN === 0) await running.pause();
      if (batch.length < BATCH) continue;
      await keep();
      rules = await context.rulebook();
    }
    if (batch.length > 0) await keep();
    await end(context, running, { counts, state: "done" });
  } catch (error) {
    await fail(context, running, { counts, error });
  }
}

type Part = { readonly batch: readonly CheckedRows[]; readonly counts: ImportCounts };

async function keepBatch(
  context: ImportContext,
  running: RunningImport,
  { batch, counts: before }: Part,
): Promise<ImportCounts> {
  let named = new Map<string, string>();
  const counts = await again(() =>
    context.store.write(async (tx) => {
      const seen = new Map<string, string>();
      named = seen;
      const compared = await compareIds(tx, batch, {
        get: (key) => seen.get(key) ?? running.named.get(key),
        set: (key, staffId) => seen.set(key, staffId),
      });
      const rows = compared.flatMap((one) => ("case" in one ? [one] : []));
      const fitting = rows.map((one) => one.case);
      const changes = running.isDryRun
        ? await changesOf(tx, { policyId: running.policy, cases: fitting })
        : await keepCases(context, tx, { running, fitting });
      const standing = await decisionsThatStand(tx, { policyId: running.policy, fitting: rows, changes });
      const findings = [
        ...compared.flatMap((one) => ("findings" in one ? one.findings : one.warnings)),
        ...standing,
      ];
      const counts: ImportCounts = {
        done: before.done + rowsOf(batch),
        taken: before.taken + rowsOf(rows),
        findings: before.findings + findings.length,
        warnings: before.warnings + findings.filter(isWarning).length,
        decided: before.decided + standing.length,
        cases: sumOf(before.cases, changes),
      };
      await insertImportFindings(
        tx,
        findings.map((finding, index) => ({
          import_id: running.id,
          position: before.findings + index,
          finding: JSON.stringify(finding),
        })),
      );
      await report(context, tx, { running, counts });
      return counts;
    }),
  );
  for (const [key, staffId] of named) running.named.set(key, staffId);
  return counts;
}

function sumOf(before: CaseCounts, changes: readonly CaseChange[]): CaseCounts {
  const count = (which: CaseChange): number => changes.filter((change) => change === which).length;
  return {
    added: before.added + count("added"),
    revised: before.revised + count("revised"),
    known: before.known + count("known"),
  };
}

/** Keeps out what names somebody almost as they are known, or as the file named them before. */
async function compareIds(
  tx: Db,
  batch: readonly CheckedRows[],
  named: IdsByKey,
): Promise<readonly CheckedRows[]> {
  const fitting = batch.flatMap((one) => ("case" in one ? [one] : []));
  const found = await alikeInCases(
    tx,
    fitting.map((one) => one.case),
    named,
  );
  const problems = new Map(fitting.map((one, index) => [one, found[index] ?? []]));
  return batch.map((one) => {
    const own = "case" in one ? (problems.get(one) ?? []) : [];
    return "case" in one && own.length > 0 ? refusedRows(one.found, own) : one;
  });
}

function rowsOf(batch: readonly CheckedRows[]): number {
  return batch.reduce((sum, { rows }) => sum + rows, 0);
}

/** One event tells of all cases of the part, each by its hash, so that none can be altered unseen. */
async function keepCases(
  context: ImportContext,
  tx: Db,
  {
    running: { id, actor, policy },
    fitting,
  }: { readonly running: RunningImport; readonly fitting: Parameters<typeof storeCases>[2]["cases"] },
): Promise<readonly StoredCase["change"][]> {
  const stored = await storeCases(context, tx, {
    policyId: policy,
    cases: fitting,
    importId: id,
    by: actorName(actor),
  });
  const kept = stored.filter(({ isKnown }) => !isKnown);
  if (kept.length > 0)
    await appendAuditEvent(tx, {
      at: context.now(),
      actor,
      action: "cases.imported",
      object: { kind: "import", id },
      after: { policy, cases: kept.map((one) => ({ id: one.id, contentHash: one.contentHash })) },
    });
  return stored.map(({ change }) => change);
}

/** Somebody else gave the import up, since it gave no sign of life; nothing more may be kept of it. */
class GivenUp extends Error {}

async function report(
  context: ImportContext,
  tx: Db,
  given: {
    readonly running: RunningImport;
    readonly counts: ImportCounts;
    readonly state?: "done" | "failed";
    readonly failure?: LocalizedText;
  },
): Promise<void> {
  const { running, counts, state, failure } = given;
  const isOurs = await reportImport(tx, running.id, {
    rows_done: counts.done,
    rows_taken: counts.taken,
    report: JSON.stringify({
      ...running.report,
      cases: counts.cases,
      warnings: counts.warnings,
      decided: counts.decided,
      ...(failure ? { failure } : {}),
    } satisfies ImportReport),
    alive_at: context.now(),
    ...(state ? { state } : {}),
  });
  if (!isOurs) throw new GivenUp("the import was given up");
}

type Ending = {
  readonly counts: ImportCounts;
  readonly state: "done" | "failed";
  readonly failure?: LocalizedText;
};

async function end(context: ImportContext, running: RunningImport, ending: Ending): Promise<void> {
  const { id, actor } = running;
  const { counts, state } = ending;
  await context.store.write(async (tx) => {
    await report(context, tx, { running, ...ending });
    await appendAuditEvent(tx, {
      at: context.now(),
      actor,
      action: "import.ended",
      object: { kind: "import", id },
      after: { state, rows: { done: counts.done, taken: counts.taken }, cases: counts.cases },
    });
  });
}

/** Where even that cannot be kept, the import goes silent, and is given up by whoever asks for it next. */
async function fail(
  context: ImportContext,
  running: RunningImport,
  { counts, error }: { readonly counts: ImportCounts; readonly error: unknown },
): Promise<void> {
  if (error instanceof GivenUp) return;
  const isStore = error instanceof StoreUnavailable;
  if (!isStore) {
    // What it says may hold what somebody sent.
    context.alarm("an import failed", {
      import: running.id,
      fault: error instanceof Error ? error.name : "",
    });
  }
  const failure = isStore ? error.text : OUR_FAULT;
  await end(context, running, { counts, state: "failed", failure }).catch(() => undefined);
}

const OUR_FAULT: LocalizedText = {
  en: "an error in the service ended the import; what was taken so far stays",
  zh: "服务内部出错，导入中止；此前导入的案件均已保留",
};
