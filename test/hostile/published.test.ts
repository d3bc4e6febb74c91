import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Contract, publishedContract } from "./contract.ts";
import { NOT_VISITED, tour } from "./every-route/tour.ts";
import { type Visit, sentFor } from "./every-route/visit.ts";
import { type World, openWorld } from "./every-route/world.ts";
import { send } from "./send.ts";

let world: World;
let contract: Contract;
let visits: readonly Visit[] = [];
beforeAll(async () => {
  world = await openWorld();
  contract = await publishedContract(world.port);
  visits = await tour(world);
});
afterAll(() => world.close());

/** Every operation of the document, as `POST /v1/decisions`. */
async function operations(): Promise<readonly string[]> {
  const { text } = await send(world.port, { path: "/openapi.json" });
  const { paths } = JSON.parse(text) as { readonly paths: Readonly<Record<string, object>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
}

describe("over a store in which everything has happened", () => {
  it("every operation of the document was asked for, those aside that a reason is given for", async () => {
    const visited = new Set(visits.map(({ meant: { operation } }) => operation));
    const missed = (await operations()).filter((operation) => !visited.has(operation));
    expect(missed).toEqual(Object.keys(NOT_VISITED));
  });

  it("every answer has the status, the type and the shape that the document says", () => {
    const deviations = visits.flatMap(({ meant: { operation }, answer }) => {
      const [method = "", path = ""] = operation.split(" ");
      try {
        contract.checkPublished(path, answer, method);
        return [];
      } catch (error) {
        return [`${operation}: ${(error as Error).message}`];
      }
    });
    expect(deviations).toEqual([]);
  });

  it("an answer that is other than the document says is found", () => {
    const visit = visits.find(({ meant: { operation } }) => operation === "GET /v1/decisions/{id}");
    if (!visit) throw new Error("no decision was read");
    const { answer } = visit;
    const check = (spoilt: object) => () =>
      contract.checkPublished("/v1/decisions/{id}", { ...answer, ...spoilt });
    expect(check({})).not.toThrow();
    expect(check({ status: 201 })).toThrow(/nothing is published/);
    expect(check({ text: answer.text.replace('"status"', '"state"') })).toThrow(/published shape/);
    expect(check({ text: answer.text.replace('"reference"', '"more":1,"reference"') })).toThrow(
      /published shape/,
    );
  });
});

describe("a body that is larger than its address takes", () => {
  it("is refused at every address of the record that takes one", async () => {
    const most = new Uint8Array(20 * 1024 * 1024 + 1).fill(0x20);
    const taking = new Map(
      visits.flatMap(({ meant }) =>
        meant.operation.includes(" /v1/") && (meant.body !== undefined || meant.file)
          ? [[meant.operation, meant] as const]
          : [],
      ),
    );
    const refused: string[] = [];
    for (const [operation, meant] of taking) {
      const sent = sentFor(world, meant);
      // The answer comes before all of it was read. A client that closes with it may lose it to what is still on its way.
      const answer = await send(world.port, { ...sent, body: most });
      if (contract.checkProblem(answer).code === "too-large") refused.push(operation);
    }
    expect(refused).toEqual([...taking.keys()]);
    expect(refused.length).toBeGreaterThan(10);
  });
});
