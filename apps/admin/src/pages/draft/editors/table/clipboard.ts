/** A range of cells as the clipboard carries it: rows of texts. */
export type TextRange = readonly (readonly string[])[];

/** As Excel writes a range: cells behind tabs, those with tabs, line ends or quotation marks in quotation marks. */
export function writeTsv(range: TextRange): string {
  return range.map((row) => row.map(quoted).join("\t")).join("\n");
}

function quoted(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** As a table that word processors and mail take over with its cells. */
export function writeHtml(range: TextRange): string {
  const rows = range.map((row) => `<tr>${row.map((text) => `<td>${escaped(text)}</td>`).join("")}</tr>`);
  return `<table>${rows.join("")}</table>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Reads what `writeTsv` and spreadsheets write; an empty last line is none. */
export function readTsv(text: string): TextRange {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r\n|\n|\r|$)/y;
  while (cell.lastIndex < text.length) {
    const [, content = "", end = ""] = cell.exec(text) ?? [];
    rows.at(-1)?.push(unquoted(content));
    if (end === "") return rows;
    if (end !== "\t") rows.push([]);
  }
  // After a tab at the very end, one more empty cell.
  if (text.endsWith("\t")) rows.at(-1)?.push("");
  return rows.filter((row, index) => index < rows.length - 1 || row.length > 0);
}

function unquoted(content: string): string {
  return content.startsWith('"') && content.endsWith('"') && content.length > 1
    ? content.slice(1, -1).replaceAll('""', '"')
    : content;
}

/** The cells of the first table in a page, for what comes without tabs, such as from a web page. */
export function readHtml(html: string): TextRange | undefined {
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  if (!table) return undefined;
  return [...table.rows].map((row) => [...row.cells].map((cell) => (cell.textContent ?? "").trim()));
}
