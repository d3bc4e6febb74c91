import { describe, expect, it } from "vitest";
import { SAMPLE_CONTEXT, SAMPLE_POLICY, diagnose, edited, found } from "./sample-policy.ts";
import { validatePolicy } from "./validate-policy.ts";

describe("validatePolicy", () => {
  it("gives a policy without faults back as a copy of its own", () => {
    const document = edited({});
    const { policy, diagnostics } = validatePolicy(document, SAMPLE_CONTEXT);
    expect(diagnostics).toEqual([]);
    expect(policy).toEqual(SAMPLE_POLICY);
    expect(policy).not.toBe(document);
    (document as { version: number }).version = 2;
    expect(policy?.version).toBe(1);
  });

  it("gives it back with warnings, and not with an error", () => {
    const warned = validatePolicy(edited({ "/rules/0/references": [] }), SAMPLE_CONTEXT);
    expect(warned.policy).toBeDefined();
    expect(warned.diagnostics.map(({ severity, code }) => [severity, code])).toEqual([
      ["warning", "no-citation"],
    ]);
    expect("policy" in validatePolicy(edited({ "/version": "one" }), SAMPLE_CONTEXT)).toBe(false);
  });

  it.each([undefined, null, 5, "policy", [], () => 1])("refuses %s", (value) => {
    const { policy, diagnostics } = validatePolicy(value, SAMPLE_CONTEXT);
    expect(policy).toBeUndefined();
    expect(diagnostics[0]).toMatchObject({ severity: "error", at: "" });
  });

  it("returns everything at once, by precedence of code and then by place", () => {
    expect(
      found({
        "/version": "one",
        "/calendar": "cm",
        "/parameters/threshold/value": -1,
        "/rules/8": 5,
        "/rules/9": 5,
        "/rules/10": 5,
        "/rules/7/rule/conditions/all/0/fact": "defectRtaio",
        "/rules/5/references": [],
        "/rules/3/rule/event/params/amount": { fact: "parameter.fnie" },
        "/rules/2/title": "x",
      }).filter((one) => !one.startsWith("unused")),
    ).toEqual([
      "wrong-shape /rules/8",
      "wrong-shape /rules/9",
      "wrong-shape /rules/10",

      "wrong-shape /version",
      "unknown-field /rules/2/title",
      "out-of-range /parameters/threshold/value",
      "unknown-fact /rules/7/rule/conditions/all/0/fact",
      "unknown-parameter /rules/3/rule/event/params/amount/fact",
      "unknown-calendar /calendar",
      "no-citation /rules/5/references",
    ]);
  });

  it("does not blame rules for a declaration that cannot be read", () => {
    expect(found({ "/facts/case/loss/type": "mony" })).toEqual(["unknown-value /facts/case/loss/type"]);
    expect(found({ "/facts": 5 })).toEqual(["wrong-shape /facts"]);
    expect(found({ "/parameters": undefined })).toEqual(["missing-field /parameters"]);
    expect(found({ "/grades": "warning" })).toEqual(["wrong-shape /grades"]);
    expect(found({ "/conditions": [] })).toEqual(["wrong-shape /conditions"]);
  });

  it("refuses two rules of one id", () => {
    expect(found({ "/rules/1/id": "close" })).toEqual(["duplicate-id /rules/5/id"]);
  });

  it("says the same whatever the order of fields", () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, inner]) => [key, reversed(inner)]),
      );
    };
    const edits = {
      "/version": "one",
      "/rules/7/rule/conditions/all/0/fact": "defectRtaio",
      "/guards/0": "strict",
    };
    expect(validatePolicy(reversed(edited(edits)), SAMPLE_CONTEXT).diagnostics).toEqual(diagnose(edits));
  });

  it("tells no more than a thousand findings, and still no policy with an error among the rest", () => {
    const words = Object.fromEntries(Array.from({ length: 1_500 }, (_, index) => [`w-${index}`, 5]));
    const { policy, diagnostics } = validatePolicy(edited({ "/words": words }), SAMPLE_CONTEXT);
    expect(diagnostics).toHaveLength(1_000);
    expect(policy).toBeUndefined();
  });

  const junk = [null, 5, "x", [], {}, [{ fact: 5 }], { fact: "loss" }, { all: [] }, "__proto__", true];

  it("says of anything in any place what is wrong with it, in a place that is there, and never throws", () => {
    const places = [...placesOf(SAMPLE_POLICY, "")];
    expect(places.length).toBeGreaterThan(400);
    for (const [index, place] of places.entries()) {
      for (const edits of [{ [place]: undefined }, { [place]: junk[index % junk.length] }]) {
        const document = edited(edits);
        const { policy, diagnostics } = validatePolicy(document, SAMPLE_CONTEXT);
        expect(policy === undefined).toBe(diagnostics.some(({ severity }) => severity === "error"));
        for (const { at } of diagnostics) expect(isIn(document, at), `${place} → ${at}`).toBe(true);
      }
    }
  });
});

function* placesOf(value: unknown, at: string): Generator<string> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield `${at}/${key}`;
    yield* placesOf(inner, `${at}/${key}`);
  }
}

/** Whether a pointer leads to something, or names a field that is missing from something that is there. */
function isIn(document: unknown, at: string): boolean {
  const path = at.split("/").slice(1);
  const parent = path
    .slice(0, -1)
    .reduce((inner: unknown, part) => (inner as Record<string, unknown> | undefined)?.[part], document);
  return at === "" || (typeof parent === "object" && parent !== null);
}
