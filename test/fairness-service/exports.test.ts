import { type FairnessExportAsk, exportFairness, readFairnessCases } from "@evenhand/service";
import { expect, it } from "vitest";
import { minor, readBack } from "../exports/read-back.ts";
import { given, refusalOf } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { type Told, begun, recordAll, reviewed, sitesOver } from "./sites.ts";

const PAUSE = async (): Promise<void> => undefined;

onBothDatabases("what a fairness review found", (open) => {
  it("is given out as tables that are read back, and as a report in both languages", async () => {
    const { context } = await sitesOver((await open()).store);
    const plant = (site: Told["site"], times: object): readonly Told[] =>
      Array.from({ length: 12 }, (_, index): Told => ({ site, points: 3 + (index % 3), ...times }));
    await recordAll({ context }, [
      ...plant("south", { times: 1.5 }),
      ...plant("north", {}),
      { site: "annex", points: 3 },
    ]);
    const reference = [{ fact: "site", value: "north" }];
    const view = await reviewed(context, { groups: ["site"], reference, cross: ["site", "rank"] });
    const { id } = view;
    const exported = async (ask: Partial<FairnessExportAsk>) =>
      given(
        await exportFairness(context, {
          id,
          format: "csv",
          table: "groups",
          language: "en",
          pause: PAUSE,
          ...ask,
        }),
      );
    const groups = await readBack((await exported({})).bytes);
    expect(groups.map((row) => [row["Grouped by"], row["Group"], row["Beside"], row["n"]])).toEqual([
      ["site", "Annex", "North plant", ""],
      ["site", "South plant", "North plant", "12"],
    ]);
    expect(groups[0]?.["In words"]).toBe("n < 10");
    expect(minor(groups[1]?.["Typical difference"])).toBeGreaterThan(minor(groups[1]?.["Interval from"]) - 1);
    const cases = given(await readFairnessCases(context, { id, limit: 200 })).cases;
    for (const format of ["csv", "xlsx"] as const) {
      const rows = await readBack((await exported({ format, table: "cases" })).bytes);
      expect(rows.map((row) => [row["Decision"], minor(row["Decided"]), row["site"], row["rank"]])).toEqual(
        cases.map(({ decision, totalMinor, groups: own }) => [
          decision,
          totalMinor,
          own["site"],
          own["rank"],
        ]),
      );
    }
    for (const language of ["en", "zh"] as const) {
      const page = new TextDecoder().decode((await exported({ format: "html", language })).bytes);
      expect(page).toContain(view.headline?.[language]);
      expect(page).toContain(view.resultHash);
      expect(page).toContain("n &lt; 10");
      expect(page).not.toMatch(/undefined|NaN|\[object|P-south/);
    }
  });

  it("is given out once it is there", async () => {
    const { context } = await sitesOver((await open()).store);
    const ask = {
      id: await begun(context),
      format: "csv",
      table: "groups",
      language: "en",
      pause: PAUSE,
    } as const;
    expect(refusalOf(await exportFairness(context, ask))).toEqual(["wrong-state"]);
  });
});
