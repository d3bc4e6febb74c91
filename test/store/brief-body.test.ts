import { canonicalJson } from "@evenhand/domain";
import { type Db, comparableDecisions } from "@evenhand/store";
import { expect, it } from "vitest";
import { onBothDatabases } from "../support/databases.ts";
import { AUDIT_EVENT, DECISION, insertOneOfEach } from "./one-of-each.ts";

/** What the explanation of a record begins and ends with, as a text that somebody wrote. */
const MARKER = ',"explanation":[{}],"format":1,"gates":[';
const RECORD = {
  case: { facts: { note: MARKER } },
  departures: [],
  format: 1,
  gates: [{ kind: "notice", met: true }],
  reason: MARKER,
};

/** The record of a decision as it is read without its explanation, once it was recorded with this one. */
async function readOf(tx: Db, explanation: readonly object[]): Promise<unknown> {
  await insertOneOfEach(tx);
  const { id } = await tx
    .insertInto("audit_events")
    .values({ ...AUDIT_EVENT, object_id: "d2", body: canonicalJson({ after: { ...RECORD, explanation } }) })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("decisions")
    .values({ ...DECISION, id: "d2", reference: "R-2", root_id: "d2", audit_event_id: id })
    .execute();
  const { policy_id: policyId, disposition } = DECISION;
  const [newest] = await comparableDecisions(tx, { policyId, disposition, limit: 1 });
  return (JSON.parse(newest?.body ?? "{}") as { readonly after?: unknown }).after;
}

onBothDatabases("a record read without its explanation", (openDatabase) => {
  it("is all of the record but the explanation, whatever texts stand in either", async () => {
    const { store } = await openDatabase();
    const read = await store.write((tx) => readOf(tx, [{ label: MARKER, steps: [{ label: MARKER }] }]));
    expect(read).toEqual(RECORD);
  });

  it("is the record as it stands where nothing is explained", async () => {
    const { store } = await openDatabase();
    expect(await store.write((tx) => readOf(tx, []))).toEqual({ ...RECORD, explanation: [] });
  });
});
