import { verifierKeyOf } from "@evenhand/evidence";
import {
  createDraft,
  exportVersion,
  listVersions,
  publishDraft,
  sequenceLog,
  takeInRules,
  verifyStore,
  withdrawVersion,
} from "@evenhand/service";
import { listAuditEvents, openingsOf } from "@evenhand/store";
import { expect, it } from "vitest";
import { actsOn, complaint } from "../evidence-service/acts.ts";
import { pastTheService } from "../evidence-service/past-the-service.ts";
import { onBothDatabases } from "../support/databases.ts";
import {
  APPROVER,
  AUTHOR,
  FILES,
  OTHER_APPROVER,
  type Scene,
  approved,
  given,
  processOver,
  refusalOf,
  rule,
  sceneOver,
  withCap,
  wordsOf,
} from "./scene.ts";

const REASON = "the year was mistyped, says E2001";
const POLICY = "complaint-fines";

async function publish(all: Scene, { rate = 0.4, from }: { readonly rate?: number; readonly from: string }) {
  const draft = await approved(all, rate);
  const body = { effectiveFrom: from };
  return given(await publishDraft(all.context, { actor: APPROVER, id: draft.id, body })).version;
}

async function withdraw(
  { context }: Scene,
  { version = 3, policy = POLICY, actor = OTHER_APPROVER, body = { reason: REASON } as unknown } = {},
) {
  return withdrawVersion(context, { actor, policy, version, body });
}

async function states({ context }: Scene): Promise<readonly string[]> {
  const { versions } = given(await listVersions(context, { policy: POLICY }));
  return versions.map(({ version, state, effectiveUntil }) => `${version} ${state} ${effectiveUntil}`);
}

onBothDatabases("a version whose day has not come", (open) => {
  const scene = async () => sceneOver((await open()).store);

  it("is withdrawn: the one before it goes on, and days may be set as if it were not there", async () => {
    const all = await scene();
    await publish(all, { from: "2062-08-01" });
    expect(await states(all)).toEqual([
      "1 superseded 2026-06-30",
      "2 in-force 2062-07-31",
      "3 scheduled null",
    ]);
    const { version } = given(await withdraw(all));
    expect(version).toMatchObject({
      version: 3,
      state: "withdrawn",
      effectiveUntil: null,
      withdrawnAt: "2026-07-10T01:00:00.000Z",
      withdrawnBy: "user:user-E2002",
    });
    expect(await states(all)).toEqual(["1 superseded 2026-06-30", "2 in-force null", "3 withdrawn null"]);
    const rulebook = await all.context.rulebook();
    expect(given(rulebook.version(POLICY)).version.policy.version).toBe(2);
    expect(refusalOf(rulebook.version(POLICY, 3))).toEqual(["unknown-version"]);
    // Its number is not given again.
    expect(await publish(all, { rate: 0.3, from: "2026-08-01" })).toMatchObject({ version: 4 });
    expect((await states(all)).slice(2)).toEqual(["3 withdrawn null", "4 scheduled null"]);
  });

  it("stays on record: its text is given out, and a draft may begin as it", async () => {
    const all = await scene();
    const { hash } = await publish(all, { from: "2062-08-01" });
    given(await withdraw(all));
    const file = given(await exportVersion(all.context, { policy: POLICY, version: 3 }));
    expect(file.hash).toBe(hash);
    expect(given(await exportVersion(all.context, { policy: POLICY })).fileName).toBe(`${POLICY}-v2.json`);
    const begun = async (body: object) =>
      given(await createDraft(all.context, { actor: AUTHOR, body: { policy: POLICY, ...body } })).draft;
    const [next, restored] = [await begun({}), await begun({ from: 3 })];
    expect(next).toMatchObject({ baseVersion: 2, newestVersion: 2, document: { version: 4 } });
    expect(restored).toMatchObject({ baseVersion: 3, document: { version: 4 } });
    expect(restored.document).toMatchObject(withCap({ parameters: next.document["parameters"] }, 0.4));
  });

  it("leaves an event with its hash and its day, and with the reason as a commitment that opens", async () => {
    const all = await scene();
    const { hash } = await publish(all, { from: "2062-08-01" });
    given(await withdraw(all));
    const [event] = await all.context.store.read((db) => listAuditEvents(db, { limit: 1 }));
    expect(event).toMatchObject({ action: "policy.withdrawn", object_id: `${POLICY}@3` });
    const { after } = JSON.parse(event?.body ?? "") as { readonly after: Readonly<Record<string, string>> };
    expect(after).toMatchObject({ policy: POLICY, version: 3, hash, effectiveFrom: "2062-08-01" });
    const token = after["reason"] ?? "";
    const opened = await all.context.store.read((db) => openingsOf(db, [token]));
    expect([token.startsWith("text-"), opened.get(token)?.value]).toEqual([true, REASON]);
  });

  it("is withdrawn for every process at once", async () => {
    const { store, again } = await open();
    const [one, other] = [await sceneOver(store), processOver(await again())];
    await publish(one, { from: "2062-08-01" });
    expect(given((await other.context.rulebook()).version(POLICY)).version.policy.version).toBe(3);
    given(await withdraw(one));
    expect(given((await other.context.rulebook()).version(POLICY)).version.policy.version).toBe(2);
  });

  it("is withdrawn until the evening before, in the time zone of the policy, and never after", async () => {
    const all = await scene();
    await publish(all, { from: "2026-08-01" });
    all.clock.now = Date.UTC(2026, 6, 31, 16);
    const late = await withdraw(all);
    expect([refusalOf(late), wordsOf(late)]).toEqual([
      ["wrong-state"],
      ["version 3 of `complaint-fines` has been in force since `2026-08-01`"],
    ]);
    all.clock.now -= 1;
    given(await withdraw(all));
    expect(wordsOf(await withdraw(all))).toEqual(["version 3 of `complaint-fines` is withdrawn already"]);
  });

  it("is not withdrawn where a decision was recorded under it by its number", async () => {
    const all = await scene();
    await publish(all, { from: "2026-08-01" });
    await actsOn(all).record(complaint("C-1"), { policyVersion: 3 });
    expect(refusalOf(await withdraw(all))).toEqual(["wrong-state"]);
  });

  it.each([
    { what: "no reason", ask: { body: {} }, refused: "missing-field at /reason" },
    { what: "no such version", ask: { version: 9 }, refused: "unknown-version" },
    { what: "no such policy", ask: { policy: "complaint-fine" }, refused: "unknown-policy" },
    { what: "what is no id", ask: { policy: "../\u0000" }, refused: "unknown-policy" },
    {
      what: "a key",
      ask: { actor: { kind: "key", id: "k1", scopes: [] } as never },
      refused: "not-allowed",
    },
  ])("is not withdrawn for $what: $refused", async ({ ask, refused }) => {
    const all = await scene();
    await publish(all, { from: "2026-08-01" });
    expect(refusalOf(await withdraw(all, ask))).toEqual([refused]);
    expect((await states(all)).at(-1)).toBe("3 scheduled null");
  });

  it("of which nothing else is left leaves a policy that a draft goes on with", async () => {
    const all = processOver((await open()).store);
    const { path, text } = rule(`${POLICY}/v1.json`);
    const late = text.replace(/"effectiveFrom": "[^"]+"/, '"effectiveFrom": "2062-01-01"');
    await takeInRules(all.context, { ...FILES, policies: [{ path, text: late }] });
    given(await withdraw(all, { version: 1 }));
    expect(await states(all)).toEqual(["1 withdrawn null"]);
    expect(refusalOf((await all.context.rulebook()).policy(POLICY))).toEqual(["unknown-policy"]);
    const { draft } = given(await createDraft(all.context, { actor: AUTHOR, body: { policy: POLICY } }));
    expect(draft).toMatchObject({ baseVersion: 1, newestVersion: null, document: { version: 2 } });
  });
});

