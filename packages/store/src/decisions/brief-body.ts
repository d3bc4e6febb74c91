import { type RawBuilder, sql } from "kysely";
import type { Db } from "../database/store.ts";
import { surroundingsOf } from "../database/surroundings.ts";

/**
 * The body of the event of a decision (of the table `a`) with a record that lacks its explanation: four fifths of its
 * bytes, which need not be carried over and parsed where nobody reads them.
 *
 * INVARIANT: a body is canonical JSON, whose members stand in the order of their names. So the explanation of a record, a
 * list of objects as no fact of a case is, begins where the first such member does, and ends where `format` and `gates`
 * follow.
 */
export function briefBody(db: Db): RawBuilder<string> {
  return surroundingsOf(db).dialect === "sqlite" ? inSqlite() : inPostgres();
}

const EXPLANATION = ',"explanation":[{';
const WHAT_FOLLOWS = '],"format":1,"gates":[';

/** As bytes, since SQLite counts the characters of a text from its beginning each time. */
function inSqlite(): RawBuilder<string> {
  const bytes = (text: string): RawBuilder<unknown> => sql`cast(${sql.lit(text)} as blob)`;
  const body = sql`cast(a.body as blob)`;
  const begins = sql`instr(${body}, ${bytes(EXPLANATION)})`;
  const rest = sql`substr(${body}, ${begins})`;
  const ends = sql`instr(${rest}, ${bytes(WHAT_FOLLOWS)})`;
  return sql`case when ${begins} > 0
    then cast(substr(${body}, 1, ${begins}) || substr(${rest}, ${ends} + 2) as text) else a.body end`;
}

function inPostgres(): RawBuilder<string> {
  const begins = sql`strpos(a.body, ${sql.lit(EXPLANATION)})`;
  const rest = sql`substr(a.body, ${begins})`;
  const ends = sql`strpos(${rest}, ${sql.lit(WHAT_FOLLOWS)})`;
  return sql`case when ${begins} > 0
    then substr(a.body, 1, ${begins}) || substr(${rest}, ${ends} + 2) else a.body end`;
}
