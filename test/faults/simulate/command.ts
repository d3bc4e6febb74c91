import { sql } from "kysely";
import { keepPast } from "../../simulation-service/past.ts";
import { readCounts } from "../counts.ts";
import { type Dialect, lookInto, newServedDatabase } from "../databases.ts";
import { verdict } from "../verdict.ts";
import { simulateRun } from "./simulate-run.ts";

/** `simulate`: past cases simulated whole, called off in the middle, and killed in the middle. */
export async function simulateCommand(dialect: Dialect, args: readonly string[]): Promise<boolean> {
  const { cases, people, seed } = readCounts(args, { cases: 100_000, people: 2_000, seed: 1 });
  console.log(`simulate: ${dialect}, ${JSON.stringify({ cases, people, seed })}`);
  const database = await newServedDatabase(dialect);
  try {
    await lookInto(database, async (store) => {
      await keepPast(store, { count: cases, people, seed });
      // PostgreSQL does so by itself within a minute; an import of so many cases, which this stands for, takes several.
      if (dialect === "postgres") await store.write((tx) => sql`analyze`.execute(tx));
    });
    const { problems, shown } = await simulateRun(database, cases);
    return verdict(problems, shown);
  } finally {
    await database.remove();
  }
}
