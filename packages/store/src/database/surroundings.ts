import type { DialectAdapter } from "kysely";
import type { Db } from "./store.ts";

/** What a function that is given a database has to know besides: which one it is, and the clock. */
export type Surroundings = {
  readonly dialect: "sqlite" | "postgres";
  /** Epoch milliseconds. */
  readonly now: () => number;
};

/** The adapter goes along with a database into each of its transactions. */
export interface SurroundedAdapter extends DialectAdapter {
  readonly surroundings: Surroundings;
}

export function surroundingsOf(db: Db): Surroundings {
  const { adapter } = db.getExecutor();
  if (!("surroundings" in adapter)) throw new Error("this database was not opened by `openStore`");
  return (adapter as SurroundedAdapter).surroundings;
}
