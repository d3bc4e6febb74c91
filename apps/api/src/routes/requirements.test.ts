import { describe, expect, it } from "vitest";
import { problemOf, sampleApp } from "../sample-surroundings.ts";

const app = sampleApp();

describe("GET …/requirements", () => {
  it.each([
    { address: "/v1/policies/complaint-fines/requirements", version: 2 },
    { address: "/v1/policies/complaint-fines/requirements?version=1", version: 1 },
    { address: "/v1/policies/complaint-fines/versions/1/requirements", version: 1 },
  ])("tells at $address what version $version needs, by which rules", async ({ address, version }) => {
    const needed = (await (await app.request(address)).json()) as { facts: readonly object[] };
    expect(needed).toMatchObject({
      policy: { id: "complaint-fines", version },
      example: { case: { reference: "EXAMPLE-1" } },
    });
    expect(needed.facts).toContainEqual(
      expect.objectContaining({
        name: "responsible",
        scope: "party",
        readBy: expect.arrayContaining(["bear-when-traced"]) as string[],
      }),
    );
  });

  it("refuses a misspelt parameter instead of answering for another version", async () => {
    const problem = await problemOf(await app.request("/v1/policies/complaint-fines/requirements?verison=1"));
    expect(problem).toMatchObject({
      code: "invalid-parameter",
      errors: [{ pointer: "/verison", help: "did you mean `version`?" }],
    });
  });

  it("lists every problem with the parameters", async () => {
    const problem = await problemOf(
      await app.request("/v1/policies/complaint-fines/requirements?version=x&version=1&__proto__=1"),
    );
    expect(problem.errors.map(({ pointer }) => pointer)).toEqual(["/version", "/version", "/__proto__"]);
  });

  it("refuses an unknown policy and an unknown version", async () => {
    expect(await problemOf(await app.request("/v1/policies/nowhere/requirements"))).toMatchObject({
      code: "unknown-policy",
    });
    expect(
      await problemOf(await app.request("/v1/policies/complaint-fines/requirements?version=9")),
    ).toMatchObject({ code: "unknown-version" });
  });
});
