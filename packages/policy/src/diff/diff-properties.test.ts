import { readFileSync, readdirSync } from "node:fs";
import type { Policy } from "@evenhand/domain";
import { canonicalJson } from "@evenhand/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffPolicies } from "./diff-policies.ts";
import { SAMPLE_VERSION } from "./sample-version.ts";

/** The title prints it; `SEED=… npm test` draws other changes. */
const SEED = Number(process.env["SEED"] ?? 20_261_122);

describe(`a comparison of whole documents, seed ${SEED}`, () => {
  const folder = new URL("../../../../rules/", import.meta.url);
  const policies = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\/v\d+\.json$/.test(name),
  );

  it("the same document, with its keys in any order, has no change", () => {
    expect(policies.length).toBeGreaterThan(0);
    for (const name of policies) {
      const policy = JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Policy;
      expect(diffPolicies(policy, reverseKeys(policy) as Policy)).toEqual([]);
    }
  });

  it("version 2 of complaint-fines lowers the conversion of a warning, and changes nothing else that decides", () => {
    const [before, after] = [1, 2].map(
      (version) =>
        JSON.parse(readFileSync(new URL(`complaint-fines/v${version}.json`, folder), "utf8")) as Policy,
    );
    if (!before || !after) throw new Error("both versions are there");
    const deciding = diffPolicies(before, after).filter(({ field }) => field !== "notes" && field !== "text");
    expect(deciding.map(({ id, field }) => [id, field])).toEqual([
      ["version", "version"],
      ["effectiveFrom", "effectiveFrom"],
      ["warningConversion", "value"],
    ]);
    expect(deciding[2]?.text.zh).toMatch(/由100%改为10%，变动−90个百分点（第24条），涉及规则“.+”$/);
  });

  it("every difference is told, with pointers at what stands there and sentences without gaps", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 }), (picks) => {
        const after = structuredClone(SAMPLE_VERSION);
        for (const [place, kind] of picks) mutate(after, place, kind);
        const changes = diffPolicies(SAMPLE_VERSION, after);
        expect(changes.length > 0).toBe(canonicalJson(SAMPLE_VERSION) !== canonicalJson(after));
        for (const { kind, at, before, after: now, text } of changes) {
          expect(`${text.en}${text.zh}`).not.toMatch(/undefined|\[object|NaN|“”|“”/);
          if (kind === "moved") continue;
          expect(at.before === undefined ? undefined : valueAt(SAMPLE_VERSION, at.before)).toEqual(
            at.before === undefined ? undefined : before,
          );
          expect(at.after === undefined ? undefined : valueAt(after, at.after)).toEqual(
            at.after === undefined ? undefined : now,
          );
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});

/** Changes one part of a policy in a way that keeps its shape: a figure, a text, the order of a list, or its length. */
function mutate(policy: Policy, place: number, kind: number): void {
  const spots = spotsIn(policy);
  const { owner, key } = spots[place % spots.length] ?? { owner: {}, key: "" };
  const value = owner[key];
  if (typeof value === "number") owner[key] = value + 1 + (kind % 3);
  else if (typeof value === "string") owner[key] = `${value}${kind % 10}`;
  else if (Array.isArray(value) && kind % 2 === 0) value.reverse();
  else if (Array.isArray(value) && value.length > 1) value.splice(kind % value.length, 1);
}

/** Words of closed lists, and the columns that rows are measured by, would lose the shape of a policy. */
const FIXED: ReadonlySet<string> = new Set([
  "type",
  "kind",
  "operator",
  "unit",
  "stage",
  "scope",
  "hitPolicy",
  "of",
  "effectiveFrom",
  "timeZone",
  "currency",
  "inputs",
  "outputs",
  "when",
  "then",
]);

type Spot = { readonly owner: Record<string, unknown>; readonly key: string };

function spotsIn(node: unknown): readonly Spot[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]): readonly Spot[] => {
    if (FIXED.has(key)) return [];
    const here =
      typeof value === "object" && !Array.isArray(value)
        ? []
        : [{ owner: node as Record<string, unknown>, key }];
    return [...here, ...spotsIn(value)];
  });
}

function valueAt(document: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((node, part) => {
      const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
      return typeof node === "object" && node !== null
        ? (node as Readonly<Record<string, unknown>>)[key]
        : undefined;
    }, document);
}

function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, part]) => [key, reverseKeys(part)]),
  );
}
