import { setImmediate as pause } from "node:timers/promises";
import { type Guard, type Policy, type RecordedDecision, contentHash } from "@evenhand/domain";
import {
  exportAnnouncement,
  exportNotice,
  exportPayroll,
  exportStatement,
  readDecision,
  takeInRules,
} from "@evenhand/service";
import { type Store, insertGuard, raiseRulesRevision } from "@evenhand/store";
import { expect, it } from "vitest";
import { HANDLER, actsOn, complaint } from "../evidence-service/acts.ts";
import { FILES, type Scene, given, processOver, refusalOf, rule } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";

/** Complaint fines that name the guard, and whose window of appeal is counted in working days. */
async function sceneWithWindow(store: Store): Promise<Scene> {
  const scene = processOver(store);
  const { path, text } = rule("complaint-fines/v2.json");
  const policy = JSON.parse(text) as Policy;
  const appealDays = {
    value: 5,
    unit: "working-days",
    label: { en: "time allowed for an appeal", zh: "申诉期限" },
    references: [{ article: "3" }],
  };
  const parameters = { ...policy.parameters, appealDays };
  const file = { path, text: JSON.stringify({ ...policy, guards: ["cn"], parameters }) };
  given(await takeInRules(scene.context, { ...FILES, policies: [file] }));
  return scene;
}

async function windowOf({ context }: Scene, id: string): Promise<string> {
  const { body } = given(await readDecision(context, { actor: HANDLER, id }));
  return (JSON.parse(body) as RecordedDecision).appealUntil;
}

/** Everything that tells of a decision, as texts. */
async function toldOf({ context }: Scene, id: string): Promise<readonly string[]> {
  const asked = { actor: HANDLER, language: "en", pause: () => pause() } as const;
  const downloads = [
    await exportNotice(context, { ...asked, id, party: "P1" }),
    await exportAnnouncement(context, { ...asked, month: "2026-07", format: "csv" }),
    await exportPayroll(context, { ...asked, month: "2026-07", format: "csv" }),
    await exportStatement(context, { ...asked, staffId: "P1", format: "csv", part: "decisions" }),
  ];
  const texts = downloads.map((download) => new TextDecoder().decode(given(download).bytes));
  return [given(await readDecision(context, { actor: HANDLER, id })).body, ...texts];
}

onBothDatabases("a recorded decision", (open) => {
  it("is told as before, and can be appealed against, though its version cannot be decided under any more", async () => {
    const { store } = await open();
    const scene = await sceneWithWindow(store);
    const acts = actsOn(scene);
    const id = await acts.record(complaint("C-1"));
    const before = await toldOf(scene, id);
    const guard = { ...(JSON.parse(rule("guards/cn.json").text) as Guard), currency: "USD" };
    // No folder gets it past taking in; an earlier program or a hand at the database may have.
    await store.write(async (tx) => {
      await raiseRulesRevision(tx);
      const [document, hash] = [JSON.stringify(guard), contentHash(guard)];
      await insertGuard(tx, { jurisdiction: "cn", hash, document, taken_in_at: scene.clock.now + 1_000 });
    });
    const rulebook = await scene.context.rulebook();
    expect(refusalOf(rulebook.version("complaint-fines", 2))).toEqual(["policy-not-usable"]);
    expect(await toldOf(scene, id)).toEqual(before);
    expect(await acts.appeal(id, "P1")).toMatch(/^app-/);
  });

  it("keeps the last day for an appeal that it was told with, whatever a later calendar says", async () => {
    const { store } = await open();
    const scene = await sceneWithWindow(store);
    const acts = actsOn(scene);
    const first = await acts.record(complaint("C-1"));
    expect(await windowOf(scene, first)).toBe("2026-07-17");
    const calendars = FILES.calendars.map(({ path, text }) => {
      const calendar = JSON.parse(text) as { readonly holidays: readonly string[] };
      const holidays = [...calendar.holidays, "2026-07-15"].toSorted();
      return { path, text: JSON.stringify({ ...calendar, holidays }) };
    });
    expect(await takeInRules(scene.context, { ...FILES, calendars })).toMatchObject({ calendars: 1 });
    const second = await acts.record(complaint("C-2"));
    expect(await windowOf(scene, second)).toBe("2026-07-20");
    expect(await windowOf(scene, first)).toBe("2026-07-17");
  });
});
