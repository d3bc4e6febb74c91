import { readFileSync } from "node:fs";
import type { AnySchema } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { sampleApp } from "../sample-surroundings.ts";

describe("GET /v1/schemas/policy.json", () => {
  it("gives the schema of policy documents, as JSON Schema 2020-12", async () => {
    const response = await sampleApp().request("/v1/schemas/policy.json");
    expect(response.headers.get("Content-Type")).toBe("application/schema+json");
    const schema = (await response.json()) as AnySchema;
    const isPolicy = new Ajv2020({ strict: false }).compile(schema);
    const document: unknown = JSON.parse(
      readFileSync(new URL("../../../../rules/complaint-fines/v2.json", import.meta.url), "utf8"),
    );
    expect(schema).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema" });
    expect(isPolicy(document)).toBe(true);
    expect(isPolicy({ ...(document as object), rules: 7 })).toBe(false);
  });
});
