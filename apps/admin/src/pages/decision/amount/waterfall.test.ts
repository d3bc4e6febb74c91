import { readFileSync, readdirSync } from "node:fs";
import { type DecisionRecord, type Guard, type Policy, readCalendar } from "@evenhand/domain";
import { type LoadedVersion, decide, loadVersion, readRequest } from "@evenhand/engine";
import { preparePolicy } from "@evenhand/policy";
import { describe, expect, it } from "vitest";
import { waterfallOf } from "./waterfall.ts";

const ROOT = new URL("../../../../../../", import.meta.url);
const read = <Document>(path: string): Document =>
  JSON.parse(readFileSync(new URL(path, ROOT), "utf8")) as Document;
const filesIn = (path: string): readonly string[] =>
  readdirSync(new URL(path, ROOT), { recursive: true, encoding: "utf8" }).map((file) => path + file);

type Decided = Pick<DecisionRecord, "explanation" | "proposal" | "outcome">;
type CaseFile = {
  readonly policy: string;
  readonly cases: readonly {
    readonly id: string;
    readonly request: unknown;
    readonly version?: number;
    readonly evaluatedAt: string;
  }[];
};

const VERSIONS = filesIn("rules/")
  .filter((path) => /\/v\d+\.json$/.test(path))
  .toSorted()
  .map((path) => loaded(read<Policy>(path)));

function loaded(policy: Policy): LoadedVersion {
  const found = readCalendar(read("rules/calendars/cn.json"));
  if (!("calendar" in found)) throw new Error("the calendar has faults");
  const guards = policy.guards.map((name) => read<Guard>(`rules/guards/${name}.json`));
  return loadVersion(preparePolicy(policy), { calendar: found.calendar, guards });
}

/** Every conformance case that is decided, as a record would hold it. */
function decidedCases(): readonly (readonly [name: string, decided: Decided])[] {
  const files = filesIn("test/conformance/").filter((path) => path.endsWith(".json"));
  return files.flatMap((path) => {
    const { policy, cases } = read<CaseFile>(path);
    const versions = VERSIONS.filter(({ version }) => version.policy.id === policy);
    return cases.flatMap(({ id, request, version, evaluatedAt }) => {
      const one = versions.find((other) => other.version.policy.version === version) ?? versions.at(-1);
      const asked = readRequest(request);
      if (!one || "refusal" in asked) return [];
      const decided = decide(one, asked.request, { evaluatedAt: Date.parse(evaluatedAt) });
      if ("refusal" in decided) return [];
      const { explanation, outcome } = decided.response;
      return [[`${path}: ${id}`, { explanation, outcome, proposal: outcome }] as const];
    });
  });
}

const ALL = decidedCases();

describe("what a party is charged, rule by rule", () => {
  it("adds up to the total in every case of every policy", () => {
    expect(ALL.length).toBeGreaterThan(100);
    const wrong = ALL.flatMap(([name, decided]) =>
      decided.outcome.parties.flatMap(({ party, totalMinor }) => {
        const { parts } = waterfallOf(decided, party);
        const sum = parts.reduce((total, { amountMinor }) => total + amountMinor, 0);
        const isJoined = parts.every(
          ({ startMinor }, index) =>
            startMinor === parts.slice(0, index).reduce((total, { amountMinor }) => total + amountMinor, 0),
        );
        return sum === totalMinor && isJoined ? [] : [name];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it("ends with what somebody decided otherwise", () => {
    const [, decided] = ALL.find(([, { outcome }]) => (outcome.parties[0]?.totalMinor ?? 0) > 100) ?? [];
    if (!decided) throw new Error("nobody is charged anything");
    const [first, ...others] = decided.outcome.parties;
    if (!first) throw new Error("there is no party");
    const less = { ...first, totalMinor: first.totalMinor - 100 };
    const { parts, totalMinor } = waterfallOf(
      { ...decided, outcome: { ...decided.outcome, parties: [less, ...others] } },
      first.party,
    );
    expect(totalMinor).toBe(less.totalMinor);
    expect(parts.at(-1)).toMatchObject({
      kind: "departure",
      amountMinor: -100,
      startMinor: first.totalMinor,
    });
  });
});
