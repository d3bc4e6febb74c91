import type { DraftDocument } from "../policies/policy-document.ts";

/**
 * The draft that the sample company leaves open: the newest version with one change that is meant, a higher fine for a
 * medium loss, and exactly four slips to be found and mended:
 *
 * 1. a gap: a large loss begins at ¥6,000, a medium one still ends at ¥5,000 (`table-gap`, a warning)
 * 2. an overlap: the manager's band ends where the director's does (`table-overlap`, an error)
 * 3. a rule asks for a fact that there is not, `timesInYaer` (`unknown-fact`, an error)
 * 4. a parameter that nothing reads, `hearingDays` (`unused-parameter`, a warning)
 */
export function sampleDraft(newest: DraftDocument): DraftDocument {
  // INVARIANT: it is given a document that `samplePolicies` made.
  const document = structuredClone(newest) as SampleDocument;
  const { parameters, tables, rules } = document;
  mustBe(parameters["mediumFine"]).value = 60_000;
  parameters["largeLoss"] = {
    value: 600_000,
    unit: "money",
    label: { en: "beginning of a large loss", zh: "大额损失起点" },
    references: [{ article: "4" }],
  };
  parameters["hearingDays"] = {
    value: 5,
    unit: "calendar-days",
    label: { en: "time to answer before a decision", zh: "决定前的申辩期" },
    references: [{ article: "7(2)" }],
  };
  setCell(tables, { table: "fine-by-loss", row: "large" }, "atLeast", "largeLoss");
  setCell(tables, { table: "who-approves", row: "manager" }, "atMost", "directorLimit");
  const again = mustBe(rules.find(({ id }) => id === "again-warning"));
  mustBe(again.rule.conditions.all[1]).fact = "timesInYaer";
  return { ...document, version: Number(newest["version"]) + 1 };
}

type SampleDocument = {
  readonly parameters: Record<string, { value: number; unit: string; label: object; references: object[] }>;
  readonly tables: Readonly<Record<string, { readonly rows: readonly SampleRow[] }>>;
  readonly rules: readonly {
    readonly id: string;
    readonly rule: { readonly conditions: { readonly all: readonly { fact?: string }[] } };
  }[];
};

type SampleRow = { readonly id: string; readonly when: readonly Record<string, { fact: string }>[] };

/** Lets one end of the first cell of a row be another parameter. */
function setCell(
  tables: SampleDocument["tables"],
  place: { readonly table: string; readonly row: string },
  end: "atLeast" | "atMost",
  parameter: string,
): void {
  const rows = mustBe(tables[place.table]).rows;
  const row = mustBe(rows.find(({ id }) => id === place.row));
  mustBe(row.when[0])[end] = { fact: `parameter.${parameter}` };
}

function mustBe<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("the sample policy has not what its draft changes");
  return value;
}
