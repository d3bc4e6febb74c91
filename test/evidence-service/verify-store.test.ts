import { verifierKeyOf } from "@evenhand/evidence";
import { type VerificationProgress, sequenceLog, verifyStore } from "@evenhand/service";
import { expect, it } from "vitest";
import { sceneOver } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { actsOn, complaint } from "./acts.ts";
import { pastTheService } from "./past-the-service.ts";
import { tellStory } from "./story.ts";

onBothDatabases("a whole database", (open) => {
  it("in which everything was done by the service holds to the last row, with real counts", async () => {
    const { store } = await open();
    const { scene } = await tellStory(store);
    const progress: VerificationProgress[] = [];
    const told = await verifyStore(store, {
      vkey: verifierKeyOf(scene.context.signer),
      progress: (step) => progress.push(step),
    });
    expect(told.problems).toEqual([]);
    expect(told.pending).toBe(0);
    const ends = new Map(progress.map(({ part, done, total }) => [part, { done, total }]));
    expect([...ends.keys()]).toEqual([
      "log",
      "documents",
      "events",
      "cases",
      "drafts",
      "appeals",
      "people",
      "openings",
    ]);
    for (const { done, total } of ends.values()) expect(done).toBe(total);
    expect(ends.get("log")?.total).toBe(told.size);
  });

  it("tells how many events wait for their place, and holds without them", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    await actsOn(scene).record(complaint("C-1"));
    const told = await verifyStore(store, { vkey: verifierKeyOf(scene.context.signer) });
    expect(told.problems).toEqual([]);
    expect(told.size).toBe(0);
    expect(told.pending).toBeGreaterThan(3);
  });

  it("is read in pages, of which none hides anything", async () => {
    const database = await open();
    const { store } = database;
    const scene = await sceneOver(store);
    const acts = actsOn(scene);
    for (let number = 0; number < 520; number += 1)
      await acts.keepCase(complaint(`K-${number}`, {}, [`Q${number}`, "P2"]));
    await sequenceLog(scene.context);
    const asked = { vkey: verifierKeyOf(scene.context.signer) };
    expect((await verifyStore(store, asked)).problems).toEqual([]);
    const last = "select max(id) from cases";
    await pastTheService(database, `update cases set applies_on = '2026-07-05' where id = (${last})`);
    await pastTheService(database, `update people set salt = staff_id where staff_id = 'Q519'`);
    await pastTheService(database, `delete from openings where object_id = (${last})`);
    const { problems } = await verifyStore(store, asked);
    expect(problems.map(({ code, at }) => `${code} ${at.split("/")[1]} ${at.split("/")[3] ?? ""}`)).toEqual([
      "row-altered cases applies_on",
      "opening-altered people ",
      "opening-missing cases ",
    ]);
  });

  it.each([
    ["versions", "effective_from = '2026-07-02'"],
    ["reviews", "verdict = 'returned'"],
    ["cases", "content_hash = 'other'"],
    ["decisions", "disposition = 'refused'"],
    ["decision_parties", "grade = 'warning'"],
    ["findings", "code = code || '-other'"],
    ["appeals", "state = 'withdrawn'"],
    ["accounts", "currency = 'USD'"],
    ["ledger_entries", "paid_back_in = '2026-12'"],
    ["ledger_months", "cap_minor = cap_minor + 1"],
    ["bonuses", "bonus_minor = bonus_minor + 1"],
    ["payroll_months", "people = 7"],
    ["audit_events", "body = replace(body, '2026', '2025')"],
    ["log_leaves", "leaf_hash = 'other'"],
    ["log_nodes", "hash = 'other'"],
    ["checkpoints", "note = replace(note, 'test', 'rest')"],
  ])("shows that somebody altered %s", async (table, change) => {
    const database = await open();
    const { scene } = await tellStory(database.store);
    const where = table === "ledger_entries" ? " where source = 'deducted'" : "";
    await pastTheService(database, `update ${table} set ${change}${where}`);
    const asked = { vkey: verifierKeyOf(scene.context.signer), most: 5 };
    const { problems } = await verifyStore(database.store, asked);
    expect(problems.length).toBeGreaterThan(0);
    // Whatever was altered in the log is told by the log's own words.
    const named = problems.some(({ at }) => at.startsWith(`/${table}`));
    expect(named || /^(?:audit_events|log_)/.test(table)).toBe(true);
  });
});
