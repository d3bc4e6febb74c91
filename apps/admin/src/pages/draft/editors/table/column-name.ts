import { tableOutput } from "../../../../document/table-outputs.ts";
import { useWords } from "../../../../words/words.tsx";
import type { Column } from "./columns.ts";

/** What a column is called in the language that is shown. */
export function useColumnName(): (column: Column) => string {
  const { t, local } = useWords();
  return (column) => {
    if (column.part === "references") return t("table.articles");
    if (column.part === "when") return column.label ? local(column.label) : column.name;
    const known = tableOutput(column.name);
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
