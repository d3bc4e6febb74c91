import { type Policy, isFactReference } from "@evenhand/domain";
import { analyseTable } from "../table/analyse-table.ts";
import { wholeCondition } from "./draft.ts";
import type { Inspection } from "./inspection.ts";

/**
 * Looks at each well-formed table as a whole: rows that overlap, input that no row covers. A table in which something is
 * wrong already is left alone, since every finding about its whole might be that fault once more.
 *
 * @example analyseTables(inspection) // "table-gap" where amounts between two rows are covered by neither
 */
export function analyseTables(inspection: Inspection): void {
  const { draft, names, report } = inspection;
  const policy = readablePart(inspection);
  for (const { id, at, whole } of draft.tables) {
    if (!whole || report.hasErrorIn(at) || !isEveryNameKnown(whole, inspection)) continue;
    report.include(analyseTable(whole, id, policy, names.catalogue));
  }
}

/** Where a figure that a cell names cannot be read, no cell can be told from its neighbours. */
function isEveryNameKnown(value: unknown, inspection: Inspection): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (isFactReference(value)) return inspection.names.catalogue.has(value.fact);
  return Object.values(value).every((inner) => isEveryNameKnown(inner, inspection));
}

/** What a table's analysis reads of its policy, as far as it is well formed: figures, named conditions, how money is written. */
function readablePart({ draft }: Inspection): Policy {
  const { header, conditions, parameters } = draft;
  const named = [...conditions.parts].flatMap(([name, { at, part }]) => {
    const whole = wholeCondition(draft, part, at);
    return whole ? [[name, whole] as const] : [];
  });
  return {
    id: "draft",
    version: 1,
    title: { en: "", zh: "" },
    effectiveFrom: header.effectiveFrom?.part ?? "2000-01-01",
    appliesBy: header.appliesBy?.part ?? "decidedOn",
    currency: header.currency?.part ?? "XXX",
    timeZone: header.timeZone?.part ?? "UTC",
    calendar: "",
    guards: draft.guards.map(({ part }) => part),
    cap: { rate: { fact: "" } },
    grades: [],
    facts: { case: {}, party: {} },
    parameters: Object.fromEntries([...parameters.parts].map(([name, { part }]) => [name, part])),
    conditions: Object.fromEntries(named),
    tables: {},
    rules: [],
    words: {},
    examples: [],
  };
}
