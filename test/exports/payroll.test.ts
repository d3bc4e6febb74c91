import {
  type Download,
  type PayrollView,
  type Statement,
  exportPayroll,
  readPayroll,
} from "@evenhand/service";
import { expect, it } from "vitest";
import { type Scene, given, refusalOf, sceneOver } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import {
  AUDITOR,
  HANDLER,
  HOSTILE,
  PEOPLE,
  close,
  fineCase,
  leaving,
  pause,
  payrollWorld,
  record,
  restated,
  statement,
} from "./payroll-world.ts";
import { type ReadRow, minor, readBack } from "./read-back.ts";

type Asking = Partial<Parameters<typeof exportPayroll>[1]>;

async function payroll({ context }: Scene, month: string, asking: Asking = {}): Promise<Download> {
  const ask = { actor: HANDLER, month, language: "en", format: "csv", pause, ...asking } as const;
  return given(await exportPayroll(context, ask));
}

async function lines(scene: Scene, month: string, asking: Asking = {}): Promise<readonly ReadRow[]> {
  return readBack((await payroll(scene, month, asking)).bytes);
}

const AMOUNTS = {
  planned: "Planned, to be taken",
  taken: "Taken",
  givenBack: "Given back",
  net: "Net",
  toCome: "Still to be taken later",
  lost: "Not recoverable",
} as const;

type Sums = Readonly<Record<keyof typeof AMOUNTS, number>>;

function sumOf(rows: readonly ReadRow[]): Sums {
  const of = (column: string): number => rows.reduce((sum, row) => sum + minor(row[column]), 0);
  return Object.fromEntries(
    Object.entries(AMOUNTS).map(([name, column]) => [name, of(column)]),
  ) as unknown as Sums;
}

/** The same figures from the ledger's own entries, as its statement tells them. */
function ledgerSums({ entries, balance, months }: Statement, month: string): Sums {
  const taken = entries
    .filter((entry) => entry.kind === "deducted" && entry.month === month)
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const givenBack = entries
    .filter((entry) => entry.paidBackIn === month)
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const planned = months.find((one) => one.month === month)?.plannedMinor ?? 0;
  const later = months.filter((one) => one.month > month);
  return {
    planned,
    taken,
    givenBack,
    net: planned + taken - givenBack,
    toCome:
      later.reduce((sum, { plannedMinor }) => sum + plannedMinor, 0) +
      balance.outstandingMinor -
      balance.notRecoverableMinor,
    lost: balance.notRecoverableMinor,
  };
}

const people = (rows: readonly ReadRow[]): readonly ReadRow[] => rows.slice(0, -1);

