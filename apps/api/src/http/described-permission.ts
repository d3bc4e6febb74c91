import type { Permission } from "@evenhand/domain";
import { type ProblemCode, SECOND_FACTOR_PERMISSIONS, whoMay } from "@evenhand/service";
import type { RouteConfig } from "@hono/zod-openapi";
import { problemResponses } from "../contract/problem.ts";
import type { Asked } from "./admission.ts";
import type { ApiApp } from "./env.ts";

/** Puts the ways to say who one is into the document, once, for every route to refer to. */
export function describeSecurity(app: ApiApp): void {
  app.openAPIRegistry.registerComponent("securitySchemes", "key", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "evh_<prefix>_<secret>",
    description: "The key of another system.",
  });
  app.openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: "evenhand.session_token",
    description:
      "The session of a person who signed in; `__Host-evenhand.session_token` over HTTPS. Requests that change something bring an `Origin`.",
  });
}

type Described = Omit<RouteConfig, "security">;

/** A route with what it asks for: who may, how they say who they are, and what others are answered. */
export function withPermission(config: Described, asked: Asked): RouteConfig {
  if (asked.permission === "public") return { ...config, security: [] };
  const { scopes } = whoMay(asked.permission);
  const takesKeys = scopes.length > 0 || asked.permission === "self";
  const description = [config.description, permissionLine(asked)].filter((text) => text !== undefined);
  return {
    ...config,
    description: description.join("\n\n"),
    security: [...(takesKeys ? [{ key: [] }] : []), { session: [] }],
    responses: { ...config.responses, ...refusals(config.responses, asked.permission) },
  };
}

function permissionLine({ permission, own = false }: Asked): string {
  if (permission === "self") return "For whoever is known.";
  const { roles, scopes } = whoMay(permission, { own });
  const names = [...roles.map((role) => `\`${role}\``), ...scopes.map((scope) => `keys with \`${scope}\``)];
  return `Permission \`${permission}\`: ${names.join(", ")}.`;
}

/** What a route that is not public adds to its answers; what it describes under the same status stays in front. */
function refusals(responses: RouteConfig["responses"], permission: Permission): RouteConfig["responses"] {
  const codes: readonly ProblemCode[] = [
    "not-signed-in",
    "wrong-origin",
    "not-allowed",
    ...(SECOND_FACTOR_PERMISSIONS.has(permission) ? (["second-factor-needed"] as const) : []),
    "not-ready",
    "store-unavailable",
  ];
  const added = Object.entries(problemResponses(...codes)).filter(([status]) => STATUSES.has(status));
  return Object.fromEntries(
    added.map(([status, response]) => {
      const own = responses[status];
      const before = own && "description" in own ? `${own.description}; ` : "";
      return [status, { ...response, ...own, description: `${before}${response.description}` }];
    }),
  );
}

const STATUSES: ReadonlySet<string> = new Set(["401", "403", "503"]);
