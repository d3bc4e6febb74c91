import { readFileSync } from "node:fs";
import { tryExample } from "@evenhand/engine";
import { describe, expect, it } from "vitest";
import { documentText } from "../policies/policy-document.ts";
import { openRulebook } from "../rulebook/open-rulebook.ts";
import { samplePolicies } from "./sample-policy.ts";

const { rulebook } = openRulebook({
  policies: [],
  guards: [file("guards/cn.json"), file("guards/cn-gd.json")],
  calendars: [file("calendars/cn.json")],
});
const VERSIONS = samplePolicies({
  id: "sample-conduct",
  effectiveFrom: ["2024-06-10", "2025-05-16", "2026-02-10"],
  ground: rulebook.ground(),
});

function file(path: string) {
  return { path, text: readFileSync(new URL(`../../../../rules/${path}`, import.meta.url), "utf8") };
}

/** Where the examples of a version fail, as pointers into its document. */
function failuresOf(document: object): readonly string[] {
  const { loaded, diagnostics } = rulebook.tryOut(documentText({ ...document }));
  if (!loaded) throw new Error(JSON.stringify(diagnostics));
  return loaded.version.policy.examples.flatMap((example, index) =>
    tryExample(loaded, { example, index }).failures.map(({ at }) => at),
  );
}

describe("the examples of the sample policy", () => {
  it("come out in every version", () => {
    expect(VERSIONS.map(failuresOf)).toEqual([[], [], []]);
  });

  it("notice a fine that was changed by accident by its amount", () => {
    const changed = structuredClone(VERSIONS[2]) as {
      readonly parameters: Record<string, { value: number }>;
    };
    changed.parameters["smallFine"] = { ...changed.parameters["smallFine"], value: 10_025 };
    expect(failuresOf(changed)).toEqual([
      "/examples/0/expect/parties/0/fineMinor",
      "/examples/0/expect/parties/0/totalMinor",
    ]);
  });
});
