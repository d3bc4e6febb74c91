import { readFileSync } from "node:fs";
import { verifierKeyOf } from "@evenhand/evidence";
import { MOST_LEAVES, readBundle, readCheckpoint, receiptOf, receiptOfEvent } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { logBundle, logKey, receipt, savedCheckpoint } from "../contract/evidence.ts";
import { problemResponses } from "../contract/problem.ts";
import type { ApiApp, ApiContext, Surroundings } from "../http/env.ts";
import { type ParameterReader, readPathParameter, readQuery } from "../http/parameters.ts";
import { foundOrRefused, refused } from "../http/problem.ts";
import { oneOf } from "../http/readers.ts";
import { addRoute, jsonResponse, pathParameter } from "../http/route.ts";

const TAGS = ["evidence"];
const STORE_CODES = ["not-ready", "store-unavailable"] as const;

/** Receipts, the log's checkpoints and what verifies them. */
export function evidenceRoutes(app: ApiApp, surroundings: Surroundings): void {
  decisionReceiptRoute(app, surroundings);
  eventReceiptRoute(app, surroundings);
  checkpointRoute(app, surroundings);
  bundleRoute(app, surroundings);
  keyRoute(app, surroundings);
  verifierRoute(app);
}

function decisionReceiptRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/decisions/{id}/receipt",
      operationId: "getDecisionReceipt",
      // Not for whoever may read their own only: a receipt holds everything about every party.
      permission: "decisions:read",
      tags: TAGS,
      summary: "What shows that a decision was recorded so",
      description:
        "Verified by `evenhand verify receipt.json`, by `GET /v1/log/verify.mjs`, or by whoever follows the page on " +
        "evidence. Names and texts are opened in it for whoever may see them.",
      request: { params: z.object({ id: z.string().openapi({ description: "The id of a decision." }) }) },
      responses: {
        200: { description: "The receipt.", content: { "application/json": { schema: receipt } } },
        ...problemResponses("not-found", "invalid-parameter", ...STORE_CODES),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { actor: c.get("actor"), decision: pathParameter(c, "id") };
      return asTheyAre(c, foundOrRefused(await receiptOf(surroundings.service(), ask)).receipt);
    },
  );
}

function eventReceiptRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/audit-events/{id}/receipt",
      operationId: "getAuditEventReceipt",
      permission: "evidence:read",
      tags: TAGS,
      summary: "What shows that an audit event stands in the log",
      request: {
        params: z.object({
          id: z
            .int()
            .min(1)
            .openapi({ param: { name: "id", in: "path", required: true } }),
        }),
      },
      responses: {
        200: { description: "The receipt.", content: { "application/json": { schema: receipt } } },
        ...problemResponses("not-found", "invalid-parameter", ...STORE_CODES),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { actor: c.get("actor"), auditEvent: readPathParameter(c, "id", EVENT) };
      return asTheyAre(c, foundOrRefused(await receiptOfEvent(surroundings.service(), ask)).receipt);
    },
  );
}

const EVENT: ParameterReader<number> = {
  read: (text) => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined),
  wanted: { en: "the number of an audit event", zh: "审计记录的编号" },
};

function checkpointRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/log/checkpoint",
      operationId: "getCheckpoint",
      permission: "evidence:read",
      tags: TAGS,
      summary: "The newest checkpoint of the log",
      description:
        "Over everything that was kept until now. Whoever keeps it elsewhere can tell later on whether the log only grew.",
      responses: {
        200: { description: "The checkpoint.", content: { "application/json": { schema: savedCheckpoint } } },
        ...problemResponses("invalid-parameter", ...STORE_CODES),
      },
    },
    async (c) => {
      readQuery(c, {});
      return asTheyAre(c, (await readCheckpoint(surroundings.service())).body);
    },
  );
}

const MOST_SINCE = 999_999_999_999;

function bundleRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/log/bundle",
      operationId: "getLogBundle",
      permission: "evidence:read",
      tags: TAGS,
      summary: "What shows that the log only grew since a checkpoint",
      description:
        `With \`leaves=yes\` the events in between go along, at most ${MOST_LEAVES} of them: where there are more, the ` +
        "bundle leads to an earlier checkpoint than the newest, from which to ask again.",
      request: {
        query: z.object({
          since: z
            .int()
            .min(0)
            .max(MOST_SINCE)
            .openapi({ description: "The size of the checkpoint that was kept." }),
          leaves: z.enum(["yes", "no"]).optional().openapi({ description: "Default `no`." }),
        }),
      },
      responses: {
        200: { description: "The bundle.", content: { "application/json": { schema: logBundle } } },
        ...problemResponses("invalid-parameter", ...STORE_CODES),
      },
    },
    async (c) => {
      const { since, leaves } = readQuery(c, { since: SIZE, leaves: oneOf(["yes", "no"]) });
      if (since === undefined) throw NO_SIZE;
      const asked = { since, leaves: leaves === "yes" };
      return asTheyAre(c, foundOrRefused(await readBundle(surroundings.service(), asked)).body);
    },
  );
}

const SIZE: ParameterReader<number> = {
  read: (text) => (/^\d{1,12}$/.test(text) ? Number(text) : undefined),
  wanted: { en: "the size of a checkpoint, a whole number from 0", zh: "检查点的规模，即不小于0的整数" },
};

const NO_SIZE = refused({
  code: "invalid-parameter",
  at: "/since",
  message: { en: "`since` is missing", zh: "缺少`since`" },
  help: {
    en: "give the size of the checkpoint that was kept, which is its second line",
    zh: "请填写所保存检查点的规模，即其第二行",
  },
});

function keyRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/log/key",
      operationId: "getLogKey",
      permission: "public",
      tags: TAGS,
      summary: "The public key that signs the log",
      description: "Auditors should have it over a way of their own as well; it is printed at every start.",
      responses: {
        200: { description: "The key.", content: { "application/json": { schema: logKey } } },
        ...problemResponses("invalid-parameter", "not-ready"),
      },
    },
    (c) => {
      readQuery(c, {});
      return jsonResponse(c, { vkey: verifierKeyOf(surroundings.service().signer) });
    },
  );
}

function verifierRoute(app: ApiApp): void {
  let verifier: string | undefined;
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/log/verify.mjs",
      operationId: "getVerifier",
      permission: "public",
      tags: TAGS,
      summary: "The verifier that an auditor can carry",
      description:
        "One file for Node 18 or later, without dependencies: `node verify.mjs receipt.json --key VKEY`.",
      responses: {
        200: {
          description: "The program.",
          content: { "text/javascript": { schema: z.string() } },
        },
        ...problemResponses("invalid-parameter"),
      },
    },
    (c) => {
      readQuery(c, {});
      verifier ??= readFileSync(new URL("../verify.mjs", import.meta.resolve("@evenhand/evidence")), "utf8");
      return c.body(verifier, 200, {
        "Content-Type": "text/javascript; charset=utf-8",
        "Content-Disposition": 'attachment; filename="verify.mjs"',
      });
    },
  );
}

/** Evidence is sent as the bytes that it was made of. */
function asTheyAre(c: ApiContext, text: string): Response {
  return c.body(text, 200, { "Content-Type": "application/json" });
}
