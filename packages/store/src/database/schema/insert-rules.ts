import { sql } from "kysely";
import type { Db } from "../store.ts";
import { surroundingsOf } from "../surroundings.ts";

/** A row that may not be added. `where` is a condition that sees it as `new`. */
export type InsertRefusal = {
  readonly name: string;
  readonly table: string;
  readonly where: string;
  /**
   * The row that stands for everything the condition looks at. PostgreSQL lets two transactions look at the same time,
   * so that each of them takes this row first; on SQLite there is one at a time.
   */
  readonly taking?: string;
};

/** What follows from a row that was added. Both see it as `new`. */
export type InsertEffect = {
  readonly name: string;
  readonly table: string;
  readonly when: string;
  readonly statement: string;
};

export async function createRefusal(tx: Db, { name, table, where, taking }: InsertRefusal): Promise<void> {
  if (surroundingsOf(tx).dialect === "sqlite") {
    await run(
      tx,
      `create trigger ${name} before insert on ${table} begin select raise(abort, '${name}') where ${where}; end`,
    );
    return;
  }
  await run(
    tx,
    `create function ${name}() returns trigger language plpgsql as $$
begin
  ${taking === undefined ? "" : `perform 1 from ${taking} for no key update;`}
  if ${where} then
    raise exception '${name}' using errcode = 'integrity_constraint_violation', constraint = '${name}';
  end if;
  return new;
end $$`,
  );
  await run(tx, `create trigger ${name} before insert on ${table} for each row execute function ${name}()`);
}

export async function createEffect(tx: Db, { name, table, when, statement }: InsertEffect): Promise<void> {
  const head = `create trigger ${name} after insert on ${table}`;
  if (surroundingsOf(tx).dialect === "sqlite") {
    await run(tx, `${head} when ${when} begin ${statement}; end`);
    return;
  }
  await run(
    tx,
    `create function ${name}() returns trigger language plpgsql as $$ begin ${statement}; return null; end $$`,
  );
  await run(tx, `${head} for each row when (${when}) execute function ${name}()`);
}

async function run(tx: Db, text: string): Promise<void> {
  await sql.raw(text).execute(tx);
}
