import { afterEach, describe, expect, it } from "vitest";
import { type Dialect, type ServedDatabase, newServedDatabase } from "../databases.ts";
import { behindTheService } from "../kept/behind-the-service.ts";
import { type KillOptions, killLoop } from "./kill-loop.ts";

const SIZE = { writers: 6, people: 6, longestLoadMs: 300, checkEvery: 1 };
let database: ServedDatabase | undefined;
afterEach(async () => {
  await database?.remove();
  database = undefined;
});

async function run(dialect: Dialect, options: Pick<KillOptions, "cycles" | "plant">) {
  database = await newServedDatabase(dialect);
  return killLoop(database, { ...SIZE, seed: Date.now() % 1_000_000, ...options });
}

describe("a service that is killed while decisions are recorded", () => {
  it.each([
    { dialect: "sqlite", title: "SQLite", cycles: 5 },
    { dialect: "postgres", title: "PostgreSQL", cycles: 3 },
  ] as const)(
    "has every decision that it acknowledged, once and unaltered ($title, $cycles times)",
    async ({ dialect, cycles }) => {
      const report = await run(dialect, { cycles });
      expect(report).toMatchObject({ cycles, problems: [] });
      // Whatever a kill cut off was sent again.
      expect(report.acknowledged).toBeGreaterThanOrEqual(report.cutOff);
      expect(report.cutOff).toBeGreaterThan(0);
    },
  );

  it("is found out where a decision is gone after a kill", async () => {
    const { problems } = await run("sqlite", {
      cycles: 1,
      plant: ({ place }, sent) => {
        if (!("file" in place)) return;
        const acknowledged = sent.find(({ answer }) => answer !== undefined)?.order.key;
        behindTheService(place.file, (file) =>
          file.prepare("delete from idempotency_keys where key = ?").run(acknowledged),
        );
      },
    });
    expect(problems.join("\n")).toContain("was lost: acknowledged, and 0 × key");
    expect(problems.join("\n")).toContain("sent again, was answered 409");
  });
});
