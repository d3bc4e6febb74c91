import type { Actor, AuditAction, AuditedKind } from "@evenhand/domain";
import { type Db, appendAuditEvent, lockPayroll, lockPersons } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import type { RefusedAsk } from "../refused.ts";
import { Ledgers } from "./ledgers.ts";

export type LedgerChangeAsk = {
  readonly actor: Actor;
  /** What was done, as the audit event names it. */
  readonly action: AuditAction;
  readonly object: { readonly kind: AuditedKind; readonly id: string };
  /** Pseudonyms of everybody whose ledger may change. */
  readonly persons: readonly string[];
};

export type LedgersChanged<Told> = {
  readonly after: Told;
  readonly ledgers: Ledgers;
  readonly auditEventId: number;
  /** The moment that the audit event names, for whatever else is kept with it. */
  readonly at: number;
};

/**
 * Changes ledgers inside a transaction: takes the rows of the people, lets `work` apply what is to change and say what
 * the audit event tells about it, and keeps both.
 */
export async function changeLedgers<Told extends object>(
  context: Pick<ServiceContext, "now">,
  tx: Db,
  ask: LedgerChangeAsk,
  work: (
    ledgers: Ledgers,
  ) => { readonly after: Told } | RefusedAsk | Promise<{ readonly after: Told } | RefusedAsk>,
): Promise<LedgersChanged<Told> | RefusedAsk> {
  const at = context.now();
  await lockPayroll(tx, "shared");
  await lockPersons(tx, ask.persons);
  const ledgers = await Ledgers.read(tx, ask.persons);
  const done = await work(ledgers);
  if ("refusal" in done) return done;
  const auditEventId = await appendAuditEvent(tx, {
    at,
    actor: ask.actor,
    action: ask.action,
    object: ask.object,
    after: done.after,
    entries: ledgers.entries,
    ledger: ledgers.told,
  });
  await ledgers.keep(tx, { at, auditEventId });
  return { after: done.after, ledgers, auditEventId, at };
}
