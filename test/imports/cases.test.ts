import {
  type CaseView,
  type OnceAsk,
  createCase,
  readCase,
  readCases,
  MOST_RECENT_BYTES,
  recentCases,
  recordDecision,
} from "@evenhand/service";
import { insertCases } from "@evenhand/store";
import { expect, it } from "vitest";
import { type Scene, given, refusalOf, sceneOver, somebody } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";

const HANDLER = somebody("E3001", ["handler"]);
const AUDITOR = somebody("E4001", ["auditor"]);
const KEY = { kind: "key", id: "k1", scopes: ["cases:write"] } as const;

function body(reference = "C-1", facts: object = {}): { readonly policy: string; readonly case: object } {
  const theCase = {
    reference,
    facts: { complaintKind: "spec-mismatch", lossAmount: 1_200_000, receivedOn: "2026-07-06", ...facts },
    parties: [{ id: "P1", kind: "person", facts: { basePoints: 4, unitBasePoints: 40 } }],
    evidence: [{ id: "E1", kind: "photo", note: "the label says 42" }],
  };
  return { policy: "complaint-fines", case: theCase };
}

const pause = async (): Promise<void> => undefined;

let keys = 0;

function ask(sent: object, actor: OnceAsk["actor"] = HANDLER, path = "/v1/cases"): OnceAsk {
  return { actor, key: `key-${(keys += 1)}`, request: { method: "POST", path, body: JSON.stringify(sent) } };
}

async function create({ context }: Scene, sent: object): Promise<{ status: number; id: string }> {
  const answer = given(await createCase(context, ask(sent)));
  return { status: answer.status, id: (JSON.parse(answer.body) as CaseView).id };
}

async function read({ context }: Scene, id: string, actor = HANDLER): Promise<CaseView> {
  return JSON.parse(given(await readCase(context, { actor, id })).body) as CaseView;
}

async function references({ context }: Scene, asked: Parameters<typeof readCases>[1]["asked"]) {
  const { body: text } = await readCases(context, { actor: HANDLER, asked });
  const page = JSON.parse(text) as { cases: { reference: string; revision: number }[]; next: string | null };
  return { ...page, found: page.cases.map(({ reference }) => reference).toSorted() };
}

onBothDatabases("a case without a decision", (open) => {
  it("is kept once; a corrected one is a further revision, and the same again adds nothing", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    const first = await create(scene, body());
    expect(first.status).toBe(201);
    expect(await create(scene, body())).toEqual({ status: 200, id: first.id });
    const corrected = await create(scene, body("C-1", { lossAmount: 900_000 }));
    expect(corrected.status).toBe(201);
    expect(await read(scene, corrected.id)).toMatchObject({
      revision: 2,
      appliesOn: "2026-07-06",
      import: null,
      decision: null,
      case: {
        facts: { lossAmount: 900_000 },
        parties: [{ id: "P1" }],
        evidence: [{ note: "the label says 42" }],
      },
    });
    const events = await store.read((db) =>
      db.selectFrom("audit_events").select("body").where("action", "=", "case.stored").execute(),
    );
    expect(events).toHaveLength(2);
    expect(events.map(({ body: text }) => text).join()).not.toMatch(/"P1"|the label says/);
  });

  it("is told to an auditor with pseudonyms and without what people wrote", async () => {
    const scene = await sceneOver((await open()).store);
    const { id } = await create(scene, body());
    const { case: masked } = await read(scene, id, AUDITOR);
    expect(masked.parties[0]?.id).toMatch(/^person-[0-9a-f]{64}$/);
    expect(masked.evidence?.[0]?.note).toMatch(/^text-[0-9a-f]{64}$/);
  });

  it("is refused with everything that is wrong with it, as an evaluation would be", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    const { context } = scene;
    const refused = async (sent: object, actor = HANDLER): Promise<readonly string[]> =>
      refusalOf(await createCase(context, ask(sent, actor)));
    expect(await refused(body("C-1", { lossAmount: -1, receivedOn: "2026-02-30" }))).toEqual([
      "not-a-date at /case/facts/receivedOn",
      "out-of-range at /case/facts/lossAmount",
    ]);
    expect(await refused(body("C-1", { receivedOn: "2024-01-01" }))).toEqual([
      "before-first-version at /case/facts/receivedOn",
    ]);
    expect(await refused({ ...body(), policy: "complaint-fine" })).toEqual(["unknown-policy"]);
    expect(await refused({ ...body(), reason: "x" })).toEqual(["unknown-field at /reason"]);
    expect(await refused({ policy: "complaint-fines" })).toEqual(["missing-field at /case"]);
    expect(await refused(body("C\0-1"))).toEqual(["wrong-shape at /case/reference"]);
    expect(await refused(body(`person-${"0".repeat(64)}`))).toEqual(["wrong-shape at /case/reference"]);
    expect(refusalOf(await createCase(context, { ...ask(body(), KEY), key: undefined }))).toEqual([
      "missing-idempotency-key",
    ]);
    expect(await store.read((db) => db.selectFrom("people").selectAll().execute())).toEqual([]);
  });

  it("is kept once where several bring it at the same time", async () => {
    const database = await open();
    const [one, other] = [await sceneOver(database.store), await sceneOver(await database.again())];
    const created = await Promise.all([one, other, one, other].map((scene) => create(scene, body())));
    expect(created.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(created.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(new Set(created.map(({ id }) => id)).size).toBe(1);
  });

  it("is found by policy, reference and the day that decides its version, page by page", async () => {
    const scene = await sceneOver((await open()).store);
    for (let day = 1; day <= 5; day += 1)
      await create(scene, body(`C-${day}`, { receivedOn: `2026-07-0${day}` }));
    await create(scene, body("C-2", { receivedOn: "2026-07-02", lossAmount: 5 }));
    expect((await references(scene, { from: "2026-07-02", until: "2026-07-04" })).found).toEqual([
      "C-2",
      "C-3",
      "C-4",
    ]);
    expect((await references(scene, { reference: "C-2" })).cases).toMatchObject([{ revision: 2 }]);
    expect((await references(scene, { policyId: "first-contact" })).found).toEqual([]);
    const first = await references(scene, { limit: 3 });
    const second = await references(scene, { limit: 3, after: first.next ?? "" });
    expect([...first.found, ...second.found].toSorted()).toEqual(["C-1", "C-2", "C-3", "C-4", "C-5"]);
    expect(second.next).toBeNull();
  });

  it("is the case that a decision is then taken on, and tells of it", async () => {
    const scene = await sceneOver((await open()).store);
    const { id } = await create(scene, body());
    const answer = given(await recordDecision(scene.context, ask(body(), HANDLER, "/v1/decisions")));
    const decision = JSON.parse(answer.body) as {
      readonly id: string;
      readonly record: { readonly caseId: string };
    };
    expect(decision.record.caseId).toBe(id);
    expect((await read(scene, id)).decision).toBe(decision.id);
    expect(refusalOf(await readCase(scene.context, { actor: HANDLER, id: "case-none" }))).toEqual([
      "not-found",
    ]);
  });
});

