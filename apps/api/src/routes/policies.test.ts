import { describe, expect, it } from "vitest";
import { problemOf, sampleApp } from "../sample-surroundings.ts";

const app = sampleApp();

describe("GET /v1/policies", () => {
  it("lists every policy with its versions and their days in force", async () => {
    const { policies } = (await (await app.request("/v1/policies")).json()) as {
      policies: readonly { id: string }[];
    };
    expect(policies.map(({ id }) => id)).toEqual([
      "after-sales-crisis",
      "branch-complaints",
      "complaint-fines",
      "dealer-complaints",
      "delivery-compensation",
      "fair-attribution",
      "first-contact",
      "manufacturer-complaints",
      "order-incident",
      "property-complaints",
    ]);
  });
});

describe("GET /v1/policies/{id}", () => {
  it("tells of one policy", async () => {
    expect(await (await app.request("/v1/policies/complaint-fines")).json()).toMatchObject({
      id: "complaint-fines",
      title: { en: "Complaint responsibility and bonus deduction" },
      appliesBy: "receivedOn",
      timeZone: "Asia/Shanghai",
      versions: [
        { version: 1, effectiveUntil: "2026-06-30" },
        { version: 2, effectiveUntil: null },
      ],
    });
  });

  it.each(["__proto__", "constructor", "..%2f..%2fetc", "complaint%E0%A4%A"])(
    "refuses the id `%s` as unknown",
    async (id) => {
      expect(await problemOf(await app.request(`/v1/policies/${id}`))).toMatchObject({
        code: "unknown-policy",
        status: 404,
      });
    },
  );
});
