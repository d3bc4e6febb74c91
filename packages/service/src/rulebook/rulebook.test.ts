import { readFileSync } from "node:fs";
import type { EvaluateRequest, Policy, Refusal, RuleFile, RuleFiles } from "@evenhand/domain";
import { describe, expect, it, vi } from "vitest";
import { openRulebook } from "./open-rulebook.ts";

const FINES_1 = rule("complaint-fines/v1.json");
const FINES_2 = rule("complaint-fines/v2.json");
const CALENDAR = rule("calendars/cn.json");
const GUARD = rule("guards/cn.json");
const FILES: RuleFiles = { policies: [FINES_1, FINES_2], guards: [GUARD], calendars: [CALENDAR] };
const EVALUATED_AT = Date.UTC(2026, 6, 10, 1);

describe("openRulebook", () => {
  it("opens every sound file and reports it as used, its warnings with it", () => {
    const { reports } = openRulebook(FILES);
    expect(reports.map(({ path, isUsed }) => [path, isUsed])).toEqual([
      ["calendars/cn.json", true],
      ["guards/cn.json", true],
      ["complaint-fines/v1.json", true],
      ["complaint-fines/v2.json", true],
    ]);
    expect(reports[2]?.diagnostics.map(({ code }) => code)).toContain("grade-inversion");
    expect(reports[3]?.diagnostics.map(({ code }) => code)).not.toContain("grade-inversion");
  });

  it("keeps a policy with an error out, with all its diagnostics, and uses the others", () => {
    const broken = edited(FINES_2, (policy) => ({ ...policy, rules: [], appliesBy: "nowhere" }));
    const { rulebook, reports } = openRulebook({ ...FILES, policies: [FINES_1, broken] });
    expect(reports.at(-1)).toMatchObject({ path: "complaint-fines/v2.json", isUsed: false });
    expect(reports.at(-1)?.diagnostics.some(({ severity }) => severity === "error")).toBe(true);
    expect(rulebook.policies()[0]?.versions.map(({ version }) => version)).toEqual([1]);
  });

  it.each([
    { what: "another version", path: "complaint-fines/v3.json" },
    { what: "another policy", path: "order-incident/v2.json" },
    { what: "no version", path: "complaint-fines/draft.json" },
    { what: "a version with a leading zero", path: "complaint-fines/v02.json" },
  ])("keeps a file out that is named after $what", ({ path }) => {
    const { reports } = openRulebook({ ...FILES, policies: [{ ...FINES_2, path }] });
    expect(reports.at(-1)).toMatchObject({ path, isUsed: false });
    expect(reports.at(-1)?.diagnostics[0]?.code).toBe("misplaced-file");
  });

  it("keeps a policy out whose calendar is broken, and names both files", () => {
    const { rulebook, reports } = openRulebook({
      ...FILES,
      calendars: [{ ...CALENDAR, text: '{"id":"cn"}' }],
    });
    const left = reports.filter(({ isUsed }) => !isUsed);
    expect(left.map(({ path }) => path)).toEqual([
      "calendars/cn.json",
      "complaint-fines/v1.json",
      "complaint-fines/v2.json",
    ]);
    expect(left[0]?.diagnostics[0]?.code).toBe("missing-field");
    expect(left[1]?.diagnostics[0]?.code).toBe("unknown-calendar");
    expect(rulebook.policies()).toEqual([]);
  });

  it.each([
    { what: "guard", files: { ...FILES, guards: [{ ...GUARD, path: "guards/fr.json" }] } },
    { what: "calendar", files: { ...FILES, calendars: [{ ...CALENDAR, path: "calendars/jp.json" }] } },
  ])("keeps a $what out that is named after another", ({ files }) => {
    const left = openRulebook(files).reports.find(({ isUsed }) => !isUsed);
    expect(left?.diagnostics).toMatchObject([{ code: "misplaced-file", severity: "error" }]);
  });

  it("reads hostile text as what it is", () => {
    const { reports } = openRulebook({
      ...FILES,
      policies: [{ path: "complaint-fines/v2.json", text: "[".repeat(100_000) }],
    });
    expect(reports.at(-1)?.diagnostics.map(({ code }) => code)).toEqual(["too-deep"]);
  });
});

