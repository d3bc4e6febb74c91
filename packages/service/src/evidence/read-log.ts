import { canonicalJson } from "@evenhand/domain";
import {
  EMPTY_ROOT,
  type LogBundle,
  type SavedCheckpoint,
  makeBundle,
  signCheckpoint,
  verifierKeyOf,
} from "@evenhand/evidence";
import { type Db, lastCheckpointWithin, latestCheckpoint, leavesFrom } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { nodeReader } from "./node-reader.ts";
import { sequenceLog } from "./sequence-log.ts";

/** So many events go along with one bundle at most, and whoever wants more goes on from its checkpoint. */
export const MOST_LEAVES = 5_000;

/** The newest checkpoint, over everything that was kept until now, as canonical JSON for an auditor to keep. */
export async function readCheckpoint(context: ServiceContext): Promise<{ readonly body: string }> {
  await sequenceLog(context);
  const { signer, store } = context;
  const newest = await store.read(latestCheckpoint);
  const saved: SavedCheckpoint = {
    format: 1,
    checkpoint: newest?.note ?? signCheckpoint(signer, { size: 0, root: EMPTY_ROOT }),
    vkey: verifierKeyOf(signer),
  };
  return { body: canonicalJson(saved) };
}

/**
 * What shows whoever kept a checkpoint over `since` leaves that the log only grew, as canonical JSON; with `leaves` also
 * by which events. Where these are more than fit, the bundle leads to an earlier checkpoint than the newest, from which
 * to ask again.
 */
export async function readBundle(
  context: ServiceContext,
  { since, leaves }: { readonly since: number; readonly leaves: boolean },
): Promise<{ readonly body: string } | RefusedAsk> {
  await sequenceLog(context);
  const vkey = verifierKeyOf(context.signer);
  return context.store.read(async (db) => {
    const newest = await latestCheckpoint(db);
    if (!newest || since > newest.size) return refusedAsk(beyondTheLog(since, newest?.size ?? 0));
    const end = leaves ? await reachable(db, since, newest.size) : newest;
    const bundle: LogBundle = await makeBundle(
      {
        since,
        checkpoint: end.note,
        vkey,
        ...(leaves ? { bodies: await bodiesOf(db, since, end.size) } : {}),
      },
      nodeReader(db),
    );
    return { body: canonicalJson(bundle) };
  });
}

/** INVARIANT: no step of the log is longer than a bundle, so that there is always a checkpoint to go on from. */
async function reachable(
  db: Db,
  since: number,
  newest: number,
): Promise<{ readonly size: number; readonly note: string }> {
  const end = await lastCheckpointWithin(db, Math.min(newest, since + MOST_LEAVES));
  if (!end || end.size < since) throw new Error("the log has no checkpoint to go on to");
  return end;
}

async function bodiesOf(db: Db, from: number, to: number): Promise<readonly string[]> {
  const bodies: string[] = [];
  while (from + bodies.length < to) {
    const rest = to - from - bodies.length;
    const page = await leavesFrom(db, { from: from + bodies.length, limit: Math.min(rest, 500) });
    if (page.length === 0) throw new Error("the log has fewer leaves than its checkpoint says");
    bodies.push(...page.map(({ body }) => body));
  }
  return bodies;
}

function beyondTheLog(since: number, size: number): SentProblem {
  return {
    code: "invalid-parameter",
    at: "/since",
    message: {
      en: `the log has ${size} entries, fewer than the ${since} of the checkpoint that was kept`,
      zh: `日志现有${size}条，少于所保存检查点的${since}条`,
    },
    help: {
      en: "if that checkpoint was given out by this service, an older copy of the log was put back: tell whoever runs it",
      zh: "如果该检查点由本服务出具，则日志已被恢复成旧的备份，请告知运维人员",
    },
  };
}
