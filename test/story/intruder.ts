import type { StorePlace } from "@evenhand/store";
import BetterSqlite3 from "better-sqlite3";
import pg from "pg";

/** A text of one row: where it stands in the database. */
export type Place = {
  readonly table: string;
  readonly column: string;
  /** What the row, and no other, has in these columns. */
  readonly where: Readonly<Record<string, string>>;
};

/**
 * Changes one character in a database past the service, as somebody would who has the database itself: drops the triggers
 * that keep the table as it is, and writes. `from` and `to` have one length and differ in one byte.
 */
export async function changeOneByte(
  at: StorePlace,
  place: Place,
  change: { readonly from: string; readonly to: string },
): Promise<void> {
  const [from, to] = [Buffer.from(change.from), Buffer.from(change.to)];
  const differing = from.filter((byte, index) => byte !== to[index]);
  if (from.length !== to.length || differing.length !== 1) throw new Error("not one byte");
  if ("file" in at) changeInFile(at.file, place, change);
  else await changeOnServer(at.url, place, change);
}

type Change = Parameters<typeof changeOneByte>[2];

function changeInFile(file: string, { table, column, where }: Place, change: Change): void {
  const [condition, values] = [conditionOf(where, () => "?"), Object.values(where)];
  const database = new BetterSqlite3(file);
  try {
    const triggers = database
      .prepare("select name from sqlite_schema where type = 'trigger' and tbl_name = ?")
      .all(table) as { readonly name: string }[];
    if (triggers.length === 0) throw new Error(`nothing guards ${table}`);
    for (const { name } of triggers) database.exec(`drop trigger ${name}`);
    const rows = database.prepare(`select ${column} as text from ${table} where ${condition}`).all(...values);
    const text = changed(rows as readonly { readonly text: unknown }[], change);
    database.prepare(`update ${table} set ${column} = ? where ${condition}`).run(text, ...values);
  } finally {
    database.close();
  }
}

async function changeOnServer(url: string, { table, column, where }: Place, change: Change): Promise<void> {
  const [condition, values] = [conditionOf(where, (place) => `$${place}`), Object.values(where)];
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows: triggers } = await client.query<{ readonly name: string }>(
      "select tgname as name from pg_trigger where tgrelid = $1::regclass and not tgisinternal",
      [table],
    );
    if (triggers.length === 0) throw new Error(`nothing guards ${table}`);
    for (const { name } of triggers) await client.query(`drop trigger ${name} on ${table}`);
    const { rows } = await client.query<{ readonly text: unknown }>(
      `select ${column} as text from ${table} where ${condition}`,
      values,
    );
    const last = `$${values.length + 1}`;
    await client.query(`update ${table} set ${column} = ${last} where ${condition}`, [
      ...values,
      changed(rows, change),
    ]);
  } finally {
    await client.end();
  }
}

function conditionOf(where: Place["where"], placeholder: (place: number) => string): string {
  return Object.keys(where)
    .map((name, index) => `${name} = ${placeholder(index + 1)}`)
    .join(" and ");
}

/** The one text, with the first place at which `from` stands in it changed. */
function changed(rows: readonly { readonly text: unknown }[], { from, to }: Change): string {
  const text = rows[0]?.text;
  if (rows.length !== 1 || typeof text !== "string" || !text.includes(from))
    throw new Error(`there is no one \`${from}\` to change`);
  return text.replace(from, to);
}