onBothDatabases("the payroll export", (open) => {
  it("tells of an open month, figure by figure, what the ledger plans, took and gives back", async () => {
    const scene = await sceneOver((await open()).store);
    await payrollWorld(scene);
    // September is told with August still open, whose plan is then not to come any more.
    for (const month of ["2026-08", "2026-09"]) {
      const rows = await lines(scene, month);
      const named = PEOPLE.filter((person) => rows.some((row) => row["Staff number"] === person));
      expect(named).toEqual(month === "2026-08" ? PEOPLE : ["P1"]);
      for (const person of named) {
        const ledger = await statement(scene, person);
        const own = people(rows).filter((row) => row["Staff number"] === person);
        expect([person, month, sumOf(own)]).toEqual([person, month, ledgerSums(ledger, month)]);
        const cap = ledger.months.find((one) => one.month === month)?.capMinor;
        // A month that holds nothing any more has no limit in the statement.
        const limits = own.map((row) => (cap === undefined ? undefined : minor(row["Limit of the month"])));
        expect(limits).toEqual(own.map(() => cap));
      }
      const total = rows.at(-1);
      expect(total?.["Staff number"]).toBe("Total");
      expect(sumOf(total ? [total] : [])).toEqual(sumOf(people(rows)));
    }
  });

  it("gives back with the next payroll what a restated bonus and a reversed decision took too much", async () => {
    const scene = await sceneOver((await open()).store);
    const { reversal } = await payrollWorld(scene);
    const rows = await lines(scene, "2026-08");
    const of = (person: string): ReadRow | undefined => rows.find((row) => row["Staff number"] === person);
    expect(minor(of("P2")?.["Given back"])).toBe(25_000);
    expect(of("P3")).toMatchObject({
      Decision: reversal,
      Case: "C-3",
      "Given back": "600.00",
      Net: "-600.00",
      Provisions: expect.stringContaining("21") as string,
    });
  });

  it("tells of a closed month for good what its closing took, whatever comes later", async () => {
    const scene = await sceneOver((await open()).store);
    const { first, second } = await payrollWorld(scene);
    const before = await payroll(scene, "2026-07");
    const rows = await readBack(before.bytes);
    expect(
      people(rows).map((row) => [
        row["Staff number"],
        row["Decision"],
        row["Case"],
        row["Version"],
        row["Taken"],
      ]),
    ).toEqual([
      ["P1", first, "C-1", "2", "600.00"],
      ["P2", first, "C-1", "2", "750.00"],
      ["P3", expect.any(String), "C-3", "2", "600.00"],
      ["P4", expect.any(String), "C-4", "2", "500.00"],
    ]);
    expect(rows.at(-1)).toMatchObject({
      "Staff number": "Total",
      Taken: "2450.00",
      "Planned, to be taken": "0.00",
    });
    await record(scene, fineCase("C-9", [{ id: "P1", points: 4, bonus: 200_000 }]));
    await close(scene, "2026-08", { P1: 200_000, P2: 150_000 });
    expect((await payroll(scene, "2026-07")).bytes).toEqual(before.bytes);
    const august = await lines(scene, "2026-08");
    expect(people(august).filter((row) => row["Decision"] === second)).toHaveLength(1);
    for (const person of ["P1", "P2"]) {
      const { taken } = ledgerSums(await statement(scene, person), "2026-08");
      expect(sumOf(august.filter((row) => row["Staff number"] === person)).taken).toBe(taken);
    }
  });

  it("shows what a leaver pays with the last month, and what is lost", async () => {
    const scene = await sceneOver((await open()).store);
    await payrollWorld(scene);
    const row = (await lines(scene, "2026-08")).find((one) => one["Staff number"] === "P4");
    const { balance } = await statement(scene, "P4");
    expect(row).toMatchObject({ Taken: "300.00", "Planned, to be taken": "0.00" });
    expect(minor(row?.["Not recoverable"])).toBe(balance.notRecoverableMinor);
    expect(balance.notRecoverableMinor).toBeGreaterThan(0);
  });

  it("counts as not recoverable, in the leaver's last month, what accounts owe that the month took nothing of", async () => {
    const scene = await sceneOver((await open()).store);
    await record(scene, fineCase("L-1", [{ id: "P5", points: 8, bonus: 100_000 }]));
    const later = await record(scene, fineCase("L-2", [{ id: "P5", points: 8, bonus: 100_000 }]));
    await leaving(scene, "P5", { lastMonth: "2026-07", bonusMinor: 60_000 });
    const { balance } = await statement(scene, "P5");
    expect(balance.notRecoverableMinor).toBe(450_000);
    // Open first, and then as the closing left it.
    for (const isClosed of [false, true]) {
      if (isClosed) await close(scene, "2026-07", { P5: 60_000 });
      const rows = await lines(scene, "2026-07");
      expect(rows.find((row) => row["Decision"] === later)).toMatchObject({
        Taken: "0.00",
        "Not recoverable": "2400.00",
      });
      expect(sumOf(people(rows)).lost).toBe(balance.notRecoverableMinor);
      expect(minor(rows.at(-1)?.["Not recoverable"])).toBe(balance.notRecoverableMinor);
      expect(sumOf(people(await lines(scene, "2026-07", { lines: "people" }))).lost).toBe(450_000);
      const json = JSON.parse(
        (await readPayroll(scene.context, { actor: HANDLER, month: "2026-07", pause })).body,
      ) as PayrollView;
      expect(json.people.map(({ notRecoverableMinor }) => notRecoverableMinor)).toEqual([450_000]);
    }
    expect(people(await lines(scene, "2026-08"))).toEqual([]);
  });

  it.each([
    { direction: "upwards", closedWith: 2_000, restatedTo: 200_000, cap: 100_000 },
    { direction: "downwards", closedWith: 200_000, restatedTo: 150_000, cap: 75_000 },
  ])(
    "follows a bonus restated $direction with the limit of the closed month, as the ledger does, and says so",
    async ({ closedWith, restatedTo, cap }) => {
      const scene = await sceneOver((await open()).store);
      await record(
        scene,
        fineCase("R-1", [
          { id: "P1", points: 4, bonus: 200_000 },
          { id: "P2", points: 4, bonus: 200_000 },
        ]),
      );
      await close(scene, "2026-07", { P1: closedWith, P2: 200_000 });
      const before = await lines(scene, "2026-07");
      expect(before.map((row) => row["Note"] ?? "")).toEqual(["", "", ""]);
      await restated(scene, "P1", restatedTo);
      const ledger = await statement(scene, "P1");
      expect(ledger.months.find(({ month }) => month === "2026-07")?.capMinor).toBe(cap);
      for (const per of ["decisions", "people"] as const) {
        const rows = await lines(scene, "2026-07", { lines: per });
        expect(people(rows).map((row) => minor(row["Limit of the month"]))).toEqual([cap, 100_000]);
        expect(rows.map((row) => minor(row["Taken"]))).toEqual(before.map((row) => minor(row["Taken"])));
        expect(rows.map((row) => row["Note"] ?? "")).toEqual([
          expect.stringContaining("bonus restated") as string,
          "",
          "",
        ]);
      }
      const json = JSON.parse(
        (await readPayroll(scene.context, { actor: HANDLER, month: "2026-07", pause })).body,
      ) as PayrollView;
      expect(json.people.map(({ capMinor }) => capMinor)).toEqual([cap, 100_000]);
    },
  );

  it("is the same as a workbook, in the language asked for, and by person", async () => {
    const scene = await sceneOver((await open()).store);
    await payrollWorld(scene);
    const csv = await payroll(scene, "2026-08", { language: "zh" });
    const xlsx = await payroll(scene, "2026-08", { language: "zh", format: "xlsx" });
    expect([csv.fileName, csv.asciiName, csv.mediaType]).toEqual([
      "工资扣减-2026-08.csv",
      "payroll-2026-08.csv",
      "text/csv; charset=utf-8; header=present",
    ]);
    expect(xlsx.fileName).toBe("工资扣减-2026-08.xlsx");
    const [fromCsv, fromXlsx] = [await readBack(csv.bytes), await readBack(xlsx.bytes)];
    const MONEY = ["计划扣减", "已扣减", "退还", "净额", "以后待扣", "无法追回"];
    for (const [index, row] of fromXlsx.entries())
      expect(MONEY.map((column) => minor(row[column]))).toEqual(
        MONEY.map((column) => minor(fromCsv[index]?.[column])),
      );
    const perPerson = await lines(scene, "2026-08", { lines: "people" });
    const perDecision = await lines(scene, "2026-08");
    for (const person of PEOPLE) {
      const own = (rows: readonly ReadRow[]) => rows.filter((row) => row["Staff number"] === person);
      expect(own(perPerson)).toHaveLength(1);
      expect(sumOf(own(perPerson))).toEqual(sumOf(own(perDecision)));
    }
  });

  it("runs nothing in a spreadsheet, whatever a reference begins with", async () => {
    const scene = await sceneOver((await open()).store);
    await payrollWorld(scene);
    const { bytes } = await payroll(scene, "2026-08");
    expect(new TextDecoder().decode(bytes)).toContain(`,"'${HOSTILE.replaceAll('"', '""')}",`);
    expect(people(await lines(scene, "2026-08")).map((row) => row["Case"])).toContain(HOSTILE);
  });

  it("shows an auditor pseudonyms in the place of staff numbers", async () => {
    const scene = await sceneOver((await open()).store);
    await payrollWorld(scene);
    const rows = await lines(scene, "2026-08", { actor: AUDITOR });
    expect(people(rows).every((row) => /^person-[0-9a-f]{64}$/.test(row["Staff number"] ?? ""))).toBe(true);
    expect(sumOf(people(rows))).toEqual(sumOf(people(await lines(scene, "2026-08"))));
  });

  it("is empty but for its totals where a month holds nothing, and of one currency", async () => {
    const scene = await sceneOver((await open()).store);
    await payrollWorld(scene);
    expect(await lines(scene, "2025-01")).toEqual([
      expect.objectContaining({ "Staff number": "Total", Net: "0.00" }),
    ]);
    const ask = { actor: HANDLER, month: "2026-08", language: "en", format: "csv", pause } as const;
    expect(refusalOf(await exportPayroll(scene.context, { ...ask, currency: "JPY" }))).toEqual([
      "invalid-parameter at /currency",
    ]);
  });
});
