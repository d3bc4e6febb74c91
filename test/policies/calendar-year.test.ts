import type { Actor, CalendarDocument } from "@evenhand/domain";
import { verifierKeyOf } from "@evenhand/evidence";
import {
  listCalendarVersions,
  listCalendars,
  rulebookOfStore,
  takeInCalendarYear,
  verifyStore,
} from "@evenhand/service";
import { calendarByHash, listAuditEvents } from "@evenhand/store";
import { expect, it } from "vitest";
import { onBothDatabases } from "../support/databases.ts";
import { APPROVER, type Scene, given, sceneOver } from "./scene.ts";

/** New Year's Day of 2027 is a Friday; the Sunday after is worked for it. */
const YEAR = {
  year: 2027,
  holidays: ["2027-01-01"],
  makeUpDays: ["2027-01-03"],
  source: "the notice for 2027",
};

async function inUse({
  context,
}: Scene): Promise<{ readonly hash: string; readonly document: CalendarDocument }> {
  const [calendar] = await listCalendars(context);
  if (!calendar) throw new Error("no calendar is in use");
  return calendar;
}

async function takeIn({ context }: Scene, body: object, actor: Actor = APPROVER, id = "cn") {
  return takeInCalendarYear(context, { actor, id, body });
}

function codesOf(made: Awaited<ReturnType<typeof takeIn>>): readonly string[] {
  return "refusal" in made ? made.refusal.problems.map(({ code, at }) => `${code} ${at}`) : [];
}

onBothDatabases("a year taken into a calendar", (open) => {
  it("is in use at once, as the next version; the versions before stay as they were", async () => {
    const { store } = await open();
    const { context, clock } = await sceneOver(store);
    // No time passes in which this process would look by itself whether its rules still stand.
    const scene = { clock, context: { ...context, rulebook: rulebookOfStore(store, { elapsed: () => 0 }) } };
    await scene.context.rulebook();
    const before = await inUse(scene);
    const made = given(await takeIn(scene, { ...YEAR, upon: before.hash }));
    const { calendar } = made;
    expect(calendar.document).toMatchObject({
      version: before.document.version + 1,
      coverage: { from: before.document.coverage.from, to: "2027-12-31" },
    });
    expect(await inUse(scene)).toEqual(calendar);
    const found = (await scene.context.rulebook()).version("complaint-fines");
    expect("refusal" in found ? "" : found.loaded.calendar.hash).toBe(calendar.hash);
    // What was decided by the one before is replayed by it.
    const kept = await store.read((db) => calendarByHash(db, before.hash));
    expect(JSON.parse(kept?.document ?? "{}")).toEqual(before.document);
    const versions = await listCalendarVersions(scene.context, "cn");
    expect(versions.map(({ hash }) => hash)).toEqual([calendar.hash, before.hash]);
    const [event] = await store.read((db) => listAuditEvents(db, { limit: 1 }));
    expect(JSON.parse(event?.body ?? "")).toMatchObject({
      actor: { kind: "user", id: APPROVER.kind === "user" ? APPROVER.id : "" },
      action: "calendar.taken-in",
      object: { kind: "calendar", id: "cn" },
      before: { version: before.document.version, hash: before.hash },
      after: { version: calendar.document.version, hash: calendar.hash, year: 2027 },
    });
    const { problems } = await verifyStore(store, { vkey: verifierKeyOf(scene.context.signer) });
    expect(problems).toEqual([]);
  });

  it("can be corrected, also where the clock went back in between", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    const first = given(await takeIn(scene, { ...YEAR, upon: (await inUse(scene)).hash })).calendar;
    scene.clock.now -= 60_000;
    const second = given(await takeIn(scene, { ...YEAR, makeUpDays: [], upon: first.hash })).calendar;
    expect(await inUse(scene)).toEqual(second);
    expect(second.document.makeUpDays.filter((day) => day.startsWith("2027"))).toEqual([]);
  });

  it("is taken in upon the calendar that was looked at, by one of two who do so at once", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    const upon = (await inUse(scene)).hash;
    const both = await Promise.all([
      takeIn(scene, { ...YEAR, upon }),
      takeIn(scene, { ...YEAR, makeUpDays: [], upon }),
    ]);
    expect(both.flatMap(codesOf)).toEqual(["edited-meanwhile /upon"]);
    expect(await listCalendarVersions(scene.context, "cn")).toHaveLength(2);
  });

  it("is refused with everything that is wrong with it, and changes nothing", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    const { hash: upon, document } = await inUse(scene);
    const refused = async (body: object, id = "cn") =>
      codesOf(await takeIn(scene, { ...YEAR, upon, ...body }, APPROVER, id));
    const wrong = await refused({ holidays: ["2027-01-02", "2026-12-31", "2027-02-30"] });
    expect(wrong.toSorted()).toEqual([
      "not-a-date /holidays/2",
      "out-of-range /holidays/0",
      "out-of-range /holidays/1",
      "out-of-range /holidays/1",
    ]);
    expect(await refused({ year: 2029, holidays: [], makeUpDays: [] })).toEqual(["out-of-range /year"]);
    expect(await refused({}, "elsewhere")).toEqual(["not-found "]);
    expect(await refused({ source: 1 })).toEqual(["wrong-shape /source"]);
    expect(await refused({ source: "one; two" })).toEqual(["wrong-shape /source"]);
    const ofYear = (list: "holidays" | "makeUpDays") =>
      document[list].filter((day) => day.startsWith("2026"));
    const same = { year: 2026, holidays: ofYear("holidays"), makeUpDays: ofYear("makeUpDays") };
    expect(await refused(same)).toEqual(["nothing-changed "]);
    expect(await listCalendarVersions(scene.context, "cn")).toHaveLength(1);
  });
});
