import { contentHash, readCalendar } from "@evenhand/domain";
import { readGuard } from "@evenhand/policy";
import { listCalendars, listGuards } from "@evenhand/service";
import { expect, it } from "vitest";
import { onBothDatabases } from "../support/databases.ts";
import { sceneOver } from "./scene.ts";

onBothDatabases("what policies stand on", (open) => {
  it("is given whole: the calendars and the guards in use, each with its hash", async () => {
    const { store } = await open();
    const { context } = await sceneOver(store);
    const [calendar, ...otherCalendars] = await listCalendars(context);
    expect(otherCalendars).toEqual([]);
    expect(readCalendar(calendar?.document)).toMatchObject({ calendar: { id: "cn", hash: calendar?.hash } });
    const [guard, ...otherGuards] = await listGuards(context);
    expect(otherGuards).toEqual([]);
    expect(readGuard(guard?.document)).toMatchObject({ guard: { jurisdiction: "cn" } });
    expect(contentHash(guard?.document)).toBe(guard?.hash);
  });
});
