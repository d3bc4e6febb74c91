import {
  type AnnouncementAsk,
  type Download,
  type MonthStatistics,
  exportAnnouncement,
  monthStatistics,
  readDecision,
  takeInRules,
} from "@evenhand/service";
import type { RecordedDecision } from "@evenhand/domain";
import { expect, it } from "vitest";
import { type Scene, given, processOver, refusalOf, sceneOver } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import {
  AUDITOR,
  HANDLER,
  HOSTILE,
  TOKYO_FILES,
  fineCase,
  pause,
  payrollWorld,
  record,
  tokyoCase,
} from "./payroll-world.ts";
import { type ReadRow, minor, readBack } from "./read-back.ts";

async function announcement({ context }: Scene, asking: Partial<AnnouncementAsk> = {}): Promise<Download> {
  const ask = { actor: HANDLER, month: "2026-07", language: "en", format: "csv", pause, ...asking } as const;
  return given(await exportAnnouncement(context, ask));
}

async function rowsOf(scene: Scene, asking: Partial<AnnouncementAsk> = {}): Promise<readonly ReadRow[]> {
  return readBack((await announcement(scene, asking)).bytes);
}

async function monthStatisticsOf({ context }: Scene, month: string): Promise<MonthStatistics> {
  return given(await monthStatistics(context, { actor: HANDLER, month }));
}

const htmlOf = ({ bytes }: Download): string => new TextDecoder().decode(bytes);

