import type { Store } from "@evenhand/store";
import { type KyselyPlugin, type OperationNode, type RootOperationNode, SelectQueryNode, sql } from "kysely";
import { expect, it } from "vitest";
import { processOver, sceneOver } from "../../policies/scene.ts";
import { onPostgres } from "../../support/databases.ts";
import { CAP_MINOR, CHARGE_MINOR } from "../order.ts";
import { record } from "./record-many.ts";
import { watchLedgers } from "./watch.ts";

/** A store whose transactions take nobody's row, so that they plan with a ledger that others are changing. */
function withoutRowLocks(store: Store): Store {
  const unlocked: KyselyPlugin = {
    transformQuery: ({ node }) => withoutLocks(node),
    transformResult: async ({ result }) => result,
  };
  return { ...store, write: (work) => store.write((tx) => work(tx.withPlugin(unlocked))) };
}

function withoutLocks(node: RootOperationNode): RootOperationNode {
  if (!SelectQueryNode.is(node)) return node;
  const { endModifiers, ...rest } = node;
  const others = endModifiers?.filter(
    ({ modifier }: OperationNode & { modifier?: string }) => modifier === undefined,
  );
  return { ...rest, ...(others?.length ? { endModifiers: others } : {}) };
}

onPostgres("a service that plans without taking the person's row", (open) => {
  const writers = 4;
  const each = (CAP_MINOR / CHARGE_MINOR) * 0.75;

  /** Several processes record at once, with some constraints gone; what the watcher saw and what writers met with. */
  async function outcome(
    ...dropped: readonly (readonly [table: string, constraint: string])[]
  ): Promise<{ readonly breaks: string; readonly errors: string }> {
    const { store, again } = await open();
    await sceneOver(store);
    for (const [table, constraint] of dropped)
      await store.write((tx) =>
        sql`alter table ${sql.table(table)} drop constraint ${sql.ref(constraint)}`.execute(tx),
      );
    await record(processOver(store), "first");
    const errors: string[] = [];
    const writing = Array.from({ length: writers }, async (_, writer) => {
      const scene = processOver(withoutRowLocks(await again()));
      for (let number = 1; number <= each; number += 1)
        await record(scene, `W${writer}-${number}`).catch((error: unknown) => errors.push(String(error)));
    });
    const { breaks } = await watchLedgers(store, { capMinor: CAP_MINOR, until: Promise.all(writing) });
    return { breaks: breaks.join("\n"), errors: errors.join("\n") };
  }

  const ORDER_OF_ACCOUNTS = ["accounts", "accounts_person_sequence_unique"] as const;
  const CAP = ["ledger_months", "ledger_months_cap"] as const;

  /** Whether two of them met at the wrong moment is chance, so they are given several goes at it. */
  const goes = 6;

  it("is found out: a month holds more than the cap", async () => {
    const told = `holds more than ${CAP_MINOR}`;
    let seen = "";
    for (let go = 0; go < goes && !seen.includes(told); go += 1)
      seen = (await outcome(ORDER_OF_ACCOUNTS, CAP)).breaks;
    expect(seen).toContain(told);
  });

  it.each([
    { by: "the places of accounts", dropped: [], constraint: ORDER_OF_ACCOUNTS[1] },
    { by: "the cap", dropped: [ORDER_OF_ACCOUNTS], constraint: CAP[1] },
  ])("is stopped by what the database says of $by", async ({ dropped, constraint }) => {
    let seen = "";
    for (let go = 0; go < goes && !seen.includes(constraint); go += 1) {
      const { breaks, errors } = await outcome(...dropped);
      expect(breaks).toBe("");
      seen = errors;
    }
    expect(seen).toContain(constraint);
  });
});
