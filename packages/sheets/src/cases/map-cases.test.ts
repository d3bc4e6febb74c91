import { readFileSync } from "node:fs";
import type { Case, Policy } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { gb18030Sample } from "../read/csv/sample-gb18030.ts";
import { readSheet } from "../read/read-sheet.ts";
import type { Table } from "../table/table.ts";
import { writeXlsx } from "../table/write-xlsx.ts";
import { type RowsAsCase, placeInSheet } from "./combine-rows.ts";
import { type MappedCases, mapCases } from "./map-cases.ts";
import type { ColumnMap } from "./mapping.ts";
import { SAMPLE_POLICY } from "./sample-policies.ts";
import type { PolicyForCases } from "./target.ts";

const FINES = JSON.parse(
  readFileSync(new URL("../../../../rules/complaint-fines/v2.json", import.meta.url), "utf8"),
) as Policy;

async function mapped(bytes: Uint8Array, policy: PolicyForCases, map?: ColumnMap): Promise<MappedCases> {
  const opened = await readSheet(bytes);
  if ("problem" in opened) throw new Error(opened.problem.message.en);
  return mapCases(policy, opened.sheet, map);
}

async function casesIn(found: MappedCases): Promise<readonly RowsAsCase[]> {
  if ("problems" in found) throw new Error(found.problems.map(({ message }) => message.en).join("; "));
  const cases: RowsAsCase[] = [];
  for await (const one of found.cases()) cases.push(one);
  return cases;
}

async function fromCsv(lines: readonly string[], map?: ColumnMap): Promise<readonly RowsAsCase[]> {
  return casesIn(await mapped(new TextEncoder().encode(lines.join("\n")), SAMPLE_POLICY, map));
}

const HEADER = "案件编号,收到日期,损失金额,工号,本人基数";

describe("cases from a sheet", () => {
  it("are read from GB18030 with Chinese headers, under a policy as it is shipped", async () => {
    const found = await mapped(gb18030Sample(), FINES, { 收到日期: "receivedOn" });
    expect(found).toMatchObject({ rowCount: 2, caseCount: 2, leftOut: [], warnings: [{ column: "备注" }] });
    expect(await casesIn(found)).toMatchObject([
      {
        rowNumbers: [2],
        case: {
          reference: "C-2026-001",
          facts: { complaintKind: "quality-defect", receivedOn: "2026-07-06", lossAmount: 1_200_000 },
          parties: [
            {
              id: "P1",
              kind: "person",
              facts: { function: "production", basePoints: 12, unitBasePoints: 40 },
            },
          ],
        },
      },
      { rowNumbers: [3], case: { reference: "C-2026-002", facts: { lossAmount: 1_200_000 } } },
    ]);
  });

  it("are told apart by ids in the one way in which they are written", async () => {
    const cases = await fromCsv([
      HEADER,
      "Ｃ－1 ,2026-07-06,100, P1,4",
      "C-1,2026-07-06,100,Ｐ2,4",
      "C-1,2026-07-06,100,p2,4",
      "C-2,2026-07-06,100,P 2,4",
      "c-2,2026-07-06,100,P3,4",
    ]);
    expect(
      cases.map((one) =>
        "case" in one
          ? [one.case.reference, ...one.case.parties.map(({ id }) => id)]
          : one.problems.map(({ code, row, place, help }) => `${code} ${place ?? row} ${help?.en ?? ""}`),
      ),
    ).toEqual([
      ["duplicate-party D4 leave one row for each party of a case"],
      ["C-2", "P 2"],
      ["similar-id 6 rows of one case have the same reference; give another case another one"],
    ]);
  });

  it("are read alike from a workbook with its own days and numbers", async () => {
    const table: Table = {
      name: { en: "Cases", zh: "案件" },
      currency: "CNY",
      timeZone: "Asia/Shanghai",
      columns: [
        { id: "reference", header: { en: "reference", zh: "案件编号" }, kind: "text" },
        { id: "kind", header: { en: "complaintKind", zh: "投诉类型" }, kind: "text" },
        { id: "receivedOn", header: { en: "receivedOn", zh: "投诉收到日" }, kind: "date" },
        { id: "loss", header: { en: "lossAmount", zh: "核定的投诉损失（元）" }, kind: "money" },
        { id: "party", header: { en: "party.id", zh: "工号" }, kind: "text" },
        { id: "points", header: { en: "basePoints", zh: "本人基数" }, kind: "integer" },
        { id: "all", header: { en: "unitBasePoints", zh: "责任单位基数合计" }, kind: "integer" },
      ],
      rows: [
        {
          reference: "C-1",
          kind: "包装破损",
          receivedOn: "2026-07-06",
          loss: 120_001,
          party: "001",
          points: 3,
          all: 9,
        },
      ],
    };
    for (const language of ["zh", "en"] as const) {
      const [one] = await casesIn(await mapped(await writeXlsx(table, language), FINES));
      expect(one).toMatchObject({
        case: {
          reference: "C-1",
          facts: { complaintKind: "packaging-damage", receivedOn: "2026-07-06", lossAmount: 120_001 },
          parties: [{ id: "001", kind: "person", facts: { basePoints: 3, unitBasePoints: 9 } }],
        },
      });
    }
  });

  it("take every row of one reference, wherever it stands, each with its party", async () => {
    const cases = await fromCsv([
      `${HEADER},当事方类型,所属部门`,
      "C-1,2026-07-06,100,P1,3,,D1",
      "C-2,2026-07-07,200,,,,",
      "C-1,,,P2,4,员工,",
      "",
      "C-1,2026/7/6,100.00,D1,,部门,",
    ]);
    expect(cases.map(({ rowNumbers }) => rowNumbers)).toEqual([[3], [2, 4, 6]]);
    expect(cases[0]).toMatchObject({ case: { reference: "C-2", parties: [] } });
    expect(cases[1]).toMatchObject({
      case: {
        reference: "C-1",
        facts: { receivedOn: "2026-07-06", lossAmount: 10_000 },
        parties: [
          { id: "P1", kind: "person", memberOf: "D1", facts: { basePoints: 3 } },
          { id: "P2", kind: "person", facts: { basePoints: 4 } },
          { id: "D1", kind: "department", facts: {} },
        ],
      } satisfies Case,
    });
  });

  it("state nothing where a cell is empty", async () => {
    const [one] = await fromCsv([`${HEADER},投诉成立,说明`, "C-1,2026-07-06,0,,,, "]);
    expect(one).toMatchObject({ case: { facts: { lossAmount: 0 } } });
    expect(one && "case" in one && Object.keys(one.case.facts)).toEqual(["receivedOn", "lossAmount"]);
  });

  it("know where each part of them stands, for whoever finds something wrong with it later", async () => {
    const [one] = await fromCsv([HEADER, "C-1,2026-07-06,100,P1,3", "C-1,,,P2,4"]);
    if (!one || !("case" in one)) throw new Error("it is no case");
    expect(placeInSheet(one, "/case/facts/lossAmount")).toEqual({ row: 2, column: "损失金额", place: "C2" });
    expect(placeInSheet(one, "/case/parties/1/facts/basePoints")).toEqual({
      row: 3,
      column: "本人基数",
      place: "E3",
    });
    expect(placeInSheet(one, "/case/parties/1/facts/share")).toEqual({ row: 3 });
    expect(placeInSheet(one, "/case/facts/upheld")).toEqual({ row: 2 });
  });

  it("are read again at every call", async () => {
    const found = await mapped(new TextEncoder().encode(`${HEADER}\nC-1,2026-07-06,1,,`), SAMPLE_POLICY);
    expect(await casesIn(found)).toEqual(await casesIn(found));
  });
});

