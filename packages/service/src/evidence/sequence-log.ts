import { sequenceLeaves } from "@evenhand/evidence";
import {
  type Db,
  placeLeaves,
  insertCheckpoint,
  logSize,
  pendingLeaves,
  withSequencerLock,
} from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { nodeReader } from "./node-reader.ts";

/** How many events get their places in one transaction; whoever records meanwhile waits no longer than that takes. */
const AT_ONCE = 500;

/**
 * Gives every audit event that waits for it a place in the log, and signs a checkpoint over the log as it then stands.
 * Gives how many there were; `onPlaced` is told of the actions of some at a time, once they are kept. One process at a
 * time does so, whoever else comes waits and finds nothing left to do.
 */
export async function sequenceLog(
  context: ServiceContext,
  onPlaced: (actions: readonly string[]) => void = () => undefined,
): Promise<number> {
  let given = 0;
  for (;;) {
    const actions = await context.store.write((tx) => sequenceSome(context, tx));
    onPlaced(actions);
    given += actions.length;
    if (actions.length < AT_ONCE) return given;
  }
}

async function sequenceSome({ signer, now }: ServiceContext, tx: Db): Promise<readonly string[]> {
  await withSequencerLock(tx);
  const pending = await pendingLeaves(tx, AT_ONCE);
  if (pending.length === 0) return [];
  const log = { size: await logSize(tx), read: nodeReader(tx), signer };
  const { leaves, nodes, checkpoint } = await sequenceLeaves(log, pending);
  await placeLeaves(tx, {
    leaves: leaves.map(({ position, auditEventId, leafHash }) => ({
      position,
      audit_event_id: auditEventId,
      leaf_hash: leafHash,
    })),
    nodes,
  });
  await insertCheckpoint(tx, {
    size: checkpoint.size,
    root_hash: checkpoint.rootHash,
    note: checkpoint.note,
    at: now(),
  });
  return pending.map(({ action }) => action);
}
