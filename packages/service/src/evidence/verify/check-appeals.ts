import { type AppealRow, countEvents, decisionsOnAppeals, eventsOfObjects, pagesOf } from "@evenhand/store";
import { type LoggedEvent, readEvent } from "./read-event.ts";
import { rowMissing, rowSuperfluous } from "./store-problem.ts";
import { byObject } from "./check-documents.ts";
import type { Verifying } from "./verifying.ts";

const FILED = "appeal.filed";
const DECIDED = "appeal.decided";

/** Every appeal against the events of its filing and of its verdict, and against the decision that answers it. */
export async function checkAppeals(work: Verifying): Promise<void> {
  const { db, found } = work;
  let rows = 0;
  for await (const page of pagesOf(db, "appeals")) {
    const ids = page.map(({ id }) => id);
    const events = (await eventsOfObjects(db, { kind: "appeal", ids })).flatMap(
      (row) => readEvent(row) ?? [],
    );
    const told = { filed: byObject(events, FILED), decided: byObject(events, DECIDED) };
    const answers = await decisionsOnAppeals(db, ids);
    for (const row of page) {
      const filed = told.filed.get(row.id);
      const name = { table: "appeals", key: row.id };
      if (filed)
        found.compare(name, row, {
          ...columnsOf(filed, told.decided.get(row.id)),
          superseding_id: answers.get(row.id) ?? null,
        });
      else found.add(rowSuperfluous(name));
    }
    rows += page.length;
    await work.step(page.length);
    if (found.isFull) return;
  }
  if (rows < (await countEvents(db, [FILED]))) found.add(rowMissing({ table: "appeals", key: "*" }));
}

function columnsOf(
  filed: LoggedEvent,
  decided: LoggedEvent | undefined,
): Partial<Record<keyof AppealRow, unknown>> {
  return {
    decision_id: filed.after["decision"],
    person: filed.after["party"],
    statement: filed.after["statement"],
    state: decided ? decided.after["verdict"] : "open",
    filed_at: filed.at,
    filed_by: filed.actor,
    decided_at: decided?.at ?? null,
    decided_by: decided?.actor ?? null,
    reason: decided?.after["reason"] ?? null,
  };
}
