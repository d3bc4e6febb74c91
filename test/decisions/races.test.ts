import {
  type OnceAsk,
  createCase,
  erasePerson,
  publishDraft,
  recordDecision,
  withdrawVersion,
} from "@evenhand/service";
import { type Store, lockPayroll } from "@evenhand/store";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { ADMIN, HANDLER, actsOn, complaint } from "../evidence-service/acts.ts";
import { HEADER, csv, importFile } from "../imports/import-file.ts";
import {
  APPROVER,
  type Scene,
  approved,
  given,
  processOver,
  refusalOf,
  sceneOver,
} from "../policies/scene.ts";
import { onPostgres } from "../support/databases.ts";
import { holdingOver, untilWaiting } from "../support/holding.ts";

const POLICY = "complaint-fines";

let keys = 0;

function ask(body: object): OnceAsk {
  keys += 1;
  const request = { method: "POST", path: "/", body: JSON.stringify({ policy: POLICY, ...body }) };
  return { actor: HANDLER, key: `race-${keys}`, request };
}

/** Two processes over one database, the first of which holds its next transaction open. */
async function twoOver({ store, again }: { readonly store: Store; readonly again: () => Promise<Store> }) {
  const one = await sceneOver(store);
  const holding = holdingOver(store);
  const other = processOver(await again());
  return { one, other, holding, held: { ...one.context, store: holding.store } };
}

/** What a query finds, each row as its values. */
async function rows(store: Store, query: string): Promise<readonly unknown[]> {
  return store.read(async (db) => (await sql.raw<object>(query).execute(db)).rows.map(Object.values));
}

function idIn({ body }: { readonly body: string }): string {
  return (JSON.parse(body) as { readonly id: string }).id;
}

onPostgres("a version that is withdrawn while a decision is recorded under it", (open) => {
  const published = async (scene: Scene) => {
    const draft = await approved(scene);
    const body = { effectiveFrom: "2026-09-01" };
    given(await publishDraft(scene.context, { actor: APPROVER, id: draft.id, body }));
  };
  const withdrawal = {
    // Known already, so that the first transaction is the one that withdraws.
    actor: APPROVER,
    policy: POLICY,
    version: 3,
    body: { reason: "the year was mistyped" },
  };

  it("stays where the decision came first", async () => {
    const { one, other, holding, held } = await twoOver(await open());
    await published(one);
    const recorded = recordDecision(held, ask({ case: complaint("C-1"), policyVersion: 3 }));
    await holding.held;
    const withdrawn = withdrawVersion(other.context, withdrawal);
    await untilWaiting(one.context.store);
    holding.letGo();
    expect(given(await recorded).status).toBe(201);
    expect(refusalOf(await withdrawn)).toEqual(["wrong-state"]);
  });

  it("is decided under no more where the withdrawal came first", async () => {
    const { one, other, holding, held } = await twoOver(await open());
    await published(one);
    // The other process knows the version, and nothing of the withdrawal that is under way.
    expect(given((await other.context.rulebook()).version(POLICY, 3)).version.policy.version).toBe(3);
    const withdrawn = withdrawVersion(held, withdrawal);
    await holding.held;
    const recorded = [{ policyVersion: 3 }, {}].map(async (more, index) => {
      // By its number, and by its day.
      const facts = index === 0 ? {} : { receivedOn: "2026-09-02" };
      return recordDecision(other.context, ask({ case: complaint(`C-${index}`, facts), ...more }));
    });
    await untilWaiting(one.context.store, recorded.length);
    holding.letGo();
    given(await withdrawn);
    expect((await Promise.all(recorded)).map(refusalOf)).toEqual([
      ["unknown-version at /policyVersion"],
      ["unknown-version"],
    ]);
    expect(await rows(one.context.store, "select id from decisions")).toEqual([]);
  });
});

