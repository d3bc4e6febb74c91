import {
  PROBLEM_CODES,
  PROBLEM_TITLES,
  type ProblemCode,
  isProblemCode,
  problemType,
} from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { problemKind, problemResponses } from "../contract/problem.ts";
import type { ApiApp } from "../http/env.ts";
import { refused } from "../http/problem.ts";
import { addRoute, jsonResponse, pathParameter } from "../http/route.ts";

const TAGS = ["problems"];

/** `GET /v1/problems`, and `/problems/{code}`, to which the `type` of a problem document leads. */
export function problemRoutes(app: ApiApp): void {
  const codes = Object.keys(PROBLEM_CODES).filter(isProblemCode);
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/problems",
      permission: "public",
      operationId: "listProblems",
      tags: TAGS,
      summary: "Every code that a problem document can carry, in order of precedence",
      responses: {
        200: {
          description: "The codes.",
          content: {
            "application/json": {
              schema: z.object({ problems: z.array(problemKind) }).openapi("ProblemList"),
            },
          },
        },
        ...problemResponses(),
      },
    },
    (c) => jsonResponse(c, { problems: codes.map(kindOf) }),
  );
  addRoute(
    app,
    {
      method: "get",
      path: "/problems/{code}",
      permission: "public",
      operationId: "getProblem",
      tags: TAGS,
      summary: "What a code means",
      request: { params: z.object({ code: z.string() }) },
      responses: {
        200: { description: "The code.", content: { "application/json": { schema: problemKind } } },
        ...problemResponses("not-found"),
      },
    },
    (c) => {
      const code = pathParameter(c, "code");
      if (isProblemCode(code)) return jsonResponse(c, kindOf(code));
      throw refused({ code: "not-found", message: { en: "there is no such code", zh: "没有这个代码" } });
    },
  );
}

function kindOf(code: ProblemCode): object {
  return { type: problemType(code), code, status: PROBLEM_CODES[code], title: PROBLEM_TITLES[code] };
}
