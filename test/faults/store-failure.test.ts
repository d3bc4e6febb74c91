import { randomBytes } from "node:crypto";
import { type ApiApp, type Surroundings, createApp, surroundingsOver } from "@evenhand/api";
import { signerFrom } from "@evenhand/evidence";
import { createKey, rulesOfStore, takeInRules } from "@evenhand/service";
import { type Store, openStore } from "@evenhand/store";
import { sql } from "kysely";
import { afterEach, describe, expect, it } from "vitest";
import { FILES, given } from "../policies/scene.ts";
import { startPostgres } from "../support/postgres-server.ts";
import { newFileStore } from "./file-store.ts";
import { KeptChecker } from "./kept/check-kept.ts";
import { type Sent, answerOf } from "./kept/sent.ts";
import { type Order, orderOf } from "./order.ts";

const cleaning: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).toReversed()) await clean();
});

/** The whole service over a store, and a client of it that remembers what it sent and was told. */
class Client {
  readonly #sent = new Map<string, Sent>();
  readonly #store: Store;
  readonly #app: ApiApp;
  readonly #key: string;

  private constructor(store: Store, app: ApiApp, key: string) {
    this.#store = store;
    this.#app = app;
    this.#key = key;
  }

  static async of(store: Store): Promise<Client> {
    const rules = rulesOfStore(store, { elapsed: () => performance.now() });
    const quiet = (): undefined => undefined;
    const surroundings = await surroundingsOver({
      store,
      signer: signerFrom(randomBytes(32), "test/log"),
      authSecret: randomBytes(32).toString("hex"),
      rules: async () => ({ state: "open", ...(await rules()) }),
      rulebook: async () => (await rules()).rulebook,
      random: (bytes) => randomBytes(bytes),
      now: () => Date.now(),
      log: { info: quiet, warn: quiet, error: quiet } as unknown as Surroundings["log"],
      newRequestId: () => "r-1",
      servedOverHttps: false,
    });
    const context = surroundings.service();
    await takeInRules(context, FILES);
    const body = { name: "a system", scopes: ["decide"] };
    const { key } = given(await createKey(context, { actor: { kind: "system", id: "test" }, body }));
    return new Client(store, createApp(surroundings), key);
  }

  async record(order: Order): Promise<Response> {
    this.#sent.set(order.key, this.#sent.get(order.key) ?? { order, answer: undefined });
    const response = await this.#app.request("/v1/decisions", {
      method: "POST",
      headers: {
        Authorization: `Bearer ${this.#key}`,
        "Content-Type": "application/json",
        "Idempotency-Key": order.key,
      },
      body: order.body,
    });
    if (response.status === 201)
      this.#sent.set(order.key, { order, answer: answerOf(await response.clone().text()) });
    return response;
  }

  /** What of everything that was sent is not kept as it was answered. */
  async problems(): Promise<readonly string[]> {
    return new KeptChecker().check(this.#store, [...this.#sent.values()]);
  }
}

/** Orders that a store of any kind must refuse while it fails, and keep when it works. */
const [BEFORE, FAILING, AFTER] = ["C-1", "C-2", "C-3"].map((reference) =>
  orderOf(reference, ["E1001", "E1002"]),
) as [Order, Order, Order];

async function expectUnavailable(response: Response): Promise<void> {
  expect(await response.json()).toMatchObject({ status: 503, code: "store-unavailable" });
  expect(response.status).toBe(503);
  expect(response.headers.get("Retry-After")).toMatch(/^[1-9]\d*$/);
}

describe("a service whose store fails", () => {
  it("says so, keeps nothing by halves, and records again once there is room on the disk", async () => {
    const { store, remove } = await newFileStore();
    cleaning.push(remove);
    const client = await Client.of(store);
    expect((await client.record(BEFORE)).status).toBe(201);
    await store.write((tx) => sql`pragma max_page_count = 1`.execute(tx));
    await expectUnavailable(await client.record(FAILING));
    await expectUnavailable(await client.record(FAILING));
    expect(await client.problems()).toEqual([]);
    await store.write((tx) => sql`pragma max_page_count = 1000000`.execute(tx));
    expect((await client.record(FAILING)).status).toBe(201);
    expect((await client.record(AFTER)).status).toBe(201);
    expect(await client.problems()).toEqual([]);
  });

  it("says so, and records again once the database is back", async () => {
    const server = await startPostgres({ durable: true });
    cleaning.push(server.remove, server.stop);
    const store = await openStore({ url: server.url() });
    cleaning.push(store.close);
    const client = await Client.of(store);
    expect((await client.record(BEFORE)).status).toBe(201);
    await server.stop();
    await expectUnavailable(await client.record(FAILING));
    const back = await startPostgres({ durable: true, data: server.data, port: server.port });
    cleaning.push(back.stop);
    expect(await client.problems()).toEqual([]);
    expect((await client.record(FAILING)).status).toBe(201);
    expect((await client.record(AFTER)).status).toBe(201);
    expect(await client.problems()).toEqual([]);
  });
});
