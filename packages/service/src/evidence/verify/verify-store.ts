import {
  type Db,
  type Store,
  countPendingLeaves,
  countRows,
  latestCheckpoint,
  metaValue,
} from "@evenhand/store";
import { checkAppeals } from "./check-appeals.ts";
import { checkCases } from "./check-cases.ts";
import { checkComments } from "./check-comments.ts";
import { checkDocuments } from "./check-documents.ts";
import { checkDrafts } from "./check-drafts.ts";
import { checkEvents } from "./check-events.ts";
import { checkLog } from "./check-log.ts";
import { checkOpenings } from "./check-openings.ts";
import { checkPeople } from "./check-people.ts";
import { Found } from "./found.ts";
import { PolicyTexts } from "./policy-texts.ts";
import type { StoreProblem } from "./store-problem.ts";
import type { VerificationPart, VerificationProgress, Verifying } from "./verifying.ts";

export type StoreVerification = {
  /** How many leaves the log has, and the root over them. */
  readonly size: number;
  readonly root: string;
  /** The newest checkpoint, a signed note; null of a log without leaves. */
  readonly checkpoint: string | null;
  /** The key under which everything was verified. */
  readonly vkey: string;
  /** How many events wait for a place in the log, so that nothing shows yet that they are as they were. */
  readonly pending: number;
  /** Empty where everything holds; never more than were asked for. */
  readonly problems: readonly StoreProblem[];
};

export type VerificationAsked = {
  /** The key that the log is known by; without it the one that the database names, which whoever wrote it anew could name too. */
  readonly vkey?: string;
  /** Checkpoints that were kept elsewhere, as signed notes: an older copy does not agree with them. */
  readonly saved?: readonly string[];
  /** After how many problems to stop; default 100. */
  readonly most?: number;
  /** Only the log itself, not what the rest of the database makes of it. */
  readonly logOnly?: boolean;
  readonly progress?: (progress: VerificationProgress) => void;
  /** Lets others have their turn; called often. */
  readonly pause?: () => Promise<void>;
};

/**
 * Verifies a whole database against its log, from one state of it: every leaf from its event's body, every node and every
 * checkpoint, and then every row that repeats what an event tells. Reads a page at a time, however large the database is,
 * and writes nothing.
 *
 * @throws StoreUnavailable; Error where there is neither a key given nor one in the database
 *
 * @example
 * const { problems } = await verifyStore(store, { vkey })
 * problems[0]?.at // "/decisions/dec-01k0…/total_minor"
 */
export async function verifyStore(store: Store, asked: VerificationAsked = {}): Promise<StoreVerification> {
  return store.read((db) => verify(db, asked));
}

async function verify(db: Db, asked: VerificationAsked): Promise<StoreVerification> {
  const vkey = asked.vkey ?? (await metaValue(db, "log-key"));
  if (vkey === undefined) throw new Error("the database names no key of its log, and none was given");
  const found = new Found(asked.most ?? 100);
  const policies = new PolicyTexts(db);
  const begin = async (part: VerificationPart, total: number): Promise<Verifying> => ({
    db,
    found,
    policies,
    step: stepper(part, total, asked),
  });
  const leaves = await countRows(db, "log_leaves");
  const log = await begin("log", leaves);
  const saved = asked.saved ?? [];
  const { size, root } = await checkLog(db, { vkey, saved, found, step: log.step });
  if (asked.logOnly !== true) await checkRows(db, begin);
  return {
    size,
    root,
    checkpoint: (await latestCheckpoint(db))?.note ?? null,
    vkey,
    pending: await countPendingLeaves(db),
    problems: found.problems,
  };
}

type Begin = (part: VerificationPart, total: number) => Promise<Verifying>;

async function checkRows(db: Db, begin: Begin): Promise<void> {
  const counted = async (...tables: readonly Parameters<typeof countRows>[1][]): Promise<number> => {
    let sum = 0;
    for (const table of tables) sum += await countRows(db, table);
    return sum;
  };
  await checkDocuments(await begin("documents", await counted("versions", "calendars", "guards")));
  const told = await checkEvents(await begin("events", await counted("audit_events")));
  await checkCases(await begin("cases", await counted("cases")), told);
  const drafts = await begin("drafts", await counted("submissions", "draft_comments"));
  await checkDrafts(drafts);
  await checkComments(drafts);
  await checkAppeals(await begin("appeals", await counted("appeals")));
  await checkPeople(await begin("people", await counted("people")));
  await checkOpenings(await begin("openings", await counted("openings")));
}

function stepper(
  part: VerificationPart,
  total: number,
  { progress, pause }: VerificationAsked,
): Verifying["step"] {
  let done = 0;
  progress?.({ part, done, total });
  return async (rows) => {
    done += rows;
    progress?.({ part, done, total });
    await pause?.();
  };
}
