import type { RuleFile } from "@evenhand/domain";
import { takeInRules } from "@evenhand/service";
import { type Store, calendarByHash, listAuditEvents, listVersions, readRuleFiles } from "@evenhand/store";
import { expect, it } from "vitest";
import { actsOn, complaint } from "../evidence-service/acts.ts";
import { onBothDatabases } from "../support/databases.ts";
import { FILES, type Scene, processOver, rule } from "./scene.ts";

async function eventsOf(store: Store): Promise<readonly string[]> {
  const events = await store.read((db) => listAuditEvents(db, { limit: 100 }));
  return events.toReversed().map(({ action, object_id }) => `${action} ${object_id}`);
}

/** The calendar with another source, which counts no day differently and is another document all the same. */
function rewritten({ path, text }: RuleFile): RuleFile {
  return { path, text: JSON.stringify({ ...(JSON.parse(text) as object), source: "elsewhere" }) };
}

function withFields({ path, text }: RuleFile, fields: object): RuleFile {
  return { path, text: JSON.stringify({ ...(JSON.parse(text) as object), ...fields }) };
}

/** The newest version that can be decided under, and the currencies of the guards that it stands on. */
async function inUse({ rulebook }: Scene["context"]) {
  const found = (await rulebook()).version("complaint-fines");
  if ("refusal" in found) return { decided: undefined, guardsInUse: [] };
  return {
    decided: found.version.policy.version,
    guardsInUse: found.loaded.guards.map(({ currency }) => currency),
  };
}

onBothDatabases("taking rules in", (open) => {
  it("publishes every policy of a folder on the first start, each by an event that names its file", async () => {
    const { store } = await open();
    const { context } = processOver(store);
    const taken = await takeInRules(context, FILES);
    expect(taken).toMatchObject({ calendars: 1, guards: 1, versions: 2 });
    expect(await eventsOf(store)).toEqual([
      "calendar.taken-in cn",
      "guard.taken-in cn",
      "policy.published complaint-fines@1",
      "policy.published complaint-fines@2",
    ]);
    const [event] = await store.read((db) => listAuditEvents(db, { limit: 1 }));
    const [, newest] = await store.read((db) => listVersions(db));
    expect(JSON.parse(event?.body ?? "")).toMatchObject({
      actor: { kind: "system", id: "rule-files" },
      after: { hash: newest?.hash, origin: "complaint-fines/v2.json", effectiveFrom: "2026-07-01" },
    });
  });

  it("changes nothing on a further start with the same folder", async () => {
    const { store } = await open();
    const { context } = processOver(store);
    await takeInRules(context, FILES);
    const before = await eventsOf(store);
    expect(await takeInRules(context, FILES)).toMatchObject({ calendars: 0, guards: 0, versions: 0 });
    expect(await eventsOf(store)).toEqual(before);
  });

  it("publishes no policy from a file once there are versions, however new the file", async () => {
    const { store } = await open();
    const { context } = processOver(store);
    await takeInRules(context, { ...FILES, policies: FILES.policies.slice(0, 1) });
    expect(await takeInRules(context, FILES)).toMatchObject({ versions: 0 });
    expect(await store.read((db) => listVersions(db))).toHaveLength(1);
  });

  it("uses a calendar that is new at a later start, and keeps the one that was", async () => {
    const { store } = await open();
    const { context } = processOver(store);
    await takeInRules(context, FILES);
    const calendar = async () => {
      const found = (await context.rulebook()).version("complaint-fines");
      return "refusal" in found ? "" : found.loaded.calendar.hash;
    };
    const before = await calendar();
    const taken = await takeInRules(context, { ...FILES, calendars: FILES.calendars.map(rewritten) });
    expect(taken).toMatchObject({ calendars: 1, guards: 0, versions: 0 });
    expect(await calendar()).not.toBe(before);
    expect((await store.read((db) => calendarByHash(db, before)))?.document).toBe(FILES.calendars[0]?.text);
  });

  it("keeps a policy out as a whole where one of its files is unsound, and says so", async () => {
    const { store } = await open();
    const { context } = processOver(store);
    const [first, second] = FILES.policies;
    const broken = { path: second?.path ?? "", text: "{}" };
    const taken = await takeInRules(context, { ...FILES, policies: first ? [first, broken] : [] });
    expect(taken.versions).toBe(0);
    expect(taken.reports.filter(({ isUsed }) => !isUsed).map(({ path }) => path)).toEqual([
      "complaint-fines/v2.json",
    ]);
  });

  it("leaves out a guard upon which a published version could not be used, says so, and goes on with the one in use", async () => {
    const { store } = await open();
    const { context } = processOver(store);
    const policies = FILES.policies.map((file) => withFields(file, { guards: ["cn"] }));
    await takeInRules(context, { ...FILES, policies });
    const guards = FILES.guards.map((file) => withFields(file, { currency: "USD" }));
    // At every further start it is looked at, left out and reported again.
    for (const start of [1, 2]) {
      const taken = await takeInRules(context, { ...FILES, policies, guards });
      const unused = taken.reports.filter(({ isUsed }) => !isUsed);
      expect({ start, ...taken, unused: unused.map(({ path }) => path) }).toMatchObject({
        start,
        calendars: 0,
        guards: 0,
        versions: 0,
        unused: ["guards/cn.json"],
      });
      expect(unused[0]?.diagnostics.map(({ code, message }) => `${code}: ${message.en}`)).toEqual([
        expect.stringMatching(/^unfit-ground: version 1 of `complaint-fines`, .*: .*`USD`/),
        expect.stringMatching(/^unfit-ground: version 2 of `complaint-fines`, .*: .*`USD`/),
      ]);
    }
    const { decided, guardsInUse } = await inUse(context);
    expect(decided).toBe(2);
    expect(guardsInUse).toEqual(["CNY"]);
  });

  it("takes in what else is new beside a guard that does not fit", async () => {
    const { store } = await open();
    const { context } = processOver(store);
    const policies = FILES.policies.map((file) => withFields(file, { guards: ["cn"] }));
    await takeInRules(context, { ...FILES, policies });
    const [guard] = FILES.guards;
    if (!guard) throw new Error("there is a guard");
    const guards = [
      withFields(guard, { currency: "USD" }),
      { ...withFields(guard, { currency: "USD", jurisdiction: "us" }), path: "guards/us.json" },
    ];
    const calendars = FILES.calendars.map(rewritten);
    const taken = await takeInRules(context, { ...FILES, policies, guards, calendars });
    expect(taken).toMatchObject({ calendars: 1, guards: 1, versions: 0 });
    expect((await eventsOf(store)).slice(-2)).toEqual(["calendar.taken-in cn", "guard.taken-in us"]);
  });

  it("takes rules in once where two processes start at the same moment", async () => {
    const { store, again } = await open();
    const both = [processOver(store), processOver(await again())];
    const taken = await Promise.all(both.map(({ context }) => takeInRules(context, FILES)));
    expect(new Set(taken.map(({ versions }) => versions))).toEqual(new Set([0, 2]));
    expect(await eventsOf(store)).toHaveLength(4);
  });
});

