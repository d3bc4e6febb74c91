import { type AuditEventRow, type AuditFilter, listAuditEvents as listRows } from "@evenhand/store";
import type { ServiceContext } from "../../context.ts";

export type { AuditFilter };

/** One entry of the audit trail. People stand in it under their pseudonyms. */
export type AuditEventView = {
  /** Its number, in which order it was kept. */
  readonly id: number;
  readonly at: string;
  readonly actor: { readonly kind: string; readonly id: string };
  readonly action: string;
  readonly object: { readonly kind: string; readonly id: string };
  readonly before?: unknown;
  readonly after?: unknown;
  readonly entries?: unknown;
  readonly ledger?: unknown;
};

export type AuditPage = {
  readonly events: readonly AuditEventView[];
  /** Where the next page begins; null on the last one. */
  readonly next: number | null;
};

/** A page of the audit trail, the newest first. */
export async function listAuditEvents(
  { store }: ServiceContext,
  ask: AuditFilter & { readonly limit: number; readonly before?: number },
): Promise<AuditPage> {
  // One more than asked for tells whether there is a further page.
  const rows = await store.read((db) => listRows(db, { ...ask, limit: ask.limit + 1 }));
  const shown = rows.slice(0, ask.limit);
  return {
    events: shown.map(viewOf),
    next: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
  };
}

function viewOf({ id, body }: AuditEventRow): AuditEventView {
  const { format: _, ...event } = JSON.parse(body) as Omit<AuditEventView, "id"> & {
    readonly format: number;
  };
  return { id, ...event };
}
