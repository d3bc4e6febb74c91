import pg from "pg";
import { exactInteger } from "../exact-integer.ts";

const INT8 = 20;
const NUMERIC = 1700;

/** How values come out of PostgreSQL: counts, amounts and sums of them as numbers, as from SQLite. */
export const valueParsers: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (oid === INT8 || oid === NUMERIC) return (text: string) => exactInteger(Number(text), text);
    return pg.types.getTypeParser(oid, format) as (text: string) => unknown;
  },
};
