import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Policy } from "@evenhand/domain";
import { readPolicy } from "@evenhand/policy";
import { describe, expect, it } from "vitest";
import { clausesOf } from "./clauses.ts";

const RULES = fileURLToPath(new URL("../../../../../rules", import.meta.url));

const POLICIES = readdirSync(RULES, { recursive: true, encoding: "utf8" })
  .filter((path) => /v\d+\.json$/.test(path))
  .map((path) => [path, JSON.parse(readFileSync(`${RULES}/${path}`, "utf8")) as Policy] as const);

describe("the articles that a policy cites", () => {
  it.each(POLICIES)("are all that its reading cites, and lead to sentences of it: %s", (_, policy) => {
    const entries = readPolicy({ policy, hash: "", rules: [] }, "en").sections.flatMap((section) => [
      ...section.intro,
      ...section.entries,
    ]);
    const clauses = clausesOf(policy);
    const pointers = new Set(entries.map(({ pointer }) => pointer));
    const places = clauses.flatMap((clause) => clause.places);
    expect(places.filter(({ pointer }) => !pointers.has(pointer))).toEqual([]);
    const cited = new Set(entries.flatMap(({ references }) => references.map(({ article }) => article)));
    expect(new Set(clauses.map(({ article }) => article))).toEqual(cited);
    expect(clauses.length).toBeGreaterThan(5);
  });

  it("come in the order of the text, with what rests on each, as sentences cite them", () => {
    const policy = POLICIES.find(([path]) => path.endsWith("complaint-fines/v2.json"))?.[1];
    const clauses = policy ? clausesOf(policy) : [];
    expect(clauses.map(({ article }) => article).slice(0, 6)).toEqual(["3", "7", "8", "19", "19(2)", "20"]);
    const clause = clauses.find(({ article }) => article === "21(2)");
    expect(clause?.cited).toEqual({ en: "Art. 21(2)", zh: "第21条第2款" });
    expect(clause?.places.map(({ pointer }) => pointer)).toContain("/rules/8");
  });
});
