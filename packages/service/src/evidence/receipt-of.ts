import { type Actor, quote } from "@evenhand/domain";
import {
  type Opening,
  isPseudonym,
  makeReceipt,
  receiptText,
  tokensIn,
  verifierKeyOf,
} from "@evenhand/evidence";
import {
  type AuditEventRow,
  type Db,
  auditEvent,
  decisionById,
  latestCheckpoint,
  leafOfEvent,
  openingsOf,
  personOpenings,
} from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { noDecision } from "../decisions/problems.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { type Openness, opennessFor } from "../pseudonyms/open-for.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { nodeReader } from "./node-reader.ts";
import { sequenceLog } from "./sequence-log.ts";

/** A receipt as it is handed over: canonical JSON, of which no byte may be changed on the way. */
export type ReceiptText = { readonly receipt: string };

/**
 * What shows, without asking anybody, that a decision was recorded so: its audit event, the way to the root of the log,
 * the newest checkpoint, and what opens the names and texts that this reader may see. Where the event has no place in the
 * log yet, it is given one.
 *
 * @example
 * const told = await receiptOf(context, { actor, decision: "dec-01k0…" });
 * verifyReceipt(told.receipt, { vkey }) // { problems: [] }
 */
export async function receiptOf(
  context: ServiceContext,
  { actor, decision }: { readonly actor: Actor; readonly decision: string },
): Promise<ReceiptText | RefusedAsk> {
  const stored = await context.store.read((db) => decisionById(db, decision));
  return stored
    ? receiptOfEvent(context, { actor, auditEvent: stored.audit_event_id })
    : refusedAsk(noDecision(decision));
}

/** The same of any audit event: a published version, a review, a month that was closed. */
export async function receiptOfEvent(
  context: ServiceContext,
  { actor, auditEvent: id }: { readonly actor: Actor; readonly auditEvent: number },
): Promise<ReceiptText | RefusedAsk> {
  const event = await context.store.read(async (db) => {
    const row = await auditEvent(db, id);
    return row && { row, isPlaced: (await leafOfEvent(db, id)) !== undefined };
  });
  if (!event) return refusedAsk(noEvent(id));
  if (!event.isPlaced) await sequenceLog(context);
  return context.store.read(async (db) => ({
    receipt: await makeText(db, context, { event: event.row, openness: opennessFor(actor) }),
  }));
}

async function makeText(
  db: Db,
  { signer }: ServiceContext,
  { event, openness }: { readonly event: AuditEventRow; readonly openness: Openness },
): Promise<string> {
  const [leaf, checkpoint] = [await leafOfEvent(db, event.id), await latestCheckpoint(db)];
  if (!leaf || !checkpoint) throw new Error(`audit event ${event.id} was given no place in the log`);
  const receipt = await makeReceipt(
    {
      auditEvent: event.body,
      position: leaf.position,
      checkpoint: checkpoint.note,
      vkey: verifierKeyOf(signer),
      openings: await openingsFor(db, event.body, openness),
    },
    nodeReader(db),
  );
  return receiptText(receipt);
}

/** A receipt goes from hand to hand, so that nothing is in it that only its first holder might see of themselves. */
async function openingsFor(db: Db, body: string, { kind }: Openness): Promise<readonly Opening[]> {
  if (kind !== "all") return [];
  const tokens = tokensIn(body);
  const texts = await openingsOf(
    db,
    tokens.filter((token) => !isPseudonym(token)),
  );
  return [...(await personOpenings(db, tokens.filter(isPseudonym))), ...texts.values()];
}

function noEvent(id: number): SentProblem {
  return {
    code: "not-found",
    at: "",
    message: {
      en: `there is no audit event ${quote(String(id))}`,
      zh: `没有编号为${quote(String(id))}的审计记录`,
    },
  };
}
