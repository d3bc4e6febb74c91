import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { EXAMPLE_A } from "./docs/example.ts";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));

const children: ChildProcess[] = [];
const folders: string[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

type Running = {
  readonly child: ChildProcess;
  /** Where it says that it listens; rejects where it ends instead. */
  readonly url: Promise<string>;
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>;
};

function run(env: Readonly<Record<string, string>>): Running {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, PORT: "0", HOST: "127.0.0.1", DATA: temporaryFolder(), ...env },
  });
  children.push(child);
  const [out, err] = [collect(child.stdout), collect(child.stderr)];
  const ended = once(child, "close").then(([code]) => ({
    code: code as number | null,
    out: out.text,
    err: err.text,
  }));
  const url = Promise.race([
    new Promise<string>((resolve) => {
      child.stderr.on("data", () => {
        const told = /listens on (http:\S+),/.exec(err.text)?.[1];
        if (told !== undefined) resolve(told);
      });
    }),
    ended.then((end) => Promise.reject(new Error(`it ended with ${end.code}: ${end.err}`))),
  ]);
  url.catch(() => {});
  return { child, url, ended };
}

function collect(stream: NodeJS.ReadableStream): { text: string } {
  const collected = { text: "" };
  stream.setEncoding("utf8");
  stream.on("data", (text: string) => (collected.text += text));
  return collected;
}

describe("the program", () => {
  it.each(["SIGTERM", "SIGINT"] as const)(
    "serves the rules of the project, and ends with 0 on %s",
    async (signal) => {
      const DATA = temporaryFolder();
      const { child, url, ended } = run({ DATA });
      const response = await fetch(`${await url}/v1/policies/complaint-fines/evaluate`, {
        method: "POST",
        body: JSON.stringify(EXAMPLE_A.request),
        headers: { "Content-Type": "application/json", Authorization: `Bearer ${handedOver(DATA).key}` },
      });
      expect(await response.json()).toMatchObject({
        outcome: { parties: [{ totalMinor: 120_000 }, { totalMinor: 90_000 }] },
      });
      expect((await fetch(`${await url}/readyz`)).status).toBe(200);
      child.kill(signal);
      const { code, out } = await ended;
      expect(code).toBe(0);
      const lines = out
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as { msg: string });
      expect(lines.map(({ msg }) => msg)).toEqual([
        "rules taken in",
        "listening",
        "request",
        "request",
        "stopping",
        "stopped",
      ]);
    },
  );

  it("serves what is sound of rules of which a file is not, and is not ready", async () => {
    const rules = temporaryFolder();
    mkdirSync(join(rules, "fines"));
    writeFileSync(join(rules, "fines", "v1.json"), "{");
    const { url, ended, child } = run({ RULES: rules });
    expect((await fetch(`${await url}/readyz`)).status).toBe(503);
    expect((await fetch(`${await url}/healthz`)).status).toBe(200);
    child.kill("SIGTERM");
    expect((await ended).err).toContain("fines/v1.json is left out");
  });

  it.each([
    {
      what: "the folder of the rules is missing",
      env: { RULES: "/nowhere/at/all" },
      says: "RULES: `/nowhere/at/all` cannot be read: there is no such file\n",
    },
    { what: "a setting cannot be understood", env: { PORT: "eighty" }, says: "PORT is `eighty`" },
    {
      what: "others could listen in on passwords",
      env: { HOST: "0.0.0.0" },
      says: "put a proxy with HTTPS in front and set HTTPS=1",
    },
    {
      what: "the folder of the data cannot be made",
      env: { DATA: "/dev/null/evenhand" },
      says: "DATA is `/dev/null/evenhand`: ",
    },
    {
      what: "the database cannot be reached",
      env: { DATABASE_URL: "postgres://somebody:secret@127.0.0.1:1/evenhand" },
      says: "DATABASE_URL: the database cannot be reached (nothing answers at its address)\n",
    },
    {
      what: "a key that is named is a folder",
      env: { LOG_KEY_FILE: "/dev" },
      says: "`/dev` cannot be read; LOG_KEY_FILE can name another: it is a folder, not a file\n",
    },
    {
      what: "a key that is named is not there",
      env: { LOG_KEY_FILE: "/nowhere/log-key" },
      says: "LOG_KEY_FILE names `/nowhere/log-key`, which is not there",
    },
  ])("ends with 1 and a sentence where $what", async ({ env, says }) => {
    const { code, err } = await run(env).ended;
    expect([code, err]).toEqual([1, expect.stringContaining(says)]);
  });

  it("ends with 1 where its port is taken", async () => {
    const other = await taken();
    const { port } = other.address() as AddressInfo;
    const { code, err } = await run({ PORT: String(port) }).ended;
    other.close();
    expect([code, err]).toEqual([
      1,
      `cannot listen on 127.0.0.1:${port}: something else uses this port; set PORT to another, or to 0 for any that is free\n`,
    ]);
  });
});

describe("the first start", () => {
  it("makes one administrator and one key, in a file of its owner alone, and no other start makes any", async () => {
    const DATA = temporaryFolder();
    const first = run({ DATA });
    await first.url;
    const file = join(DATA, "first-start.txt");
    const { link, key } = handedOver(DATA);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    for (const name of ["log-key", "auth-secret"])
      expect(statSync(join(DATA, name)).mode & 0o777).toBe(0o600);
    expect((await fetch(link)).status).toBe(200);
    first.child.kill("SIGTERM");
    const said = (await first.ended).err;
    expect(said).toContain(link);
    expect(said).toContain(key);
    const second = run({ DATA });
    await second.url;
    second.child.kill("SIGTERM");
    const told = (await second.ended).err;
    expect(told).not.toContain("first start");
    // As long as the link waits, every start says where it stands, and what it is only the file does.
    expect(told).toContain(`Nobody has set a password yet: the link for that, and a key, stand in ${file}`);
    expect(told).not.toContain(key);
    expect(handedOver(DATA)).toEqual({ link, key });
    const third = run({ DATA });
    const path = new URL(link).pathname;
    const fields = { name: "Somebody", password: "four words in a row", again: "four words in a row" };
    const set = await fetch(new URL(path, await third.url), {
      method: "POST",
      body: new URLSearchParams(fields),
    });
    expect(set.status).toBe(200);
    third.child.kill("SIGTERM");
    await third.ended;
    const fourth = run({ DATA });
    await fourth.url;
    fourth.child.kill("SIGTERM");
    expect((await fourth.ended).err).not.toContain("password");
  });

  it("is done by one of several processes that start at once on one database", async () => {
    const DATA = temporaryFolder();
    const processes = [run({ DATA }), run({ DATA })];
    await Promise.all(processes.map(({ url }) => url));
    for (const { child } of processes) child.kill("SIGTERM");
    const said = await Promise.all(processes.map(({ ended }) => ended));
    expect(said.map(({ code }) => code)).toEqual([0, 0]);
    expect(said.filter(({ err }) => err.includes("the first start"))).toHaveLength(1);
    // All of them signed with one key.
    expect(new Set(said.map(({ err }) => /signed with the key (\S+)/.exec(err)?.[1])).size).toBe(1);
  });
});

/** What the first start left for the operator. */
function handedOver(data: string): { readonly link: string; readonly key: string } {
  const text = readFileSync(join(data, "first-start.txt"), "utf8");
  const line = (name: string): string => new RegExp(`^${name}: (\\S+)$`, "m").exec(text)?.[1] ?? "";
  return { link: line("link"), key: line("key") };
}

async function taken(): Promise<Server> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "evenhand-api-"));
  folders.push(folder);
  return folder;
}
