import { MAX_AMOUNT_MINOR, formatDay, formatInstant, formatMonth } from "@evenhand/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDecimal, timesTens } from "../cases/values/decimal.ts";
import { readDay, readMoment } from "../cases/values/moment.ts";
import { wholeSheet } from "../read/sample-reading.ts";
import { type SheetCell, shownText } from "../read/sheet.ts";
import type { ColumnKind, Table, TableRow } from "./table.ts";
import { writeCsv } from "./write-csv.ts";
import { writeXlsx } from "./write-xlsx.ts";

const TIME_ZONE = "Asia/Shanghai";

/** Texts with whatever a file has to be careful about, and any other characters. */
const text = fc
  .oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc
      .array(fc.constantFrom("=", "-", "'", '"', ",", ";", "\t", "\r", "\n", "_x0041_", "工", " "), {
        maxLength: 6,
      })
      .map((all) => all.join("")),
    fc.constantFrom("constructor", "__proto__", "00123", "1E5", "TRUE", "2026-07-06"),
  )
  .filter((one) => one.trim() !== "");

/** Values of each kind. Days begin where the calendar of spreadsheets is right; instants are whole seconds. */
const VALUES: Readonly<Record<ColumnKind, fc.Arbitrary<string | number>>> = {
  text,
  integer: fc.integer({ min: -999_999_999, max: 999_999_999 }),
  money: fc.integer({ min: -MAX_AMOUNT_MINOR, max: MAX_AMOUNT_MINOR }),
  date: fc.integer({ min: -25_000, max: 2_000_000 }).map(formatDay),
  month: fc.integer({ min: 1_900 * 12, max: 9_999 * 12 }).map(formatMonth),
  instant: fc
    .integer({ min: 0, max: 4_000_000_000 })
    .map((seconds) => formatInstant(seconds * 1000, TIME_ZONE)),
};
const KINDS = Object.keys(VALUES) as readonly ColumnKind[];

const tables: fc.Arbitrary<Table> = fc
  .record({
    header: text,
    rows: fc.array(
      fc.record(
        Object.fromEntries(KINDS.map((kind) => [kind, fc.option(VALUES[kind])])) as Record<
          ColumnKind,
          fc.Arbitrary<string | number | null>
        >,
      ),
      { maxLength: 8 },
    ),
  })
  .map(({ header, rows }) => ({
    name: { en: "Table", zh: "表" },
    currency: "CNY",
    timeZone: TIME_ZONE,
    columns: KINDS.map((kind) => ({
      id: kind,
      kind,
      header: { en: kind === "text" ? header : kind, zh: kind },
    })),
    rows: rows.map((row): TableRow => ({ ...row, integer: row.integer ?? 1 })),
  }));

/** The value of a cell as the table had it, read by the readers that cases are read with. */
function readBack(kind: ColumnKind, cell: SheetCell | null): string | number | null {
  if (cell === null) return null;
  switch (kind) {
    case "text":
    case "month":
      return shownText(cell);
    case "integer":
    case "money": {
      const number = readDecimal(shownText(cell));
      return number ? (timesTens(number, kind === "money" ? 2 : 0) ?? Number.NaN) : Number.NaN;
    }
    case "date": {
      const read = readDay(cell);
      return "value" in read ? read.value : read.complaint.en;
    }
    case "instant": {
      const read = readMoment(cell, TIME_ZONE);
      return "value" in read ? read.value : read.complaint.en;
    }
  }
}

type Content = { readonly header: readonly string[]; readonly rows: readonly (readonly unknown[])[] };

function written(table: Table): Content {
  return {
    header: table.columns.map((column) => column.header.en),
    rows: table.rows.map((row) => KINDS.map((kind) => row[kind] ?? null)),
  };
}

async function readAgain(bytes: Uint8Array): Promise<Content> {
  const [header, ...rows] = (await wholeSheet(bytes)).rows;
  return {
    header: header?.cells.map(shownText) ?? [],
    rows: rows.map(({ cells }) => KINDS.map((kind, index) => readBack(kind, cells[index] ?? null))),
  };
}

describe("what is written is read back the same", () => {
  it("from CSV", async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        expect(await readAgain(writeCsv(table, "en"))).toEqual(written(table));
      }),
      { seed: 20_260_702, numRuns: 400 },
    );
  });

  it("from a workbook", async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        expect(await readAgain(await writeXlsx(table, "en"))).toEqual(written(table));
      }),
      { seed: 20_260_703, numRuns: 150 },
    );
  });
});
