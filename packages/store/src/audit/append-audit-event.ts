import {
  type Actor,
  type AuditAction,
  type AuditedKind,
  canonicalJson,
  type DeductionTerms,
  type LedgerEntry,
} from "@evenhand/domain";
import type { Db } from "../database/store.ts";
import type { AccountState, BonusesTable } from "../database/tables.ts";

/**
 * What one change of somebody's ledger left behind besides entries, as it stood afterwards: accounts, the most that months
 * may hold, what became known of the bonus, the last month of somebody who left.
 */
export type LedgerTold = {
  readonly person: string;
  readonly accounts?: readonly {
    readonly account: string;
    readonly startsIn: string;
    readonly currency: string;
    readonly terms: DeductionTerms;
    readonly state: AccountState;
  }[];
  readonly months?: readonly { readonly month: string; readonly capMinor: number }[];
  readonly bonuses?: readonly {
    readonly month: string;
    readonly bonusMinor: number;
    readonly source: BonusesTable["source"];
  }[];
  readonly leftIn?: string;
};

/** One change of state. `before`, `after`, `entries` and `ledger` are left out where there is none. */
export type AuditEvent = {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly actor: Actor;
  /** `<kind of object>.<what was done>`: `decision.recorded`. */
  readonly action: AuditAction;
  readonly object: { readonly kind: AuditedKind; readonly id: string };
  readonly before?: unknown;
  readonly after?: unknown;
  readonly entries?: readonly (LedgerEntry & { readonly person: string })[];
  /** One for each change of a ledger, in order: with the entries everything that the ledger's tables hold. */
  readonly ledger?: readonly LedgerTold[];
};

/**
 * Keeps an event for good and puts it in line for its place in the log; gives its number. Numbers follow no order that
 * can be relied on: of two transactions at once, the later one may end first.
 *
 * INVARIANT: an event stands in the same transaction as the change that it tells of, so that there is neither without
 * the other.
 */
export async function appendAuditEvent(tx: Db, event: AuditEvent): Promise<number> {
  const { id } = await tx
    .insertInto("audit_events")
    .values({
      at: event.at,
      actor: actorName(event.actor),
      action: event.action,
      object_kind: event.object.kind,
      object_id: event.object.id,
      body: auditBody(event),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tx.insertInto("pending_leaves").values({ audit_event_id: id }).execute();
  return id;
}

/** The actor as tables name it: `user:<id>`, `key:<id>` or `system:<id>`. */
export function actorName({ kind, id }: Pick<Actor, "kind" | "id">): string {
  return `${kind}:${id}`;
}

/** The canonical JSON that the leaf of the event hashes. Of the actor it names the account, not the roles of the day. */
function auditBody({ at, actor, action, object, before, after, entries, ledger }: AuditEvent): string {
  return canonicalJson({
    format: 1,
    at: new Date(at).toISOString(),
    actor: { kind: actor.kind, id: actor.id },
    action,
    object: { kind: object.kind, id: object.id },
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    ...(entries !== undefined && { entries }),
    ...(ledger !== undefined && { ledger }),
  });
}
