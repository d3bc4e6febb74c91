import { useWords } from "../../../../words/words.tsx";
import type { Column } from "./columns.ts";

/** The parameters of events that have a name of their own in the dictionaries. */
const OUTPUTS = [
  "amount",
  "insteadOf",
  "atLeast",
  "times",
  "months",
  "share",
  "rate",
  "quantity",
  "digits",
  "grade",
  "disposition",
  "bearer",
  "category",
  "severity",
  "role",
  "ground",
  "portion",
  "step",
  "to",
  "level",
  "kind",
  "code",
  "within",
] as const;

/** What a column is called in the language that is shown. */
export function useColumnName(): (column: Column) => string {
  const { t, local } = useWords();
  return (column) => {
    if (column.part === "references") return t("table.articles");
    if (column.part === "when") return column.label ? local(column.label) : column.name;
    const known = OUTPUTS.find((output) => output === column.name);
    return known === undefined ? column.name : t(`table.outputs.${known}`);
  };
}

const UNITS = ["months", "calendar-days", "working-days", "hours", "minutes"] as const;

/** The unit that the figures of a column are in, where they have one that their cells do not write. */
export function useColumnUnit(): (column: Column) => string {
  const { t } = useWords();
  return (column) => {
    if (column.part === "references" || column.measure.kind !== "figure") return "";
    const { type, currency } = column.measure;
    if (type === "money") return currency;
    const unit = UNITS.find((one) => one === type);
    return unit === undefined ? "" : t(`draft.units.${unit}`);
  };
}
