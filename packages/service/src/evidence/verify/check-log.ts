import { type LogRows, type LogVerification, verifyLog } from "@evenhand/evidence";
import {
  type Db,
  countRows,
  eventsWithoutPlace,
  eventsWronglyPending,
  leavesWithEvents,
  listCheckpoints,
} from "@evenhand/store";
import { nodeReader } from "../node-reader.ts";
import type { Found } from "./found.ts";
import type { StoreProblem } from "./store-problem.ts";

/** Rows held at a time. */
const PAGE = 500;
/** Each one is told by its number. */
const MOST_UNPLACED = 20;

export type LogAsked = {
  /** The key that the log is known by. */
  readonly vkey: string;
  /** Checkpoints that were kept elsewhere, as signed notes. */
  readonly saved?: readonly string[];
  readonly found: Found;
  readonly step?: (rows: number) => Promise<void>;
};

/** Verifies the log row by row from its audit events up, and that every event stands in it or waits for its place. */
export async function checkLog(
  db: Db,
  { vkey, saved = [], found, step }: LogAsked,
): Promise<LogVerification> {
  const verified = await verifyLog(await logRowsOf(db, step), { vkey, saved });
  found.add(...verified.problems);
  for (const id of await eventsWithoutPlace(db, MOST_UNPLACED)) found.add(unplaced(id));
  for (const id of await eventsWronglyPending(db, MOST_UNPLACED)) found.add(wronglyPending(id));
  return verified;
}

/** The rows of a log, a page at a time. */
export async function logRowsOf(db: Db, step?: (rows: number) => Promise<void>): Promise<LogRows> {
  return {
    leaves: leavesOf(db, step),
    nodes: nodeReader(db),
    nodeCount: await countRows(db, "log_nodes"),
    checkpoints: checkpointsOf(db),
  };
}

async function* leavesOf(db: Db, step: ((rows: number) => Promise<void>) | undefined) {
  let from = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const leaves = await leavesWithEvents(db, { from, limit: PAGE });
    for (const { position, leaf_hash: leafHash, event } of leaves) {
      from = position + 1;
      const { object_kind: objectKind, object_id: objectId, ...rest } = event ?? NO_EVENT;
      yield { position, leafHash, auditEvent: event ? { ...rest, objectKind, objectId } : null };
    }
    await step?.(leaves.length);
    if (leaves.length < PAGE) return;
  }
}

const NO_EVENT = { id: 0, at: 0, actor: "", action: "", object_kind: "", object_id: "", body: "" } as const;

async function* checkpointsOf(db: Db) {
  let after = -1;
  for (;;) {
    const checkpoints = await listCheckpoints(db, { after, limit: PAGE });
    for (const { size, root_hash: rootHash, note } of checkpoints) {
      after = size;
      yield { size, rootHash, note };
    }
    if (checkpoints.length < PAGE) return;
  }
}

function unplaced(id: number): StoreProblem {
  return {
    code: "event-unplaced",
    at: `/audit_events/${id}`,
    message: {
      en: `audit event ${id} neither stands in the log nor waits for its place`,
      zh: `审计记录${id}既不在日志中，也不在待入日志之列`,
    },
  };
}

function wronglyPending(id: number): StoreProblem {
  return {
    code: "event-unplaced",
    at: `/pending_leaves/${id}`,
    message: {
      en: `audit event ${id} waits for a place, and has one or is not there`,
      zh: `审计记录${id}列为待入日志，但已在日志中或并不存在`,
    },
  };
}
