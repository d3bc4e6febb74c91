import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PATIENCE, readConfig } from "@evenhand/api";
import { isProblemCode } from "@evenhand/service";
import { insertJob, openStore } from "@evenhand/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPage } from "../docs/markdown.ts";
import { type Process, processOver } from "./service.ts";

const PAGE = readPage("docs/OPERATIONS.md");
const cleaning: (() => unknown)[] = [];
afterAll(async () => {
  for (const clean of cleaning.splice(0).toReversed()) await clean();
});

/** Every metric that a service has, with the labels seen on it. */
const labels = new Map<string, ReadonlySet<string>>();
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "evenhand-page-"));
  cleaning.push(() => rmSync(folder, { recursive: true, force: true }));
  const store = await openStore({ file: join(folder, "evenhand.db") });
  cleaning.push(store.close);
  const process = await processOver(store);
  await store.write((tx) =>
    insertJob(tx, { id: "j1", kind: "simulation", payload: "{}", created_at: 1, created_by: "user:u1" }),
  );
  process.surroundings.metrics.backgroundFailed("place-in-log");
  for (const line of (await scrapeTwice(process)).split("\n")) {
    const [, name = "", pairs = ""] = /^([a-z][a-z0-9_]+)(?:\{(.*)\})? \S+$/.exec(line) ?? [];
    if (name !== "") labels.set(name, new Set([...(labels.get(name) ?? []), ...namesIn(pairs)]));
  }
});

/** The first time is itself a request that the second tells of. */
async function scrapeTwice({ app, key }: Process): Promise<string> {
  const headers = { Authorization: `Bearer ${await key("metrics:read")}` };
  await app.request("/metrics", { headers });
  return (await app.request("/metrics", { headers })).text();
}

function namesIn(pairs: string): readonly string[] {
  return [...pairs.matchAll(/(\w+)(?:=~?|!=)"/g)].map(([, name = ""]) => name);
}

describe("the page of operations", () => {
  it("names metrics that there are", () => {
    const named = [...PAGE.text.matchAll(/\b(?:evenhand|http|nodejs|process)_[a-z0-9_]*[a-z0-9]\b/g)].map(
      ([name]) => name,
    );
    expect(named.length).toBeGreaterThan(20);
    const families = new Set(
      [...labels.keys()].flatMap((name) => [name, name.replace(/_(?:bucket|count|sum)$/, "")]),
    );
    expect(named.filter((name) => !families.has(name))).toEqual([]);
  });

  it("asks for labels that they have, and for codes that there are", () => {
    const asked = [...PAGE.text.matchAll(/\b([a-z]+_[a-z0-9_]+)\{([^}]+)\}/g)];
    expect(asked.length).toBeGreaterThan(3);
    for (const [, name = "", pairs = ""] of asked)
      expect([name, namesIn(pairs).filter((label) => !labels.get(name)?.has(label))]).toEqual([name, []]);
    const codes = [...PAGE.text.matchAll(/code=~?"([^"]+)"/g)].flatMap(([, text = ""]) => text.split("\\|"));
    expect(codes.length).toBeGreaterThan(2);
    expect(codes.filter((code) => !isProblemCode(code))).toEqual([]);
  });

  it("has a row for each metric of ours, with its labels", () => {
    for (const [name, own] of labels) {
      if (!name.startsWith("evenhand_")) continue;
      const row = PAGE.text
        .split("\n")
        .find((line) => line.startsWith("| `") && line.includes(`\`${name}\``));
      expect([name, row]).not.toEqual([name, undefined]);
      for (const label of own) expect(row).toContain(`\`${label}\``);
    }
  });

  it("names variables that the program reads", () => {
    const asked = new Set<string>();
    readConfig(new Proxy<Record<string, string>>({}, { get: (_, name) => void asked.add(String(name)) }));
    const named = [
      ...PAGE.text.matchAll(/\b([A-Z]+(?:_[A-Z]+)+|(?:HTTPS|HOST|PORT|DATA|RULES)(?==|`))/g),
    ].map(([, name = ""]) => name);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !asked.has(name))).toEqual([]);
  });

  it("tells the patience that there is", () => {
    const { headers, request, idle, stop } = PATIENCE;
    expect({ headers, request, idle, stop }).toEqual({
      headers: 5_000,
      request: 15_000,
      idle: 30_000,
      stop: 10_000,
    });
    for (const said of ["16 KiB within 5 seconds", "| 15 seconds |", "| 30 seconds |", "ten seconds to end"])
      expect(PAGE.text).toContain(said);
  });
});
