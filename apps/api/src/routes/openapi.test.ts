import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { BODY_EXAMPLES } from "../docs/body-examples.ts";
import { EXAMPLE_A } from "../docs/example.ts";
import { declaredRoutes } from "../http/route.ts";
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
    const pages = [
      "GET /",
      "GET /app/:file",
      "GET /favicon.svg",
      "GET /docs",
      "GET /docs/:file",
      "GET /assets/notice.css",
      "GET /assets/fonts/noto-sans-sc/:file",
      "GET /assets/:version/notice.css",
      "GET /assets/:version/fonts/noto-sans-sc/:file",
      "GET /api/auth/callback/oidc",
      "GET /welcome/:token",
      "POST /welcome/:token",
      "GET /welcome/sign-in-failed",
    ];
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

  it("names every operation, each by a name of its own", () => {
    const names = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(names.filter((name) => !/^[a-z][A-Za-z]+$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it("says of every operation what it asks for, and what others are answered", () => {
    for (const { method, path, permission } of declaredRoutes(app)) {
      const address = path.replaceAll(/:(\w+)/g, "{$1}");
      const operation = document.paths[address]?.[method.toLowerCase()];
      if (!operation) continue;
      const isOpen = permission === "public";
      expect(operation.security.length === 0, `${method} ${path}`).toBe(isOpen);
      if (isOpen) continue;
      const said = permission === "self" ? "For whoever is known." : `Permission \`${permission}\`: `;
      expect(operation.description).toContain(said);
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(["401", "403", "503"]));
    }
  });

  it("describes every group of operations, and no other", () => {
    const used = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).flatMap(({ tags }) => tags),
    );
    expect([...new Set(used)].toSorted()).toEqual(document.tags.map(({ name }) => name).toSorted());
  });

  it("shows for every body of JSON one that fits", () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const unfit = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).flatMap(({ operationId, requestBody }) => {
        const body = requestBody?.content["application/json"];
        if (!body) return [];
        const { components } = document;
        const fits = ajv.compile({ ...(body.schema as object), components });
        return body.example !== undefined && fits(body.example) ? [] : [operationId];
      }),
    );
    expect(unfit).toEqual([]);
    expect(
      Object.keys(BODY_EXAMPLES).filter((name) => !JSON.stringify(document).includes(`"${name}"`)),
    ).toEqual([]);
  });

  it("tells for every operation which headers it heeds", () => {
    for (const methods of Object.values(document.paths)) {
      for (const { parameters = [] } of Object.values(methods)) {
        const headers = parameters.flatMap(({ $ref }) => $ref?.split("/").at(-1) ?? []);
        expect(headers).toEqual(["Accept-Language", "X-Request-Id"]);
      }
    }
  });

  it.each([
    { method: "get", path: "/v1/policies", address: "/v1/policies", status: 200 },
    { method: "get", path: "/v1/policies", address: "/v1/policies?limit=1", status: 400 },
    { method: "get", path: "/v1/policies/{id}", address: "/v1/policies/complaint-fine", status: 404 },
    {
      method: "get",
      path: "/v1/policies/{id}/versions/{version}/reading",
      address: "/v1/policies/complaint-fines/versions/2/reading",
      status: 200,
    },
    { method: "delete", path: "/v1/policies", address: "/v1/policies", status: 405 },
    { method: "post", path: "/v1/policies/{id}/evaluate", address: "/v1/policies/x/evaluate", status: 415 },
  ])(
    "describes the headers that $method $address is answered with",
    async ({ method, path, address, status }) => {
      const response = await app.request(address, { method: method.toUpperCase() });
      const [operation] = Object.values(document.paths[path] ?? {});
      const described = Object.keys(operation?.responses[String(status)]?.headers ?? {});
      expect(response.status).toBe(status);
      // Which of the two a body lacks decides which of them is said.
      const sometimes = status === 415 ? ["Accept-Encoding"] : [];
      expect(described.filter((name) => !response.headers.has(name))).toEqual(sometimes);
      const known = ["Allow", "Accept", "Content-Language", "Retry-After", "X-Request-Id"];
      expect(known.filter((name) => response.headers.has(name) && !described.includes(name))).toEqual([]);
    },
  );

  it("describes `Retry-After` where the rules are not there yet", async () => {
    const loading = sampleApp({ rules: () => ({ state: "loading" }) });
    const response = await loading.request("/v1/policies");
    expect([response.status, response.headers.get("Retry-After")]).toEqual([503, "1"]);
    expect(document.paths["/v1/policies"]?.["get"]?.responses["503"]?.headers).toHaveProperty("Retry-After");
  });

  it.each([
    {
      status: "400",
      path: "/v1/policies/{id}/evaluate",
      address: "/v1/policies/complaint-fines/evaluate",
      body: '{ "case": }',
    },
    {
      status: "422",
      path: "/v1/policies/{id}/evaluate",
      address: "/v1/policies/complaint-fines/evaluate",
      body: JSON.stringify(EXAMPLE_A.request).replace("lossAmount", "lossAmuont"),
    },
    { status: "400", path: "/v1/policies", address: "/v1/policies?limit=1" },
    { status: "404", path: "/v1/policies/{id}", address: "/v1/policies/complaint-fine" },
  ])("shows the very problem of $status that $path answers with", async ({ status, path, address, body }) => {
    const asked =
      body === undefined ? {} : { method: "POST", body, headers: { "Content-Type": "application/json" } };
    const answer = (await (await app.request(address, asked)).json()) as object;
    const [operation] = Object.values(document.paths[path] ?? {});
    const shown = operation?.responses[status]?.content["application/problem+json"]?.example;
    expect(shown).toEqual({ ...answer, instance: "0b7c1e0e-6a53" });
    expect(String((shown as { status: number }).status)).toBe(status);
  });

  it("shows example A with the very answer that the service gives to it", async () => {
    const operation = document.paths["/v1/policies/{id}/evaluate"]?.["post"];
    expect(operation?.requestBody?.content["application/json"]?.example).toEqual(EXAMPLE_A.request);
    const answer = await app.request("/v1/policies/complaint-fines/evaluate", {
      method: "POST",
      body: JSON.stringify(EXAMPLE_A.request),
      headers: { "Content-Type": "application/json" },
    });
    expect(operation?.responses["200"]?.content["application/json"]?.example).toEqual(await answer.json());
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
  readonly operationId: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly security: readonly object[];
  readonly parameters?: readonly { readonly $ref?: string }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Record<string, { description?: string; headers?: object; content: Content }>;
};
type OpenApi = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  readonly components: object;
  readonly tags: readonly { readonly name: string }[];
};
