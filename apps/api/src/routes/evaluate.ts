import type { LedgerCounted, LocalizedText } from "@evenhand/domain";
import { REQUEST_LIMITS, seesLedgers } from "@evenhand/service";
import { readExplanation } from "@evenhand/policy";
import { StoreUnavailable } from "@evenhand/store";
import { z } from "@hono/zod-openapi";
import { accepts } from "hono/accepts";
import { problemResponses } from "../contract/problem.ts";
import { evaluateRequest } from "../contract/request.ts";
import { evaluateResponse } from "../contract/response.ts";
import { policyId } from "../contract/text.ts";
import { EXAMPLE_A } from "../docs/example.ts";
import { IN_ONE_LANGUAGE } from "../http/described-headers.ts";
import type { ApiApp, ApiContext, Surroundings } from "../http/env.ts";
import { readQuery } from "../http/parameters.ts";
import { Refused, foundOrRefused } from "../http/problem.ts";
import { readJsonText } from "../http/read-body.ts";
import { BODY_CODES } from "../http/read-json.ts";
import { addRoute, jsonResponse, pathParameter } from "../http/route.ts";
import { rulebookOf } from "../http/rulebook-of.ts";
import { CASE_CODES } from "./case-codes.ts";

/** `POST /v1/policies/{id}/evaluate`: a case in, a decision with its reasons out. Nothing is recorded. */
export function evaluateRoutes(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/policies/{id}/evaluate",
      permission: "evaluate",
      operationId: "evaluateCase",
      tags: ["evaluation"],
      summary: "Decide a case under a policy",
      description:
        "Computes the outcome, to the minor unit, and explains it. Nothing is recorded. A `refused` disposition is an outcome " +
        "like any other; a request that cannot be evaluated is answered with everything that is wrong with it. " +
        "The JSON answer is the same in every language. What the people in the case owe already is counted in for whoever " +
        "may read ledgers or record decisions, or where the request states it; `ledger` says which.",
      request: {
        params: z.object({ id: policyId }),
        body: {
          required: true,
          content: { "application/json": { schema: evaluateRequest, example: EXAMPLE_A.request } },
        },
      },
      responses: {
        200: {
          description:
            "The decision; as `text/plain`, its explanation to read, in the language of `Accept-Language`.",
          headers: IN_ONE_LANGUAGE,
          content: { [JSON_TYPE]: { schema: evaluateResponse }, [TEXT_TYPE]: { schema: z.string() } },
        },
        ...problemResponses(...CODES),
      },
    },
    async (c) => {
      readQuery(c, {});
      const rulebook = await rulebookOf(surroundings);
      const text = await readJsonText(c, REQUEST_LIMITS);
      const actor = c.get("actor");
      let ledger: LedgerCounted = seesLedgers(actor) ? "kept" : "none";
      const evaluation = await rulebook.evaluate(pathParameter(c, "id"), text, {
        evaluatedAt: surroundings.now(),
        ledger: (policy, request) => {
          if (request.scheduled) ledger = "given";
          return surroundings.knownOf(policy, request, actor);
        },
      });
      if ("refusal" in evaluation) throw new Refused(evaluation.refusal.problems);
      if ("failure" in evaluation) throw failureOf(evaluation.failure);
      const { response } = evaluation;
      c.header("Vary", "Accept, Accept-Language");
      if (!prefersText(c)) return jsonResponse(c, { ...response, ledger });
      const { version } = foundOrRefused(rulebook.version(response.policy.id, response.policy.version));
      const language = c.get("language");
      const letter = readExplanation(version, response, language);
      return c.body(ledger === "none" ? `${letter}\n${NOT_COUNTED[language]}\n` : letter, 200, {
        "Content-Type": `${TEXT_TYPE}; charset=utf-8`,
        "Content-Language": language,
      });
    },
  );
}

/** That the ledger cannot be asked just now is no fault of the evaluation. */
function failureOf(failure: unknown): Error {
  if (failure instanceof StoreUnavailable) return failure;
  return new Error("an evaluation failed", { cause: failure });
}

function prefersText(c: ApiContext): boolean {
  const supports = [JSON_TYPE, TEXT_TYPE];
  return accepts(c, { header: "Accept", supports, default: JSON_TYPE }) === TEXT_TYPE;
}

const NOT_COUNTED: LocalizedText = {
  en: "What the people named here owe already was not counted in: whoever asked may not see it.",
  zh: "未计入相关人员已有的扣减安排：查询者无权查看。",
};

const JSON_TYPE = "application/json";
const TEXT_TYPE = "text/plain";

/** Everything that an evaluation can be answered with instead of a decision. */
const CODES = [...BODY_CODES, ...CASE_CODES, "unknown-version", "invalid-parameter", "not-ready"] as const;
