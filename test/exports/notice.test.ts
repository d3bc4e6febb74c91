import type { RecordedDecision } from "@evenhand/domain";
import { type Download, type NoticeAsk, exportNotice, readDecision } from "@evenhand/service";
import { knownPersons } from "@evenhand/store";
import { expect, it } from "vitest";
import { type Scene, given, refusalOf, sceneOver, somebody } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { AUDITOR, HANDLER, payrollWorld, statement } from "./payroll-world.ts";

type Asking = Partial<NoticeAsk> & { readonly id: string };

async function notice({ context }: Scene, asking: Asking): Promise<Download> {
  return given(await exportNotice(context, { actor: HANDLER, language: "en", ...asking }));
}

async function refused({ context }: Scene, asking: Asking): Promise<readonly string[]> {
  return refusalOf(await exportNotice(context, { actor: HANDLER, language: "en", ...asking }));
}

const textOf = ({ bytes }: Download): string => new TextDecoder().decode(bytes);

onBothDatabases("a notice", (open) => {
  it("holds the figures of the record and of the ledger, and names no other party", async () => {
    const scene = await sceneOver((await open()).store);
    const { first } = await payrollWorld(scene);
    const { body } = given(await readDecision(scene.context, { actor: HANDLER, id: first }));
    const { record, appealUntil } = JSON.parse(body) as RecordedDecision;
    expect(record.outcome.parties[0]).toMatchObject({ party: "P1", totalMinor: 120_000 });
    expect(appealUntil).toBe("2026-07-25");
    const english = textOf(await notice(scene, { id: first, party: "P1" }));
    for (const says of [
      "1,200.00",
      "12,000.00",
      "25 July 2026",
      "E3001",
      first,
      record.policy.hash.slice(0, 8),
    ])
      expect(english).toContain(says);
    expect(english).not.toMatch(/\bP2\b/);
    const chinese = await notice(scene, { id: first, party: "P2", language: "zh" });
    for (const says of ["900.00元", "2026年7月25日", "P2"]) expect(textOf(chinese)).toContain(says);
    expect(textOf(chinese)).not.toMatch(/\bP1\b/);
    expect([chinese.fileName, chinese.asciiName]).toEqual([
      `处理决定通知书-${first}-P2.html`,
      `notice-${first}-P2.html`,
    ]);
  });

  it("shows the account as it stands now: what July took under the lower bonus, and what is planned of the rest", async () => {
    const scene = await sceneOver((await open()).store);
    const { first } = await payrollWorld(scene);
    const { entries } = await statement(scene, "P1");
    const taken = entries.filter(({ kind, account }) => kind === "deducted" && account === first);
    expect(taken.map(({ amountMinor }) => amountMinor)).toEqual([60_000]);
    const page = textOf(await notice(scene, { id: first, party: "P1" }));
    expect(page).toContain("CNY 600.00 has been taken already");
    expect(page).toContain("August 2026");
    expect(page).not.toContain("July 2026</th>");
  });

  it("lets nobody object once the window is over, or another decision stands in its place", async () => {
    const scene = await sceneOver((await open()).store);
    const { first, reversed } = await payrollWorld(scene);
    expect(textOf(await notice(scene, { id: reversed }))).not.toContain("25 July 2026");
    scene.clock.now += 20 * 86_400_000;
    expect(textOf(await notice(scene, { id: first, party: "P1" }))).not.toContain("25 July 2026");
  });

  it("is for one party, who must be said where there are several", async () => {
    const scene = await sceneOver((await open()).store);
    const { first, leaver } = await payrollWorld(scene);
    expect(textOf(await notice(scene, { id: leaver }))).toContain("P4");
    expect(await refused(scene, { id: first })).toEqual(["invalid-parameter at /party"]);
    expect(await refused(scene, { id: first, party: "P4" })).toEqual(["invalid-parameter at /party"]);
    expect(await refused(scene, { id: "dec-none" })).toEqual(["not-found"]);
  });

  it("is given to the person concerned alone; of others they learn not even that there is a decision", async () => {
    const scene = await sceneOver((await open()).store);
    const { first, leaver } = await payrollWorld(scene);
    const actor = somebody("P1", ["employee"]);
    const own = textOf(await notice(scene, { id: first, actor }));
    expect(own).toContain("1,200.00");
    expect(own).not.toMatch(/\bP2\b/);
    expect(await refused(scene, { id: first, actor, party: "P2" })).toEqual(["not-found"]);
    expect(await refused(scene, { id: leaver, actor })).toEqual(["not-found"]);
    expect(await refused(scene, { id: leaver, actor, party: "P1" })).toEqual(["not-found"]);
    expect(await refused(scene, { id: first, actor: somebody("P77", ["employee"]) })).toEqual(["not-found"]);
  });

  it("shows an auditor pseudonyms, and takes no staff number from them", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    const { first, leaver } = await payrollWorld(scene);
    expect(await refused(scene, { id: first, actor: AUDITOR, party: "P1" })).toEqual([
      "invalid-parameter at /party",
    ]);
    const person = (await store.read((db) => knownPersons(db, ["P1"]))).get("P1") ?? "";
    const page = textOf(await notice(scene, { id: first, actor: AUDITOR, party: person }));
    expect(page).toContain("1,200.00");
    expect(page).toContain(person.slice(0, 19));
    expect(page).not.toMatch(/\bP[1-4]\b|\bE3001\b|since erased/);
    expect(textOf(await notice(scene, { id: leaver, actor: AUDITOR }))).not.toMatch(/\bP4\b|since erased/);
  });
});
