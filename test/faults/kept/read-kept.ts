import { type DecisionRecord, canonicalJson } from "@evenhand/domain";
import { type PersonEntry, openFor } from "@evenhand/service";
import { type Db, entryOf } from "@evenhand/store";

/** How much there is of what recording keeps; what it says is read a page at a time. */
export type Kept = {
  readonly decisions: readonly { readonly id: string; readonly reference: string }[];
  /** The decision that each event of a recording is about; once for every event. */
  readonly recordings: readonly string[];
  /** Once for every row. */
  readonly keys: readonly string[];
};

export async function readKept(db: Db): Promise<Kept> {
  const decisions = await db.selectFrom("decisions").select(["id", "reference"]).execute();
  const events = await db
    .selectFrom("audit_events")
    .select("object_id")
    .where("action", "=", "decision.recorded")
    .execute();
  const keys = await db.selectFrom("idempotency_keys").select("key").execute();
  return {
    decisions,
    recordings: events.map(({ object_id }) => object_id),
    keys: keys.map(({ key }) => key),
  };
}

/** A decision with everything that was kept with it, read past the code that answers requests. */
export type KeptDecision = {
  readonly id: string;
  readonly reference: string;
  readonly totalMinor: number;
  /** The body of the audit event that it names, as it is stored. */
  readonly body: string;
  readonly record: DecisionRecord;
  /** What its event put into the ledgers. */
  readonly entries: readonly PersonEntry[];
};

const PAGE = 200;

/** Every decision in turn, people in it under their pseudonyms. */
export async function* keptDecisions(db: Db): AsyncGenerator<KeptDecision, void> {
  for (let after = 0; ;) {
    const rows = await db
      .selectFrom("decisions as d")
      .innerJoin("audit_events as a", "a.id", "d.audit_event_id")
      .select(["d.sequence", "d.id", "d.reference", "d.total_minor", "d.audit_event_id", "a.body"])
      .where("d.sequence", ">", after)
      .orderBy("d.sequence")
      .limit(PAGE)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    after = last.sequence;
    const entries = await db
      .selectFrom("ledger_entries")
      .selectAll()
      .where(
        "audit_event_id",
        "in",
        rows.map(({ audit_event_id }) => audit_event_id),
      )
      .orderBy("id")
      .execute();
    const byEvent = Map.groupBy(entries, ({ audit_event_id }) => audit_event_id);
    for (const { id, reference, total_minor, audit_event_id, body } of rows)
      yield {
        id,
        reference,
        totalMinor: total_minor,
        body,
        record: (JSON.parse(body) as { readonly after: DecisionRecord }).after,
        entries: (byEvent.get(audit_event_id) ?? []).map((row) => ({ ...entryOf(row), person: row.person })),
      };
  }
}

/** The record of a decision and its entries as a client is shown them, each as canonical JSON. */
export async function openKept(
  db: Db,
  { record, entries }: Pick<KeptDecision, "record" | "entries">,
): Promise<{ readonly record: string; readonly entries: string }> {
  const text = await openFor(db, JSON.stringify({ record, entries }), { kind: "all" });
  const opened = JSON.parse(text) as { readonly record: unknown; readonly entries: unknown };
  return { record: canonicalJson(opened.record), entries: canonicalJson(opened.entries) };
}
