import {
  type CheckpointSigner,
  type Opening,
  type Receipt,
  makeReceipt,
  verifierKeyOf,
} from "@evenhand/evidence";
import { type MemoryLog, append, emptyLog, eventRow, eventRows, readerOf, signerOf } from "./memory-log.ts";
import { recordSample } from "./sample.ts";

export const SIGNER: CheckpointSigner = signerOf(1);
export const VKEY = verifierKeyOf(SIGNER);
/** The place of the decision in the sample log. */
export const PLACE = 17;

export type ReceiptSample = {
  readonly log: MemoryLog;
  readonly receipt: Receipt;
  readonly openings: readonly Opening[];
};

/** A log of 43 events in four batches, among them the sample decision, and the receipt of that. */
export async function receiptSample(): Promise<ReceiptSample> {
  const { record, openings } = recordSample();
  const log = emptyLog();
  await append(log, eventRows(1, 9), SIGNER);
  await append(log, [...eventRows(10, 8), eventRow(18, record)], SIGNER);
  await append(log, eventRows(19, 5), SIGNER);
  await append(log, eventRows(24, 20), SIGNER);
  return { log, openings, receipt: await receiptOf(log, openings) };
}

/** The receipt of the sample decision under the newest checkpoint. */
export async function receiptOf(log: MemoryLog, openings: readonly Opening[]): Promise<Receipt> {
  return receiptAt(log, PLACE, openings);
}

/** The receipt of any event under the newest checkpoint. */
export async function receiptAt(
  log: MemoryLog,
  position: number,
  openings: readonly Opening[],
): Promise<Receipt> {
  return makeReceipt(
    {
      auditEvent: log.leaves[position]?.auditEvent?.body ?? "",
      position,
      checkpoint: log.checkpoints.at(-1)?.note ?? "",
      vkey: VKEY,
      openings,
    },
    readerOf(log),
  );
}