onPostgres("somebody who is erased while something is kept of them", (open) => {
  const [WHO, NOTE] = ["EMP-77", "the label of C-1 says 42, says EMP-77"];
  const erasure = { actor: ADMIN, staffId: WHO, body: { reason: "left long ago" } };
  const noted = { evidence: [{ id: "E1", kind: "photo", note: NOTE }] };
  const naming = (reference: string) => ({ ...complaint(reference, {}, [WHO]), ...noted });
  const PEOPLE = "select staff_id, erased_at is null from people where person in (%) order by created_at";
  const inCases = PEOPLE.replace("%", "select c.content::json->'parties'->0->>'id' from cases c");
  const TEXTS = "select value from openings where value like '%EMP-77%'";

  it.each([
    { what: "a decision is recorded", act: recordDecision },
    { what: "a case is kept", act: createCase },
  ])("is somebody new where $what after it", async ({ act }) => {
    const { one, other, holding, held } = await twoOver(await open());
    await actsOn(one).keepCase(complaint("C-0", {}, [WHO]));
    const erased = erasePerson(held, erasure);
    await holding.held;
    const kept = act(other.context, ask({ case: naming("C-1") }));
    await untilWaiting(one.context.store);
    holding.letGo();
    given(await erased);
    expect(given(await kept).status).toBe(201);
    expect(await rows(one.context.store, inCases)).toEqual([
      [null, false],
      [WHO, true],
    ]);
    // No account stands on anybody who was erased.
    expect(
      await rows(
        one.context.store,
        "select a.account from accounts a join people p using (person) where p.erased_at is not null",
      ),
    ).toEqual([]);
  });

  it("is somebody new where an import brings a case of theirs after it", async () => {
    const { one, other, holding, held } = await twoOver(await open());
    await actsOn(one).keepCase(complaint("C-0", {}, [WHO]));
    const erased = erasePerson(held, erasure);
    await holding.held;
    const imported = importFile(other, csv(HEADER, `C-1,spec-mismatch,2026-07-06,1200.00,${WHO},4,40`));
    await untilWaiting(one.context.store);
    holding.letGo();
    given(await erased);
    expect(await imported).toMatchObject({ state: "done", cases: { added: 1 } });
    expect(await rows(one.context.store, inCases)).toEqual([
      [null, false],
      [WHO, true],
    ]);
  });

  it("goes with a case that was kept before it", async () => {
    const { one, other, holding, held } = await twoOver(await open());
    await actsOn(one).keepCase(complaint("C-0", {}, [WHO]));
    const kept = createCase(held, ask({ case: naming("C-1") }));
    await holding.held;
    const erased = erasePerson(other.context, erasure);
    await untilWaiting(one.context.store);
    holding.letGo();
    given(await kept);
    expect(given(await erased).erased.texts).toBe(2);
    expect(await rows(one.context.store, TEXTS)).toEqual([]);
    expect(await rows(one.context.store, inCases)).toEqual([[null, false]]);
  });

  it("is not erased before what was recorded first is settled", async () => {
    const { one, other, holding, held } = await twoOver(await open());
    await actsOn(one).keepCase(complaint("C-0", {}, [WHO]));
    const recorded = recordDecision(held, ask({ case: naming("C-1") }));
    await holding.held;
    const erased = erasePerson(other.context, erasure);
    await untilWaiting(one.context.store);
    holding.letGo();
    given(await recorded);
    expect(refusalOf(await erased)).toEqual(["still-owing"]);
  });

  it("is not decided about by the id of a case that named them", async () => {
    const { one, other, holding, held } = await twoOver(await open());
    const id = await actsOn(one).keepCase(naming("C-1"));
    const erased = erasePerson(held, erasure);
    await holding.held;
    const decided = recordDecision(other.context, ask({ case: { id } }));
    await untilWaiting(one.context.store);
    holding.letGo();
    given(await erased);
    expect(refusalOf(await decided)).toEqual(["wrong-state at /case/id"]);
    expect(await rows(one.context.store, TEXTS)).toEqual([]);
  });

  it.each([
    { what: "that named them", kept: naming("C-1") },
    { what: "a text of which named them", kept: { ...complaint("C-1"), ...noted } },
  ])("is not decided about by what was read before of a case $what", async ({ kept }) => {
    const { one, other, holding, held } = await twoOver(await open());
    const { store } = one.context;
    await actsOn(one).keepCase(complaint("C-0", {}, [WHO]));
    const id = await actsOn(one).keepCase(kept);
    const people = await rows(store, "select person from people");
    const erased = erasePerson(held, erasure);
    await holding.held;
    // The close of a month waits for the erasure, and behind it a decision that has read the case.
    const closed = store.write((tx) => lockPayroll(tx, "alone"));
    await untilWaiting(store, 1);
    const decided = recordDecision(other.context, ask({ case: { id } }));
    await untilWaiting(store, 2);
    holding.letGo();
    given(await erased);
    await closed;
    expect(refusalOf(await decided)).toEqual(["wrong-state at /case/id"]);
    expect(await rows(store, TEXTS)).toEqual([]);
    expect(await rows(store, "select id from cases where reference = 'C-1'")).toEqual([[id]]);
    expect(await rows(store, "select person from people")).toHaveLength(people.length);
  });
});

onPostgres("a case that is corrected while it is decided by its id", (open) => {
  it("is not decided as it was", async () => {
    const { one, other, holding, held } = await twoOver(await open());
    const id = await actsOn(one).keepCase(complaint("C-1"));
    const corrected = createCase(held, ask({ case: complaint("C-1", { lossAmount: 900_000 }) }));
    await holding.held;
    const decided = recordDecision(other.context, ask({ case: { id } }));
    await untilWaiting(one.context.store);
    holding.letGo();
    const newest = idIn(given(await corrected));
    const refused = await decided;
    expect(refusalOf(refused)).toEqual(["edited-meanwhile at /case/id"]);
    expect(JSON.stringify(refused)).toContain(newest);
    // The correction stands as it was brought forward, and nothing stands after it.
    expect(await rows(one.context.store, "select id from cases order by revision")).toEqual([[id], [newest]]);
  });
});