describe("rulebook.policies", () => {
  it("tells of each version from when to when it is in force", () => {
    const [fines] = openRulebook(FILES).rulebook.policies();
    expect(fines).toMatchObject({
      id: "complaint-fines",
      appliesBy: "receivedOn",
      timeZone: "Asia/Shanghai",
      versions: [
        { version: 1, effectiveFrom: "2025-07-01", effectiveUntil: "2026-06-30" },
        { version: 2, effectiveFrom: "2026-07-01", effectiveUntil: null },
      ],
    });
    expect(fines?.versions[1]?.hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("rulebook.version and rulebook.requirements", () => {
  const { rulebook } = openRulebook(FILES);

  it("give the newest version where none is named", () => {
    expect(rulebook.version("complaint-fines")).toMatchObject({ version: { policy: { version: 2 } } });
    expect(rulebook.requirements("complaint-fines")).toMatchObject({
      requirements: { policy: { version: 2 } },
    });
    expect(rulebook.requirements("complaint-fines", 1)).toMatchObject({
      requirements: { policy: { version: 1 } },
    });
  });

  it.each([
    {
      id: "complaint-fine",
      version: undefined,
      code: "unknown-policy",
      help: "did you mean `complaint-fines`?",
    },
    { id: "__proto__", version: undefined, code: "unknown-policy", help: "policies: `complaint-fines`" },
    { id: "constructor", version: 1, code: "unknown-policy", help: "policies: `complaint-fines`" },
    { id: "complaint-fines", version: 3, code: "unknown-version", help: "versions: 1, 2" },
  ])("refuse policy `$id`, version $version as $code, and help", ({ id, version, code, help }) => {
    const found = rulebook.version(id, version);
    expect(problemsOf(found)).toMatchObject([{ code, help: { en: help } }]);
    expect(rulebook.requirements(id, version)).toEqual(found);
  });

  it("give an example request that can be sent as it stands", async () => {
    const needed = rulebook.requirements("complaint-fines");
    if ("refusal" in needed) throw new Error("refused");
    const text = JSON.stringify(needed.requirements.example);
    expect(await rulebook.evaluate("complaint-fines", text, { evaluatedAt: EVALUATED_AT })).toHaveProperty(
      "response",
    );
  });
});

describe("rulebook.evaluate", () => {
  const { rulebook } = openRulebook(FILES);
  const evaluate = (request: unknown, options = {}): ReturnType<typeof rulebook.evaluate> =>
    rulebook.evaluate("complaint-fines", JSON.stringify(request), { evaluatedAt: EVALUATED_AT, ...options });

  it("decides under the version in force on the day that the policy goes by", async () => {
    expect(await evaluate(request("2026-06-30"))).toMatchObject({ response: { policy: { version: 1 } } });
    expect(await evaluate(request("2026-07-01"))).toMatchObject({ response: { policy: { version: 2 } } });
  });

  it("decides under the version that is named, the one given apart before the request's own", async () => {
    expect(await evaluate({ ...request("2026-07-01"), policyVersion: 1 })).toMatchObject({
      response: { policy: { version: 1 } },
    });
    expect(
      await evaluate({ ...request("2026-07-01"), policyVersion: 1 }, { policyVersion: 2 }),
    ).toMatchObject({
      response: { policy: { version: 2 } },
    });
  });

  it("gives the same response under either evaluator", async () => {
    const compiled = await evaluate(request("2026-07-06"));
    expect(compiled).toHaveProperty("response");
    expect(await evaluate(request("2026-07-06"), { evaluator: "reference" })).toEqual(compiled);
  });

  it("lists what is wrong with the text and that the policy is unknown, the text first", async () => {
    const evaluation = await rulebook.evaluate("complaint", '{"case":1e400,"__proto__":{}}', {
      evaluatedAt: EVALUATED_AT,
    });
    expect(problemsOf(evaluation).map(({ code, at }) => [code, at])).toEqual([
      ["dangerous-key", "/__proto__"],
      ["inexact-number", "/case"],
      ["unknown-policy", ""],
    ]);
  });

  it("lists what is wrong with the request after that the policy is unknown", async () => {
    const evaluation = await rulebook.evaluate("nowhere", "{}", { evaluatedAt: EVALUATED_AT });
    expect(problemsOf(evaluation).map(({ code, at }) => [code, at])).toEqual([
      ["unknown-policy", ""],
      ["missing-field", "/case"],
    ]);
  });

  it("refuses more than 64 KiB, a byte beyond and not before", async () => {
    const text = JSON.stringify(request("2026-07-06"));
    const padded = (bytes: number): string => text + " ".repeat(bytes - text.length);
    const options = { evaluatedAt: EVALUATED_AT };
    expect(await rulebook.evaluate("complaint-fines", padded(65_536), options)).toHaveProperty("response");
    expect(problemsOf(await rulebook.evaluate("complaint-fines", padded(65_537), options))).toMatchObject([
      { code: "too-large" },
    ]);
  });

  it("reports a bug of ours as a failure, never as an outcome, and goes on with the next request", async () => {
    const bug = vi.spyOn(Array.prototype, "toSorted").mockImplementationOnce(() => {
      throw new TypeError("a planted bug");
    });
    const failed = await evaluate(request("2026-07-06"));
    bug.mockRestore();
    expect(failed).toMatchObject({ failure: { message: "a planted bug" } });
    expect(await evaluate(request("2026-07-06"))).toHaveProperty("response");
  });
});

describe("a policy of which a file is left out", () => {
  const broken: RuleFile = { ...FINES_2, text: "{" };
  const { rulebook } = openRulebook({ ...FILES, policies: [FINES_1, broken] });
  const evaluate = (asked: unknown): ReturnType<typeof rulebook.evaluate> =>
    rulebook.evaluate("complaint-fines", JSON.stringify(asked), { evaluatedAt: EVALUATED_AT });

  it("decides nothing by date, since the missing version might be the one in force", async () => {
    const problems = problemsOf(await evaluate(request("2025-08-01")));
    expect(problems).toMatchObject([
      { code: "policy-not-usable", at: "", help: { en: "versions that can be named all the same: 1" } },
    ]);
  });

  it("decides under a sound version that is named, and refuses the one that is left out", async () => {
    expect(await evaluate({ ...request("2026-07-06"), policyVersion: 1 })).toMatchObject({
      response: { policy: { version: 1 } },
    });
    expect(problemsOf(await evaluate({ ...request("2026-07-06"), policyVersion: 2 }))).toMatchObject([
      { code: "policy-not-usable", at: "/policyVersion" },
    ]);
    expect(problemsOf(rulebook.version("complaint-fines", 2))).toMatchObject([{ code: "policy-not-usable" }]);
  });

  it("is not listed where no version is left, and is refused as not usable rather than as unknown", async () => {
    const empty = openRulebook({ ...FILES, policies: [broken] }).rulebook;
    expect(empty.policies()).toEqual([]);
    expect(problemsOf(empty.policy("complaint-fines"))).toMatchObject([{ code: "policy-not-usable" }]);
    const evaluation = await empty.evaluate("complaint-fines", JSON.stringify(request("2026-07-06")), {
      evaluatedAt: EVALUATED_AT,
    });
    expect(problemsOf(evaluation)).toMatchObject([{ code: "policy-not-usable" }]);
  });
});

function rule(path: string): RuleFile {
  return { path, text: readFileSync(new URL(`../../../../rules/${path}`, import.meta.url), "utf8") };
}

function edited({ path, text }: RuleFile, edit: (policy: Policy) => unknown): RuleFile {
  return { path, text: JSON.stringify(edit(JSON.parse(text) as Policy)) };
}

function request(receivedOn: string): EvaluateRequest {
  const facts = {
    complaintKind: "spec-mismatch",
    lossAmount: 1_200_000,
    receivedOn,
    decidedOn: "2026-07-10",
  };
  const person = { responsible: true, basePoints: 4, unitBasePoints: 40, monthlyBonus: 200_000 };
  return { case: { reference: "C-1", facts, parties: [{ id: "P1", kind: "person", facts: person }] } };
}

function problemsOf(found: object): Refusal["problems"] {
  if (!("refusal" in found)) throw new Error("it was not refused");
  return (found.refusal as Refusal).problems;
}
