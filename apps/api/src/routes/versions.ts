import { exportVersion, listVersions, withdrawVersion } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { versionList, versionState, versionWithdrawal } from "../contract/drafts.ts";
import { versionPath } from "../contract/parameters.ts";
import { policyDocument, policyVersion } from "../contract/policies.ts";
import { problemResponses } from "../contract/problem.ts";
import { policyId } from "../contract/text.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { VERSION, readPathParameter, readQuery } from "../http/parameters.ts";
import { foundOrRefused } from "../http/problem.ts";
import { BODY_CODES, readJson } from "../http/read-json.ts";
import { addRoute, jsonResponse, pathParameter } from "../http/route.ts";
import { rulebookOf } from "../http/rulebook-of.ts";

/** `/v1/policies/{id}/versions`: what was published, which of it is in force, and each document with its identity. */
export function versionRoutes(app: ApiApp, surroundings: Surroundings): void {
  listRoute(app, surroundings);
  getRoute(app, surroundings);
  documentRoute(app, surroundings);
  withdrawRoute(app, surroundings);
}

function listRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/policies/{id}/versions",
      operationId: "listPolicyVersions",
      permission: "policies:read",
      tags: ["policies"],
      summary: "The published versions of a policy, and which is in force",
      request: { params: z.object({ id: policyId }) },
      responses: {
        200: { description: "Ascending.", content: { "application/json": { schema: versionList } } },
        ...problemResponses("unknown-policy", "invalid-parameter", "policy-not-usable", "not-ready"),
      },
    },
    async (c) => {
      readQuery(c, {});
      const asked = { policy: pathParameter(c, "id") };
      return jsonResponse(c, foundOrRefused(await listVersions(surroundings.service(), asked)));
    },
  );
}

function documentRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/policies/{id}/versions/{version}/document",
      operationId: "exportPolicyVersion",
      permission: "policies:read",
      tags: ["policies"],
      summary: "One version as a file of rules",
      description:
        "The text as it is stored, to the letter. `ETag` is the hash of the version, which reading the file gives again.",
      request: { params: versionPath },
      responses: {
        200: {
          description: "The file.",
          headers: {
            ETag: { description: "The hash of the version.", schema: { type: "string" } },
            "Content-Disposition": { description: "The name of the file.", schema: { type: "string" } },
          },
          content: { "application/json": { schema: policyDocument } },
        },
        ...problemResponses("unknown-policy", "unknown-version", "invalid-parameter", "not-ready"),
      },
    },
    async (c) => {
      readQuery(c, {});
      const version = readPathParameter(c, "version", VERSION);
      const asked = { policy: pathParameter(c, "id"), version };
      const { text, fileName, hash } = foundOrRefused(await exportVersion(surroundings.service(), asked));
      return c.body(text, 200, {
        "Content-Type": "application/json",
        "Content-Disposition": `attachment; filename="${fileName}"`,
        ETag: `"${hash}"`,
      });
    },
  );
}

function withdrawRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/policies/{id}/versions/{version}/withdraw",
      operationId: "withdrawPolicyVersion",
      permission: "policies:publish",
      tags: ["reviews"],
      summary: "Take back a version whose day has not come",
      description:
        "It stays on record, its number is not given again, and a draft may begin as it. Refused as `wrong-state` once the " +
        "version is in force, and where a decision was recorded under it.",
      request: {
        params: versionPath,
        body: { required: true, content: { "application/json": { schema: versionWithdrawal } } },
      },
      responses: {
        200: {
          description: "The version as it stands now.",
          content: { "application/json": { schema: versionState } },
        },
        ...problemResponses(
          ...BODY_CODES,
          "unknown-policy",
          "unknown-version",
          "policy-not-usable",
          "invalid-parameter",
          "not-ready",
          "wrong-state",
        ),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = {
        actor: c.get("actor"),
        policy: pathParameter(c, "id"),
        version: readPathParameter(c, "version", VERSION),
        body: await readJson(c),
      };
      return jsonResponse(c, foundOrRefused(await withdrawVersion(surroundings.service(), ask)).version);
    },
  );
}

/** The document itself, its identity and what validation noted about it. */
function getRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/policies/{id}/versions/{version}",
      permission: "policies:read",
      operationId: "getPolicyVersion",
      tags: ["policies"],
      summary: "One version, the whole document",
      request: { params: versionPath },
      responses: {
        200: { description: "The version.", content: { "application/json": { schema: policyVersion } } },
        ...problemResponses(
          "unknown-policy",
          "unknown-version",
          "invalid-parameter",
          "policy-not-usable",
          "not-ready",
        ),
      },
    },
    async (c) => {
      readQuery(c, {});
      const number = readPathParameter(c, "version", VERSION);
      const { version, effectiveUntil, warnings } = foundOrRefused(
        (await rulebookOf(surroundings)).version(pathParameter(c, "id"), number),
      );
      return jsonResponse(c, { policy: version.policy, hash: version.hash, effectiveUntil, warnings });
    },
  );
}