onBothDatabases("the withdrawal of a version", (open) => {
  it("is verified with the whole database, and shows where it was altered", async () => {
    const database = await open();
    const all = await sceneOver(database.store);
    await publish(all, { from: "2062-08-01" });
    given(await withdraw(all));
    await sequenceLog(all.context);
    const verified = async () =>
      (await verifyStore(database.store, { vkey: verifierKeyOf(all.context.signer) })).problems;
    expect(await verified()).toEqual([]);
    // Back in the rules as if it had never been withdrawn.
    await pastTheService(
      database,
      "update audit_events set action = 'policy.noted' where action = 'policy.withdrawn'",
    );
    expect((await states(all)).at(-1)).toBe("3 scheduled null");
    expect((await verified()).length).toBeGreaterThan(0);
  });

  it("that was put in beside another is found, and one of another version than it says", async () => {
    const database = await open();
    const all = await sceneOver(database.store);
    await publish(all, { from: "2062-08-01" });
    given(await withdraw(all));
    await sequenceLog(all.context);
    await pastTheService(
      database,
      `insert into audit_events (at, actor, action, object_kind, object_id, body)
        select at, actor, action, object_kind, object_id, replace(body, '2062', '2063') from audit_events
        where action = 'policy.withdrawn'`,
    );
    const { problems } = await verifyStore(database.store, { vkey: verifierKeyOf(all.context.signer) });
    const found = problems.map(({ code, at }) => `${code} ${at.replace(/\d+$/, "…")}`);
    expect(found).toContain("row-superfluous /audit_events/…");
    expect(found).toContain(`row-altered /versions/${POLICY}@3/effective_from`);
  });
});

onBothDatabases("publishing for a day that is years away", (open) => {
  it.each([
    { from: "2028-07-10", warned: 0 },
    { from: "2028-07-11", warned: 1 },
  ])("from $from on gives $warned warnings, and tells how to take it back", async ({ from, warned }) => {
    const all = await sceneOver((await open()).store);
    const { warnings } = await publish(all, { from });
    expect(warnings).toHaveLength(warned);
    for (const { help } of warnings) expect(help.en).toContain(`/v1/policies/${POLICY}/versions/3/withdraw`);
  });
});
