import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type TestDatabase, onBothDatabases } from "../support/databases.ts";
import { type Contract, publishedContract } from "./contract.ts";
import { type Attack, attacks } from "./every-route/attacks.ts";
import { tour } from "./every-route/tour.ts";
import type { Visit } from "./every-route/visit.ts";
import { type Watch, watchDatabase } from "./every-route/watch.ts";
import { type World, openWorldOver } from "./every-route/world.ts";
import { type Answer, send } from "./send.ts";

const SEED = Number(process.env["SEED"] ?? 20_261_122);
/** How many requests are sent over each database; a longer run asks for more. */
const REQUESTS = Number(process.env["REQUESTS"] ?? 1_000);

/** A world in which everything has happened, and what its answers are held against. */
type Scene = {
  readonly world: World;
  readonly visits: readonly Visit[];
  readonly contract: Contract;
  readonly watch: Watch;
};

async function onScene({ store, place }: TestDatabase, work: (scene: Scene) => Promise<void>): Promise<void> {
  const world = await openWorldOver(store);
  const contract = await publishedContract(world.port);
  const visits = await tour(world);
  const watch = await watchDatabase(place);
  try {
    await work({ world, visits, contract, watch });
  } finally {
    await watch.close();
    await world.close();
  }
}

/** Those that change nothing but a session keep count of what was tried. */
const OF_THE_RECORD = / \/v1\//;

/** Throws where an answer is none that may be given, or where a refused request has changed something. */
async function check(scene: Scene, { operation, sent }: Attack, answer: Answer): Promise<void> {
  const [method = "", path = ""] = operation.split(" ");
  if (answer.status >= 400) scene.contract.checkProblem(answer);
  else if (staysWhereItIs(sent.path)) scene.contract.checkPublished(path, answer, method);
  for (const header of ["content-security-policy", "x-content-type-options", "cache-control"])
    if (answer.headers[header] === undefined) throw new Error(`${header} is missing`);
  if (/checks|fairness|imports|replays|sample|simulations/.test(operation)) await everythingEnded(scene);
  const changes = await scene.watch.changes();
  if (answer.status >= 400 && OF_THE_RECORD.test(operation) && changes.length > 0)
    throw new Error(`it was refused, and yet something was written: ${changes.join(", ")}`);
}

/** An address with `..` in it is another one, of whatever stands there. */
function staysWhereItIs(address: string): boolean {
  return new URL(address, "http://here.invalid").pathname === address.split("?")[0];
}

/** What goes on after a request was answered; what comes next is looked at by itself. */
async function everythingEnded({ world }: Scene): Promise<void> {
  const { store } = world.service.context;
  const underWay = () =>
    store.read(async (db) => [
      ...(await db.selectFrom("imports").select("id").where("state", "=", "running").execute()),
      ...(await db.selectFrom("jobs").select("id").where("state", "in", ["queued", "running"]).execute()),
      // Whoever works on one that was called off lets go of it a little later.
      ...(await db
        .selectFrom("jobs")
        .select("id")
        .where("state", "=", "cancelled")
        .where("claimed_by", "is not", null)
        .execute()),
    ]);
  while ((await underWay()).length > 0) await sleep(5);
}

/** Throws where the checks do not find what is planted. */
async function checkTheChecks(scene: Scene): Promise<void> {
  const sent = { path: "/v1/decisions" };
  const attack: Attack = { operation: "GET /v1/decisions", sent };
  const refused = await send(scene.world.port, sent);
  await check(scene, attack, refused);
  await expect(check(scene, attack, { ...refused, status: 500 })).rejects.toThrow(/the status is 500/);
  await expect(check(scene, attack, { ...refused, text: "{}" })).rejects.toThrow(/published shape/);
  await expect(check(scene, attack, { ...refused, status: 200 })).rejects.toThrow(/nothing is published/);
  await scene.world.person("employee");
  await expect(check(scene, attack, refused)).rejects.toThrow(/something was written: .*users/);
  await check(scene, attack, refused);
}

onBothDatabases(`requests to every operation, seed ${SEED}`, (open) => {
  it(
    "are carried out or refused with what is wrong, never failed, and a refused one writes nothing",
    { timeout: 300_000 + REQUESTS * 50 },
    async () => {
      const [statuses, operations] = [new Map<number, number>(), new Set<string>()];
      await onScene(await open(), async (scene) => {
        const { world, visits } = scene;
        await checkTheChecks(scene);
        await fc.assert(
          fc.asyncProperty(attacks(world, visits), async (attack) => {
            const answer = await send(world.port, attack.sent);
            await check(scene, attack, answer);
            statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
            operations.add(attack.operation);
          }),
          { seed: SEED, numRuns: REQUESTS, endOnFailure: true },
        );
        expect(operations.size).toBe(new Set(visits.map(({ meant: { operation } }) => operation)).size);
      });
      console.log(`seed ${SEED}: ${JSON.stringify(Object.fromEntries(statuses))}`);
      const met = [200, 201, 400, 401, 403, 404, 409, 413, 415, 422];
      expect(met.filter((status) => !statuses.has(status))).toEqual([]);
    },
  );
});
