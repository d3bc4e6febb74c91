import { appendAuditEvent, lockPersons, type Store } from "@evenhand/store";
import { ACCOUNT, PERSON } from "./one-of-each.ts";

/**
 * Plans one minor unit in August where there is still room, as a decision would: takes the person, reads, then writes.
 * Whether there was room. Nothing but taking the person keeps two of these from seeing the same room.
 */
export async function planOne(store: Store): Promise<boolean> {
  return store.write(async (tx) => {
    await lockPersons(tx, [PERSON]);
    const month = await tx
      .selectFrom("ledger_months")
      .selectAll()
      .where("person", "=", PERSON)
      .executeTakeFirstOrThrow();
    if (month.taken_minor >= month.cap_minor) return false;
    const audit_event_id = await appendAuditEvent(tx, {
      at: 1,
      actor: { kind: "system", id: "test" },
      action: "payroll.restated",
      object: { kind: "person", id: PERSON },
    });
    await tx
      .insertInto("ledger_entries")
      .values({
        person: PERSON,
        account: ACCOUNT.account,
        kind: "scheduled",
        source: null,
        month: month.month,
        amount_minor: 1,
        paid_back_in: null,
        at: 1,
        audit_event_id,
      })
      .execute();
    return true;
  });
}
