import { type Markup, type MarkupValue, markup } from "./markup.ts";

/** How a column is set: running text, text that does not wrap, or figures that stand under one another. */
export type ColumnKind = "text" | "term" | "figure";
export type Column = { readonly heading: string; readonly kind: ColumnKind };

/** A row of cells, or a heading across the table; `total` is set apart from what it sums up. */
export type Row =
  | { readonly kind: "cells" | "total"; readonly cells: readonly MarkupValue[] }
  | { readonly kind: "band"; readonly heading: string };

/** A table whose headings name their columns to whoever hears it read. `label` says what it shows. */
export function table({
  label,
  columns,
  rows,
}: {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}): Markup {
  return markup`<table aria-label="${label}">
<thead><tr>${columns.map(({ heading, kind }) => markup`<th scope="col" class="${kind}">${heading}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => rowOf(row, columns))}</tbody>
</table>
`;
}

function rowOf(row: Row, columns: readonly Column[]): Markup {
  if (row.kind === "band")
    return markup`<tr class="band"><th colspan="${columns.length}" scope="rowgroup">${row.heading}</th></tr>
`;
  const cells = row.cells.map((cell, index) => {
    const kind = columns[index]?.kind ?? "text";
    // On a narrow screen each cell stands on a line of its own, behind the heading of its column.
    return index === 0
      ? markup`<th scope="row" class="${kind}">${cell}</th>`
      : markup`<td class="${kind}" data-heading="${columns[index]?.heading ?? ""}">${cell}</td>`;
  });
  return markup`<tr class="${row.kind}">${cells}</tr>
`;
}
