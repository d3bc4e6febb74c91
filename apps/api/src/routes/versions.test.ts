import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { problemOf, sampleApp } from "../sample-surroundings.ts";

const app = sampleApp();

describe("GET /v1/policies/{id}/versions/{version}", () => {
  it("gives the document as it stands in the rules, its hash and what validation noted", async () => {
    const given = (await (await app.request("/v1/policies/complaint-fines/versions/1")).json()) as {
      policy: unknown;
    };
    const file = readFileSync(new URL("../../../../rules/complaint-fines/v1.json", import.meta.url), "utf8");
    expect(given.policy).toEqual(JSON.parse(file));
    expect(given).toMatchObject({
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      effectiveUntil: "2026-06-30",
      warnings: expect.arrayContaining([
        expect.objectContaining({ code: "grade-inversion", severity: "warning" }),
      ]) as object[],
    });
  });

  it("refuses a version that there is not, and names those there are", async () => {
    const problem = await problemOf(await app.request("/v1/policies/complaint-fines/versions/3"));
    expect(problem).toMatchObject({
      code: "unknown-version",
      status: 404,
      errors: [{ help: "versions: 1, 2" }],
    });
  });

  it.each(["0", "-1", "1.0", "1e0", "abc", "9999999999", "%20", "1;2"])(
    "refuses `%s`, which is no version number",
    async (version) => {
      const problem = await problemOf(await app.request(`/v1/policies/complaint-fines/versions/${version}`));
      expect(problem).toMatchObject({
        code: "invalid-parameter",
        status: 400,
        errors: [{ pointer: "/version" }],
      });
    },
  );
});
