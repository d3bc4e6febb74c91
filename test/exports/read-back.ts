import { type Sheet, readSheet, shownText } from "@evenhand/sheets";

/** One row of a table that was given out, by the headers of its columns. */
export type ReadRow = Readonly<Record<string, string>>;

/** A table that was given out, read as anybody would who gets the file. */
export async function readBack(bytes: Uint8Array): Promise<readonly ReadRow[]> {
  const opened = await readSheet(bytes);
  if ("problem" in opened) throw new Error(opened.problem.message.en);
  return rowsOf(opened.sheet);
}

async function rowsOf({ header, batches }: Sheet): Promise<readonly ReadRow[]> {
  const names = header.cells.map((cell) => shownText(cell));
  const rows: ReadRow[] = [];
  for await (const batch of batches()) {
    if ("problem" in batch) throw new Error(batch.problem.message.en);
    for (const { cells } of batch.rows)
      rows.push(Object.fromEntries(names.map((name, index) => [name, shownText(cells[index] ?? null)])));
  }
  return rows;
}

/** An amount as it stands in a table, in minor units: `1200.01` and `1200.1` alike, with nothing rounded. */
export function minor(text: string | undefined): number {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text ?? "");
  if (!match) throw new Error(`\`${text}\` is no amount`);
  const [, sign, whole = "", part = ""] = match;
  return Number(`${sign}${whole}${part.padEnd(2, "0")}`);
}
