import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DIALECTS, type ServedDatabase, newServedDatabase } from "../databases.ts";
import { checkAll } from "../kept/check-all.ts";
import type { Sent } from "../kept/sent.ts";
import { capRun } from "./cap-run.ts";
import { keysRun } from "./keys-run.ts";
import { startForgetfulProxy } from "./forgetful-proxy.ts";
import { type Servers, startServers } from "./servers.ts";

const SERVERS = 3;
const seed = Date.now() % 1_000_000;

describe.each(DIALECTS)(`${SERVERS} servers over one database (%s), seed ${seed}`, (dialect) => {
  let database: ServedDatabase;
  let servers: Servers;
  const sent: Sent[] = [];
  /** Everything that was sent so far is there, once, as it was answered. */
  const check = () => checkAll(database, sent);
  beforeAll(async () => {
    database = await newServedDatabase(dialect);
    servers = await startServers(database, SERVERS);
  });
  afterAll(async () => {
    await servers?.stop();
    await database?.remove();
  });

  it("keep the cap of everybody, and every identity, in each state that anybody can read", async () => {
    const size = { writers: 6, decisions: 10, people: 1, seed };
    const { problems, snapshots, ...report } = await capRun(database, servers.lines, size);
    sent.push(...report.sent);
    expect([...problems, ...(await check())]).toEqual([]);
    expect(sent).toHaveLength(size.writers * size.decisions);
    expect(snapshots).toBeGreaterThan(1);
  });

  it("carry out a request once for each key, however many copies of it come at once, and answer all alike", async () => {
    const size = { keys: 12, duplicates: 6, atOnce: 3, people: 4, seed };
    const { problems, requests, ...report } = await keysRun(servers.lines, size);
    sent.push(...report.sent);
    expect([...problems, ...(await check())]).toEqual([]);
    expect(requests).toBeGreaterThan(size.keys);
  });

  it("are found out where a key is lost on the way", async () => {
    const forgetful = await startForgetfulProxy(servers.lines[0]?.url ?? "");
    const lines = servers.lines.map(({ key }) => ({ url: forgetful.url, key }));
    const size = { keys: 2, duplicates: 3, atOnce: 1, people: 4, seed: seed + 1, prefix: "F" };
    const { problems } = await keysRun(lines, size);
    forgetful.stop();
    expect(problems.join("\n")).toContain("F-1 was answered 409");
    expect(problems.join("\n")).toContain("ways");
  });
});
