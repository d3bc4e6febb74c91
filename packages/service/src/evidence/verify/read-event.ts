import type { LedgerEntry } from "@evenhand/domain";
import { parseInstant } from "@evenhand/domain";
import type { AuditEventRow, LedgerTold } from "@evenhand/store";

/** An audit event as its body tells it. INVARIANT: what it holds may be anything where the body was altered. */
export type LoggedEvent = {
  readonly id: number;
  /** Epoch milliseconds. */
  readonly at: number;
  /** `user:<id>` or the like. */
  readonly actor: string;
  readonly action: string;
  readonly object: { readonly kind: string; readonly id: string };
  readonly after: Readonly<Record<string, unknown>>;
  readonly entries: readonly (LedgerEntry & { readonly person: string })[];
  readonly ledger: readonly LedgerTold[];
};

type Body = {
  readonly at?: unknown;
  readonly actor?: { readonly kind?: unknown; readonly id?: unknown };
  readonly action?: unknown;
  readonly object?: { readonly kind?: unknown; readonly id?: unknown };
  readonly after?: unknown;
  readonly entries?: LoggedEvent["entries"];
  readonly ledger?: LoggedEvent["ledger"];
};

/** What an event tells; `undefined` where its body is no audit event any more, which the log shows. */
export function readEvent({ id, body }: AuditEventRow): LoggedEvent | undefined {
  const read = bodyOf(body);
  const at = typeof read?.at === "string" ? parseInstant(read.at) : undefined;
  if (!read || at === undefined) return undefined;
  return {
    id,
    at,
    actor: `${String(read.actor?.kind)}:${String(read.actor?.id)}`,
    action: String(read.action),
    object: { kind: String(read.object?.kind), id: String(read.object?.id) },
    after: typeof read.after === "object" && read.after !== null ? { ...read.after } : {},
    entries: Array.isArray(read.entries) ? read.entries : [],
    ledger: Array.isArray(read.ledger) ? read.ledger : [],
  };
}

function bodyOf(text: string): Body | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