describe("a row that does not fit", () => {
  it("is listed with its row, its column, what was seen, why and how to mend it, and others go on", async () => {
    const cases = await fromCsv([HEADER, "C-1,01/02/2026,-5,P1,0", "C-2,2026-07-06,1,P1,3"]);
    expect(cases[1]).toMatchObject({ rowNumbers: [3], case: { reference: "C-2" } });
    const [refused] = cases;
    if (!refused || !("problems" in refused)) throw new Error("it was taken");
    expect(refused.rowNumbers).toEqual([2]);
    expect(refused.problems[0]).toEqual({
      code: "not-a-date",
      at: "/rows/2/收到日期",
      row: 2,
      column: "收到日期",
      place: "B2",
      seen: "01/02/2026",
      message: {
        en: "`01/02/2026` could have its day first or its month first",
        zh: "`01/02/2026`无法确定是日在前还是月在前",
      },
      help: {
        en: "write the year first, as `2026-07-06`, `2026/7/6` or `2026年7月6日`",
        zh: "请先写年份，如`2026-07-06`、`2026/7/6`或`2026年7月6日`",
      },
    });
    expect(refused.problems.map(({ code, place }) => [code, place])).toEqual([
      ["not-a-date", "B2"],
      ["out-of-range", "C2"],
      ["out-of-range", "E2"],
    ]);
  });

  it.each([
    ["no reference", [",2026-07-06,1,,"], "missing-field", "A2"],
    ["no required fact", ["C-1,2026-07-06,,,"], "missing-fact", "C2"],
    ["no required fact of its party", ["C-1,2026-07-06,1,P1,"], "missing-fact", "E2"],
    ["facts of a party it does not name", ["C-1,2026-07-06,1,,3"], "missing-field", "D2"],
    ["the party of another row", ["C-1,2026-07-06,1,P1,3", "C-1,,,P1,3"], "duplicate-party", "D3"],
    ["another loss than its case", ["C-1,2026-07-06,1,P1,3", "C-1,,2,P2,3"], "conflicting-facts", "C3"],
    ["a value behind the last column", ["C-1,2026-07-06,1,P1,3,x"], "too-many", "F2"],
    ["an amount whose comma is not in quotation marks", ["C-1,2026-07-06,1,200,P1,3"], "too-many", "F2"],
    ["the company as a person", ["C-1,2026-07-06,1,company,3"], "conflicting-facts", "D2"],
    ["a cell that is too long", [`C-1,2026-07-06,1,${"x".repeat(2_001)},`], "too-large", "D2"],
  ] as const)("has %s", async (_, rows, code, place) => {
    const [refused, ...others] = await fromCsv([HEADER, ...rows]);
    expect(others).toEqual([]);
    expect(refused).toMatchObject({ rowNumbers: rows.map((_row, index) => index + 2) });
    const problems = refused && "problems" in refused ? refused.problems : [];
    expect(problems.map((problem) => [problem.code, problem.place])).toContainEqual([code, place]);
  });

  it("has a value in a column without a header, between others", async () => {
    const [refused] = await fromCsv([
      "案件编号,,收到日期,损失金额",
      "C-1,x,2026-07-06,1",
      "C-2,,2026-07-06,1",
    ]);
    expect(refused).toMatchObject({
      problems: [{ code: "too-many", at: "/rows/2", place: "B2", seen: "x" }],
    });
  });

  it("keeps its case out, with the rows of it that would fit", async () => {
    const cases = await fromCsv([HEADER, "C-1,2026-07-06,1,P1,3", "C-1,,,P2,x", "C-2,2026-07-06,1,,"]);
    expect(cases.map((one) => [one.rowNumbers, "problems" in one])).toEqual([
      [[2, 3], true],
      [[4], false],
    ]);
  });

  it("is not said to lack what it has and cannot be read", async () => {
    const [refused] = await fromCsv([HEADER, "C-1,x,y,P1,z"]);
    expect(refused && "problems" in refused && refused.problems.map(({ code }) => code)).toEqual([
      "wrong-type",
      "wrong-type",
      "wrong-type",
    ]);
  });

  it("is one of too many for one case", async () => {
    const rows = Array.from({ length: 201 }, (_, index) => `C-1,2026-07-06,1,P${index},3`);
    const [refused, other] = await fromCsv([HEADER, ...rows, "C-2,2026-07-06,1,,"]);
    expect(refused).toMatchObject({ problems: [{ code: "too-many", row: 2 }] });
    expect(refused?.rowNumbers).toHaveLength(201);
    expect(other).toMatchObject({ case: { reference: "C-2" } });
  });
});

