import { type CatalogueEntry, DISPOSITIONS, closedValues, isFactReference } from "@evenhand/domain";
import type { Value } from "@evenhand/domain";
import type { Statement } from "../validate/statement.ts";
import type { Linted } from "./lint-rule.ts";

/**
 * What the built-in facts that rules themselves fill in can hold, by name: a disposition, role, category or severity that no
 * rule gives is never there. A fact that is missing here can hold anything.
 *
 * @example possibleValues(linted).get("assignedRole") // the roles that some rule gives
 */
export function possibleValues(linted: Linted): ReadonlyMap<string, ReadonlySet<string>> {
  if (!linted.isWhole) return new Map();
  const given = linted.statements.flatMap((statement) => wordsGiven(statement, linted));
  const byFact = new Map(
    ["disposition", "assignedRole", "category", "severity"].map((fact) => [
      fact,
      given.filter((word) => word.fact === fact).map(({ values }) => values),
    ]),
  );
  const possible = [...byFact].flatMap(([fact, lists]) => {
    const isOpen = lists.some((values) => values === undefined);
    return isOpen ? [] : [[fact, new Set(lists.flatMap((values) => values ?? []))] as const];
  });
  const result = new Map(possible);
  for (const disposition of dispositionsOfTheEngine(linted)) result.get("disposition")?.add(disposition);
  return result;
}

/** A complaint is upheld unless a rule says otherwise; a bar to deciding and a statutory guard can refuse a decision. */
function dispositionsOfTheEngine({ draft }: Linted): readonly string[] {
  const [upheld] = DISPOSITIONS;
  const mayRefuse =
    !draft.shape.isSound("/guards") ||
    draft.guards.length > 0 ||
    !draft.shape.isSound("/conflict") ||
    draft.header.conflict;
  return mayRefuse ? [upheld, "refused"] : [upheld];
}

type Given = { readonly fact: string; readonly values: readonly string[] | undefined };

function wordsGiven({ event }: Statement, { names }: Linted): readonly Given[] {
  switch (event.type) {
    case "disposition":
      return [{ fact: "disposition", values: [event.params.disposition] }];
    case "role":
      return [{ fact: "assignedRole", values: [event.params.role] }];
    case "classify":
      return (["category", "severity"] as const).flatMap((fact) => {
        const value = event.params[fact];
        return value === undefined ? [] : [{ fact, values: wordsOf(value, names.catalogue) }];
      });
    default:
      return [];
  }
}

function wordsOf(
  value: Value,
  catalogue: ReadonlyMap<string, CatalogueEntry>,
): readonly string[] | undefined {
  if (!isFactReference(value)) return [String(value)];
  const entry = catalogue.get(value.fact);
  return entry && closedValues(entry);
}
