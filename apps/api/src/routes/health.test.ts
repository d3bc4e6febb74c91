import { describe, expect, it } from "vitest";
import { SAMPLE_RULES, problemOf, sampleApp } from "../sample-surroundings.ts";

describe("GET /healthz", () => {
  it("answers also while the rules are loading", async () => {
    const response = await sampleApp({ rules: () => ({ state: "loading" }) }).request("/healthz");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: "ok" });
  });
});

describe("GET /readyz", () => {
  it("is ready once every rule file is in use", async () => {
    expect((await sampleApp().request("/readyz")).status).toBe(200);
  });

  it("is not ready while the rules are loading", async () => {
    const response = await sampleApp({ rules: () => ({ state: "loading" }) }).request("/readyz");
    expect(await problemOf(response)).toMatchObject({ code: "not-ready", status: 503 });
  });

  it("is not ready as long as a rule file is left out, and names each of them", async () => {
    const left = ["a/v1.json", "b/v1.json"].map((path) => ({ path, isUsed: false, diagnostics: [] }));
    const app = sampleApp({
      rules: () => ({ ...SAMPLE_RULES, reports: [...SAMPLE_RULES.reports, ...left] }),
    });
    const problem = await problemOf(await app.request("/readyz"));
    expect(problem).toMatchObject({ code: "not-ready", status: 503 });
    expect(problem.errors.map(({ detail }) => detail)).toEqual([
      "the rule file `a/v1.json` has errors and is left out",
      "the rule file `b/v1.json` has errors and is left out",
    ]);
    expect((await app.request("/v1/policies/complaint-fines")).status).toBe(200);
  });
});