onBothDatabases("the rules of the project", (open) => {
  it("are all taken in, and every one is stored to the letter", async () => {
    const { store } = await open();
    const { context } = processOver(store);
    const files = readRuleFiles(new URL("../../rules", import.meta.url).pathname);
    const taken = await takeInRules(context, files);
    expect(taken.reports.filter(({ isUsed }) => !isUsed)).toEqual([]);
    expect(taken.versions).toBe(files.policies.length);
    const rulebook = await context.rulebook();
    expect(rulebook.policies()).toHaveLength(10);
  });
});

onBothDatabases("a version that was taken in as a file", (open) => {
  it("counts as published on its own day, since it was in force before the service was there", async () => {
    const scene = processOver((await open()).store);
    const { path, text } = rule("complaint-fines/v2.json");
    const label = { en: "published before the complaint", zh: "先公布后投诉" };
    const gate = { kind: "published-before-act", act: "receivedOn", label, references: [{ article: "3" }] };
    const gated = JSON.stringify({ ...(JSON.parse(text) as object), gates: [gate] });
    await takeInRules(scene.context, { ...FILES, policies: [{ path, text: gated }] });
    // It is the tenth of July, and the version is of the first.
    expect(await actsOn(scene).record(complaint("C-1", { receivedOn: "2026-07-06" }))).toMatch(/^dec-/);
    const early = actsOn(scene).record(complaint("C-2", { receivedOn: "2026-06-30" }), { policyVersion: 2 });
    await expect(early).rejects.toThrow(/gate-missing.*in force from 2026-07-01/);
  });
});
