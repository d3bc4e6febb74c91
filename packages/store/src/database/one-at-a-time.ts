import { AsyncLocalStorage } from "node:async_hooks";

const within = new AsyncLocalStorage<"read" | "write">();

/**
 * Runs the work of one `read` or `write`. Another one inside of it would wait for a connection that the outer one holds,
 * for ever once all are taken, and would not see what the outer one changed; so it is refused at once, always.
 */
export async function alone<Result>(kind: "read" | "write", work: () => Promise<Result>): Promise<Result> {
  const outer = within.getStore();
  if (outer !== undefined)
    throw new Error(
      `a \`${kind}\` of the store inside of a \`${outer}\`: hand on the database that was given`,
    );
  return within.run(kind, work);
}