onBothDatabases("the announcement of a month", (open) => {
  it("lists whom the decisions in force concern, with the amounts that they decided", async () => {
    const scene = await sceneOver((await open()).store);
    const { first, second, leaver } = await payrollWorld(scene);
    const rows = await rowsOf(scene);
    const told = rows
      .slice(0, -1)
      .map((row) => [row["Decision"], row["Staff number or unit"], minor(row["Amount"])]);
    const decided: unknown[] = [];
    for (const id of [first, second, leaver].toSorted()) {
      const { body } = given(await readDecision(scene.context, { actor: HANDLER, id }));
      const { record: found } = JSON.parse(body) as RecordedDecision;
      for (const { party, totalMinor } of found.outcome.parties) decided.push([id, party, totalMinor]);
    }
    // The reversed decision is not in force, and what took its place charges nobody.
    expect(told).toEqual(decided);
    expect(minor(rows.at(-1)?.["Amount"])).toBe(
      rows.slice(0, -1).reduce((sum, row) => sum + minor(row["Amount"]), 0),
    );
    const row = rows.find((one) => one["Decision"] === first);
    expect(row).toMatchObject({ Unit: "cutting", "Decided on": "2026-07-10", Case: "C-1" });
    expect(row?.["Grounds"]).toContain("goods not to specification");
    expect(row?.["Provisions"]).toContain("21");
    expect(rows.map((one) => one["No."])).toEqual(["1", "2", "3", "4", ""]);
  });

  it("counts a decision to the month in which it was recorded by the clocks of its policy", async () => {
    const scene = await sceneOver((await open()).store);
    // 2026-07-31, 23:59:59 in Shanghai, and a second later.
    scene.clock.now = Date.UTC(2026, 6, 31, 15, 59, 59);
    const last = await record(scene, fineCase("C-1", [{ id: "P1", points: 4, bonus: 200_000 }]));
    scene.clock.now += 1_000;
    const next = await record(scene, fineCase("C-2", [{ id: "P1", points: 4, bonus: 200_000 }]));
    expect((await rowsOf(scene)).map((row) => row["Decision"])).toEqual([last, ""]);
    expect((await rowsOf(scene, { month: "2026-08" })).map((row) => row["Decision"])).toEqual([next, ""]);
  });

  it("counts each policy by its own clocks, and asks which currency a table is to be in", async () => {
    const scene = processOver((await open()).store);
    await takeInRules(scene.context, TOKYO_FILES);
    // 23:30 in Shanghai on 31 July, and 00:30 in Tokyo on 1 August.
    scene.clock.now = Date.UTC(2026, 6, 31, 15, 30);
    const shanghai = await record(scene, fineCase("C-1", [{ id: "P1", points: 4, bonus: 200_000 }]));
    const tokyo = await record(scene, tokyoCase("T-1", 4_000));
    expect((await rowsOf(scene)).map((row) => row["Decision"])).toEqual([shanghai, ""]);
    const august = await rowsOf(scene, { month: "2026-08" });
    expect(august.map((row) => [row["Decision"], row["Amount"]])).toEqual([
      [tokyo, "4000"],
      ["", "4000"],
    ]);
    expect((await monthStatisticsOf(scene, "2026-08")).totals).toMatchObject({
      decisions: 1,
      totalMinor: 4_000,
    });
    expect((await monthStatisticsOf(scene, "2026-07")).totals).toMatchObject({
      decisions: 1,
      totalMinor: 120_000,
    });
    scene.clock.now += 86_400_000;
    await record(scene, fineCase("C-2", [{ id: "P1", points: 4, bonus: 200_000 }]));
    const ask = { actor: HANDLER, month: "2026-08", language: "en", format: "csv", pause } as const;
    expect(refusalOf(await exportAnnouncement(scene.context, ask))).toEqual([
      "invalid-parameter at /currency",
    ]);
    expect((await rowsOf(scene, { month: "2026-08", currency: "CNY" })).at(-1)?.["Amount"]).toBe("1200.00");
    const page = htmlOf(await announcement(scene, { month: "2026-08", format: "html" }));
    for (const amount of ["JPY 4,000", "CNY 1,200.00"]) expect(page).toContain(amount);
  });

  it("is the same as a workbook and as a page, in both languages", async () => {
    const scene = await sceneOver((await open()).store);
    await payrollWorld(scene);
    const csv = await rowsOf(scene, { language: "zh" });
    const xlsx = await rowsOf(scene, { language: "zh", format: "xlsx" });
    expect(xlsx.map((row) => [row["决定编号"], row["工号或单位"], minor(row["金额"])])).toEqual(
      csv.map((row) => [row["决定编号"], row["工号或单位"], minor(row["金额"])]),
    );
    const page = await announcement(scene, { language: "zh", format: "html" });
    expect([page.fileName, page.asciiName]).toEqual([
      "处理结果公示-2026-07.html",
      "announcement-2026-07.html",
    ]);
    for (const says of ["1,200.00", "900.00", "P1", "2026年7月10日", "cutting", "C-1"])
      expect(htmlOf(page)).toContain(says);
    const english = htmlOf(await announcement(scene, { format: "html" }));
    expect(english).toContain("1,200.00");
    expect(english).toContain("=HYPERLINK(&quot;https://example.org&quot;,&quot;C-2&quot;)");
    expect(english).not.toContain("person-");
  });

  it("keeps what a spreadsheet would run from running", async () => {
    const scene = await sceneOver((await open()).store);
    await payrollWorld(scene);
    const text = new TextDecoder().decode((await announcement(scene)).bytes);
    expect(text).toContain(`"'${HOSTILE.replaceAll('"', '""')}"`);
    expect(text).toContain(",'=1+1,");
    expect((await rowsOf(scene)).map((row) => row["Unit"])).toContain("=1+1");
  });

  it("shows an auditor nobody's number, and calls nobody erased who is not", async () => {
    const scene = await sceneOver((await open()).store);
    await payrollWorld(scene);
    const rows = await rowsOf(scene, { actor: AUDITOR });
    expect(
      rows.slice(0, -1).every((row) => /^person-[0-9a-f]{64}$/.test(row["Staff number or unit"] ?? "")),
    ).toBe(true);
    const page = htmlOf(await announcement(scene, { actor: AUDITOR, format: "html" }));
    expect(page).toMatch(/person-[0-9a-f]{12}</);
    expect(page).not.toMatch(/\bP[1-4]\b|since erased/);
  });
});
