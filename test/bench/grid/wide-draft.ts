/** How many facts the table asks about; an amount and the articles are two more columns. */
export const INPUTS = 10;

type Document = {
  readonly facts: { readonly case: Readonly<Record<string, unknown>> };
  readonly tables: Readonly<Record<string, unknown>>;
};

/** A draft with a table of so many rows, a band of an amount in each cell. */
export function wideDraft(document: Document, rows: number): Document {
  const names = Array.from({ length: INPUTS }, (_, index) => `amount${index + 1}`);
  const facts: Record<string, unknown> = Object.fromEntries(
    names.map((name, index) => {
      const label = { en: `amount ${index + 1}`, zh: `金额${index + 1}` };
      return [name, { type: "money", label, required: true }];
    }),
  );
  const table = {
    label: { en: "Wide", zh: "宽表" },
    stage: "penalty",
    scope: "party",
    references: [],
    hitPolicy: "unique",
    inputs: names.map((fact) => ({ fact })),
    event: { type: "fine", params: {} },
    outputs: ["amount"],
    rows: Array.from({ length: rows }, (_, row) => rowOf(row)),
  };
  return {
    ...document,
    facts: { ...document.facts, case: { ...document.facts.case, ...facts } },
    tables: { ...document.tables, wide: table },
  };
}

/** Rows that share nothing in their first column; the others are bands too, in every second cell. */
function rowOf(row: number): object {
  const band = { atLeast: row * 10_000, below: (row + 1) * 10_000 };
  const when = Array.from({ length: INPUTS }, (_, column) => ((row + column) % 2 === 0 ? band : null)).with(
    0,
    band,
  );
  // oxlint-disable-next-line unicorn/no-thenable -- the word of the policy document; nobody awaits a row
  return { id: `row-${row + 1}`, when, then: [10_000 + row] };
}
