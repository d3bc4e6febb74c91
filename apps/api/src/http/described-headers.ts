import type { RouteConfig } from "@hono/zod-openapi";
import type { ApiApp } from "./env.ts";

/** Headers of answers by name, as an OpenAPI document refers to them. */
type Headers = Readonly<Record<string, { readonly $ref: string }>>;

const REQUEST_HEADERS = {
  "Accept-Language": {
    description:
      "The language of what is written to be read: Chinese in any script or region, or English, whichever weighs more.",
    schema: { type: "string" },
    example: "zh-CN, en;q=0.8",
  },
  "X-Request-Id": {
    description: "An id of your own for the request; another one, or none, is replaced by a new id.",
    schema: { type: "string", pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$" },
  },
} as const;

const RESPONSE_HEADERS = {
  "X-Request-Id": {
    description: "The id of the request, as it stands in the log.",
    schema: { type: "string" },
  },
  "Content-Language": {
    description: "The language of what is written to be read.",
    schema: { type: "string", pattern: "^(zh|en)$" },
  },
  Allow: { description: "The methods that the address takes.", schema: { type: "string" } },
  Accept: { description: "The type that a body may have.", schema: { type: "string" } },
  "Accept-Encoding": { description: "How a body may be encoded.", schema: { type: "string" } },
  "WWW-Authenticate": { description: "How to say who one is.", schema: { type: "string" } },
  "Retry-After": {
    description: "Seconds after which to come back; not with every code.",
    schema: { type: "integer", minimum: 1 },
  },
} as const;

/** Of an answer with sentences in one language. */
export const IN_ONE_LANGUAGE: Headers = named(["Content-Language"]);

const OF_EVERY_ANSWER = named(["X-Request-Id"]);
const OF_STATUS: Readonly<Record<string, Headers>> = {
  401: named(["WWW-Authenticate"]),
  405: named(["Allow"]),
  415: named(["Accept", "Accept-Encoding"]),
  429: named(["Retry-After"]),
  503: named(["Retry-After"]),
};

/** Puts the headers into the document, once, for every route to refer to. */
export function describeHeaders(app: ApiApp): void {
  for (const [name, header] of Object.entries(REQUEST_HEADERS))
    app.openAPIRegistry.registerComponent("parameters", name, {
      name,
      in: "header",
      required: false,
      ...header,
    });
  for (const [name, header] of Object.entries(RESPONSE_HEADERS))
    app.openAPIRegistry.registerComponent("headers", name, header);
}

/** A route with the headers that every request may bring and that its answers carry. */
export function withHeaders<Config extends RouteConfig>(config: Config): Config {
  const responses = Object.entries(config.responses).map(([status, response]) => [
    status,
    "$ref" in response ? response : { ...response, headers: headersOf(status, response.headers) },
  ]);
  return {
    ...config,
    parameters: Object.keys(REQUEST_HEADERS).map((name) => ({ $ref: `#/components/parameters/${name}` })),
    responses: Object.fromEntries(responses) as Config["responses"],
  };
}

function headersOf(status: string, own: object | undefined): object {
  const isProblem = Number(status) >= 400;
  return { ...OF_EVERY_ANSWER, ...(isProblem ? IN_ONE_LANGUAGE : {}), ...OF_STATUS[status], ...own };
}

function named(names: readonly (keyof typeof RESPONSE_HEADERS)[]): Headers {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
