import type { DecisionRecord } from "@evenhand/domain";
import { type EvidenceProblem, readCheckpoint, readReceipt, verifyReceipt } from "@evenhand/evidence";

/** What a receipt was found to show, looked at in this browser. */
export type Checked = {
  readonly problems: readonly EvidenceProblem[];
  /** Where the event stands in the log, from 0, and how many events the log then had. */
  readonly position: number | undefined;
  readonly size: number | undefined;
  /** The key that signed the log, as the receipt names it. */
  readonly vkey: string | undefined;
  /** Whether it is the receipt of this decision, and says of it what the page says. */
  readonly isThisDecision: boolean;
};

/**
 * Verifies a receipt by the bytes that were handed out: the signature of the checkpoint under `vkey`, that the event stands
 * where the receipt says in the log of that checkpoint, that what it opens is what was committed to; and that the event is
 * the recording of this very decision.
 */
export function verifyHere(
  text: string,
  { id, vkey }: { readonly id: string; readonly vkey: string },
): Checked {
  const { problems } = verifyReceipt(text, { vkey });
  const read = readReceipt(text);
  if ("problems" in read)
    return { problems, position: undefined, size: undefined, vkey: undefined, isThisDecision: false };
  const { receipt } = read;
  return {
    problems,
    position: receipt.position,
    size: readCheckpoint(receipt.checkpoint)?.size,
    vkey: receipt.vkey,
    isThisDecision: recordedIn(receipt.auditEvent)?.id === id,
  };
}

function recordedIn(auditEvent: string): Pick<DecisionRecord, "id"> | undefined {
  // INVARIANT: `verifyReceipt` read it as JSON; a field that is not there is undefined.
  return (JSON.parse(auditEvent) as { readonly after?: Pick<DecisionRecord, "id"> }).after;
}