onBothDatabases("the cases that came in last", (open) => {
  it("has the last ones first, in their newest revisions, and nobody's number or words in it", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    const later = (sent: object) => {
      scene.clock.now += 1_000;
      return create(scene, sent);
    };
    await later(body("C-1"));
    const second = await later(body("C-2"));
    const corrected = await later(body("C-1", { lossAmount: 900_000 }));
    const last = async (limit: number) =>
      given(await recentCases(scene.context, { policyId: "complaint-fines", limit, pause })).cases;
    expect((await last(5)).map(({ id }) => id)).toEqual([corrected.id, second.id]);
    expect((await last(1)).map(({ id }) => id)).toEqual([corrected.id]);
    const [newest] = await last(1);
    expect(newest?.case).toEqual({
      reference: corrected.id,
      facts: { complaintKind: "spec-mismatch", lossAmount: 900_000, receivedOn: "2026-07-06" },
      parties: [{ id: "P1", kind: "person", facts: { basePoints: 4, unitBasePoints: 40 } }],
      evidence: [{ id: "E1", kind: "photo" }],
    });
    const only = async (policyId: string, caseId: string) =>
      given(await recentCases(scene.context, { policyId, caseId, pause })).cases.map(({ id }) => id);
    expect(await only("complaint-fines", second.id)).toEqual([second.id]);
    expect(await only("complaint-fines", "case-none")).toEqual([]);
    expect(refusalOf(await recentCases(scene.context, { policyId: "no-such", pause }))).toEqual([
      "unknown-policy",
    ]);
  });

  it("are no more than fit into one answer, which says how many did not, and others have their turn", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    await create(scene, body("C-1"));
    const one = await store.read((db) => db.selectFrom("cases").selectAll().executeTakeFirstOrThrow());
    // Each takes about a thirtieth of an answer.
    const evidence = Array.from({ length: 3_000 }, () => ({ id: "E1", kind: "photo of the label" }));
    const content = JSON.stringify({ ...(JSON.parse(one.content) as object), evidence });
    const rows = Array.from({ length: 45 }, (_, index) => ({
      ...one,
      id: `case-${String(index).padStart(26, "z")}`,
      reference: `C-big-${index}`,
      content,
    }));
    await store.write((tx) => insertCases(tx, rows));
    let turns = 0;
    const counted = async (): Promise<void> => {
      turns += 1;
    };
    const asked = { policyId: "complaint-fines", limit: 40, pause: counted };
    const answer = given(await recentCases(scene.context, asked));
    const bytes = Buffer.byteLength(JSON.stringify(answer.cases));
    expect(bytes).toBeLessThanOrEqual(MOST_RECENT_BYTES + answer.cases.length + 1);
    expect(bytes).toBeGreaterThan(MOST_RECENT_BYTES * 0.8);
    expect(answer.cases.length + answer.leftOut).toBe(40);
    expect(turns).toBeGreaterThan(0);
  });
});
