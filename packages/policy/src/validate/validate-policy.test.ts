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
});
