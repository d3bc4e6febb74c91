import { readFileSync } from "node:fs";
import { type FactType, type Policy, knownDeclarations } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { readSheet } from "../read/read-sheet.ts";
import { mapCases } from "./map-cases.ts";
import { matchColumns } from "./match-columns.ts";
import { FACT_SYNONYMS } from "./synonyms.ts";
import { readFactValue } from "./values/fact-value.ts";

const ROOT = new URL("../../../../", import.meta.url);
const PAGE = readFileSync(new URL("docs/reference/import.md", ROOT), "utf8");
const FINES = JSON.parse(readFileSync(new URL("rules/complaint-fines/v2.json", ROOT), "utf8")) as Policy;

/** The cells of the table row that begins with this text. */
function tableRow(start: string): readonly string[] {
  const line = PAGE.split("\n").find((one) => one.startsWith(`| ${start} |`));
  if (line === undefined) throw new Error(`there is no row for ${start}`);
  return line.split("|").map((cell) => cell.trim());
}

function inBackticks(cell: string | undefined): readonly string[] {
  return [...(cell ?? "").matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text);
}

const ROWS: readonly (readonly [row: string, type: FactType])[] = [
  ["money", "money"],
  ["date", "date"],
  ["instant", "instant"],
  ["rate", "rate"],
  ["integer, decimal", "decimal"],
  ["boolean", "boolean"],
];

describe("the page on importing", () => {
  it("shows a table that is read as it says", async () => {
    const [, table = ""] = /```\n([^`]*)```/.exec(PAGE) ?? [];
    const opened = await readSheet(new TextEncoder().encode(table));
    if ("problem" in opened) throw new Error(opened.problem.message.en);
    const found = await mapCases(FINES, opened.sheet, { 来函日: "receivedOn" });
    if ("problems" in found) throw new Error(found.problems[0]?.message.en);
    expect(found.warnings).toEqual([]);
    const losses: unknown[] = [];
    for await (const one of found.cases())
      losses.push("case" in one ? one.case.facts["lossAmount"] : one.problems);
    expect(losses).toEqual([1_200_000, 1_200_000]);
  });

  it.each(ROWS)(
    "names ways to write a value of type %s that are taken, and others that are not",
    (row, type) => {
      const [, , taken, refused] = tableRow(row);
      const isTaken = (text: string): boolean =>
        "value" in
        readFactValue(
          { kind: "text", text },
          { declaration: { type, label: { en: "", zh: "" } } },
          { currency: "CNY", timeZone: "Asia/Shanghai" },
        );
      expect(inBackticks(taken).filter((text) => !isTaken(text))).toEqual([]);
      expect(inBackticks(refused).filter(isTaken)).toEqual([]);
      expect([...inBackticks(taken), ...inBackticks(refused)]).not.toEqual([]);
    },
  );

  it("names words that find each fact that has any, in a policy that knows it", () => {
    const rows = PAGE.split("\n").flatMap((line) => {
      const [, fact, words] = /^\| `(\w+)` \| ([^|`]+) \|$/.exec(line) ?? [];
      return fact !== undefined && Object.hasOwn(FACT_SYNONYMS, fact) ? [{ fact, words: words ?? "" }] : [];
    });
    expect(rows.map(({ fact }) => fact)).toHaveLength(20);
    const found = rows.flatMap(({ fact, words }) => {
      const scope = Object.hasOwn(knownDeclarations(FINES).case, fact) ? "case" : "party";
      const declared = { type: "text", label: { en: "x", zh: "某项" } } as const;
      const policy = { ...FINES, facts: { case: {}, party: {}, [scope]: { [fact]: declared } } };
      return words.split(", ").filter((text) => {
        const row = { number: 1, cells: [{ kind: "text", text }] } as const;
        return matchColumns(policy, row, {}).columns[0]?.target.name !== `${scope}.${fact}`;
      });
    });
    expect(found).toEqual([]);
  });

  it.each(["reference", "party.id", "party.kind", "party.memberOf"])(
    "names headers that find %s",
    (target) => {
      const headers = tableRow(`\`${target}\``)[2]?.split(", ") ?? [];
      const found = headers.map((text) => {
        const row = { number: 1, cells: [{ kind: "text", text }] } as const;
        return matchColumns(FINES, row, {}).columns[0]?.target.name;
      });
      expect(found.length).toBeGreaterThan(1);
      expect(new Set(found)).toEqual(new Set([target]));
    },
  );
});