describe("a sheet that cannot be read as cases", () => {
  const refused = async (lines: readonly string[], map?: ColumnMap): Promise<readonly unknown[]> => {
    const found = await mapped(new TextEncoder().encode(lines.join("\n")), SAMPLE_POLICY, map);
    if (!("problems" in found)) throw new Error("it was taken");
    return found.problems.map(({ code, message }) => [code, message.en]);
  };

  it("has no column for the reference, or for what every case states", async () => {
    expect(await refused(["收到日期,备注"])).toEqual([
      ["missing-field", "no column holds `reference` (reference of the case)"],
      ["missing-fact", "no column holds `case.lossAmount` (loss)"],
    ]);
  });

  it("names parties and has no column for what every party of their kind states", async () => {
    expect(await refused(["案件编号,收到日期,损失金额,工号"])).toEqual([
      ["missing-fact", "no column holds `party.basePoints` (base points)"],
    ]);
    // Where a column says the kind, each row is asked.
    expect(
      await fromCsv(["案件编号,收到日期,损失金额,工号,party kind", "C-1,2026-07-06,1,D1,部门"]),
    ).toMatchObject([{ case: { parties: [{ kind: "department" }] } }]);
  });

  it("has facts of parties and none that names them", async () => {
    expect(await refused(["案件编号,收到日期,损失金额,本人基数"])).toEqual([
      ["missing-field", "no column holds `party.id` (staff number or id of the party)"],
    ]);
  });

  it("breaks off further down: then none of it is given out", async () => {
    expect(await refused([HEADER, "C-1,2026-07-06,1,,", 'C-2,2026-07-06,"1,,'])).toEqual([
      ["unreadable-sheet", "a quotation mark opens in row 3 and never closes"],
    ]);
  });

  it("is mapped to what does not exist", async () => {
    expect(await refused([HEADER], { 金额: "lossAmount" })).toEqual([
      ["unknown-column", "the sheet has no column `金额`"],
    ]);
  });
});
