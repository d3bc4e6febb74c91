import { changeSettings, exportStatistics, monthStatistics } from "@evenhand/service";
import { expect, it } from "vitest";
import { type Scene, given, sceneOver, somebody } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { AUDITOR, HANDLER, fineCase, payrollWorld, record } from "./payroll-world.ts";
import { type ReadRow, minor, readBack } from "./read-back.ts";

async function statistics({ context }: Scene, month = "2026-07", actor = HANDLER) {
  return given(await monthStatistics(context, { actor, month }));
}

async function table(
  { context }: Scene,
  { format = "csv", language = "en" }: { format?: "csv" | "xlsx"; language?: "zh" | "en" } = {},
): Promise<readonly ReadRow[]> {
  const ask = { actor: HANDLER, month: "2026-07", format, language };
  return readBack(given(await exportStatistics(context, ask)).bytes);
}

onBothDatabases("the statistics of a month", (open) => {
  it("count the decisions in force by unit, policy, kind and outcome, and each once in the totals", async () => {
    const scene = await sceneOver((await open()).store);
    await payrollWorld(scene);
    // Two units in one decision, and one that charges nobody.
    await record(
      scene,
      fineCase("C-5", [
        { id: "P1", points: 2, bonus: 200_000, unit: "cutting" },
        { id: "P3", points: 2, bonus: 300_000, unit: "tanning", responsible: false },
      ]),
    );
    await record(scene, fineCase("C-6", [{ id: "P2", points: 3, bonus: 150_000 }], { customerCaused: true }));
    const found = await statistics(scene);
    expect(found).toMatchObject({ month: "2026-07", currency: "CNY", dueOn: "2026-08-10" });
    const fines = { policy: "complaint-fines" };
    const mismatch = { ...fines, category: "spec-mismatch", disposition: "upheld" };
    expect(found.rows).toMatchObject([
      { ...mismatch, unit: "=1+1", decisions: 1, people: 1, charged: 1, bonusMinor: 120_000 },
      {
        ...fines,
        unit: "cutting",
        disposition: "not-upheld",
        decisions: 1,
        people: 1,
        charged: 0,
        totalMinor: 0,
      },
      { ...mismatch, unit: "cutting", decisions: 2, people: 2, charged: 2, bonusMinor: 270_000 },
      { ...mismatch, unit: "tanning", decisions: 3, people: 2, charged: 1, bonusMinor: 240_000 },
    ]);
    expect(found.totals).toEqual({
      decisions: 6,
      people: 4,
      charged: 3,
      fineMinor: 0,
      bonusMinor: 630_000,
      totalMinor: 630_000,
    });
  });

  it("are given out as a table that ends with the totals and the day by which they are due", async () => {
    const scene = await sceneOver((await open()).store);
    await payrollWorld(scene);
    const { rows, totals } = await statistics(scene);
    const english = await table(scene);
    expect(english).toHaveLength(rows.length + 1);
    for (const [index, row] of rows.entries()) {
      const shown = english[index];
      expect([
        shown?.["Unit"],
        Number(shown?.["Decisions"]),
        Number(shown?.["People named"]),
        minor(shown?.["Bonus deductions"]),
      ]).toEqual([row.unit, row.decisions, row.people, row.bonusMinor]);
    }
    expect(english.at(-1)).toMatchObject({ Unit: "Total", "Due by": "2026-08-10" });
    expect(minor(english.at(-1)?.["Total"])).toBe(totals.totalMinor);
    const chinese = await table(scene, { format: "xlsx", language: "zh" });
    expect(chinese[0]).toMatchObject({ 类别: "规格不符", 处理结论: "投诉成立" });
    expect(minor(chinese.at(-1)?.["合计金额"])).toBe(totals.totalMinor);
  });

  it("are due by the day that the settings say", async () => {
    const scene = await sceneOver((await open()).store);
    const actor = somebody("E9", ["admin"]);
    given(await changeSettings(scene.context, { actor, body: { announcementDay: 5 } }));
    expect((await statistics(scene, "2026-12")).dueOn).toBe("2027-01-05");
  });

  it("are the same to an auditor, who is shown no names in them", async () => {
    const scene = await sceneOver((await open()).store);
    await payrollWorld(scene);
    expect(await statistics(scene, "2026-07", AUDITOR)).toEqual(await statistics(scene));
  });
});
