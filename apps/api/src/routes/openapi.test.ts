import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { EXAMPLE_A } from "../docs/example.ts";
import { sampleApp } from "../sample-surroundings.ts";

const app = sampleApp();
const document = (await (await app.request("/openapi.json")).json()) as OpenApi;

describe("GET /openapi.json", () => {
  it("is a valid document of OpenAPI 3.1", async () => {
    expect(document.openapi).toBe("3.1.0");
    expect(await new Validator().validate(structuredClone(document))).toEqual({ valid: true });
  });

  it("is found invalid by the same check once a response lacks its description", async () => {
    const broken = structuredClone(document);
    delete broken.paths["/healthz"]?.["get"]?.responses["200"]?.description;
    expect((await new Validator().validate(broken)).valid).toBe(false);
  });

  it("describes every address there is, the pages aside, and none that there is not", () => {
    const served = app.routes
      .filter(({ method }) => method !== "ALL")
      .map(({ method, path }) => `${method} ${path}`);
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`),
    );
    const pages = ["GET /", "GET /docs", "GET /docs/:file"];
    expect(described.toSorted()).toEqual(served.filter((route) => !pages.includes(route)).toSorted());
  });

  it("describes for every address what a problem looks like", () => {
    for (const methods of Object.values(document.paths)) {
      for (const { responses } of Object.values(methods)) {
        const problems = Object.entries(responses).filter(([status]) => Number(status) >= 400);
        expect(problems.map(([status]) => status)).toEqual(
          expect.arrayContaining(["400", "405", "431", "500"]),
        );
        for (const [, { content }] of problems) {
          expect(content["application/problem+json"]?.schema).toEqual({
            $ref: "#/components/schemas/Problem",
          });
        }
      }
    }
  });

  it("shows example A with the very answer that the service gives to it", async () => {
    const { requestBody, responses } = document.paths["/v1/policies/{id}/evaluate"]?.["post"] ?? {
      responses: {},
    };
    expect(requestBody?.content["application/json"]?.example).toEqual(EXAMPLE_A.request);
    const answer = await app.request("/v1/policies/complaint-fines/evaluate", {
      method: "POST",
      body: JSON.stringify(EXAMPLE_A.request),
      headers: { "Content-Type": "application/json" },
    });
    expect(responses["200"]?.content["application/json"]?.example).toEqual(await answer.json());
  });

  it("is given without the answer while the rules are loading", async () => {
    const loading = sampleApp({ rules: () => ({ state: "loading" }) });
    const early = (await (await loading.request("/openapi.json")).json()) as OpenApi;
    expect(
      early.paths["/v1/policies/{id}/evaluate"]?.["post"]?.responses["200"]?.content["application/json"],
    ).not.toHaveProperty("example");
  });
});

type Content = Readonly<Record<string, { readonly schema: unknown; readonly example?: unknown }>>;
type Operation = {
  readonly requestBody?: { readonly content: Content };
  readonly responses: Record<string, { description?: string; content: Content }>;
};
type OpenApi = { openapi: string; paths: Record<string, Record<string, Operation>> };
