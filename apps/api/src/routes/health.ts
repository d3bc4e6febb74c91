import { z } from "@hono/zod-openapi";
import type { SentProblem } from "@evenhand/service";
import { problemResponses } from "../contract/problem.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { Refused } from "../http/problem.ts";
import { addRoute, jsonResponse } from "../http/route.ts";
import { rulebookOf } from "../http/rulebook-of.ts";

const TAGS = ["service"];

/** `/healthz`: the process answers. `/readyz`: every rule file is open and sound, so every answer can be relied on. */
export function healthRoutes(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/healthz",
      permission: "public",
      operationId: "getHealth",
      tags: TAGS,
      summary: "Whether the process answers",
      responses: {
        200: { description: "It does.", content: { "application/json": { schema: status } } },
        ...problemResponses(),
      },
    },
    (c) => jsonResponse(c, { status: "ok" }),
  );
  addRoute(
    app,
    {
      method: "get",
      path: "/readyz",
      permission: "public",
      operationId: "getReadiness",
      tags: TAGS,
      summary: "Whether the rules are loaded, all of them",
      description:
        "Not ready while rules are loading, and as long as any rule file has errors; policies without errors are served all the same.",
      responses: {
        200: { description: "They are.", content: { "application/json": { schema: status } } },
        ...problemResponses("not-ready"),
      },
    },
    async (c) => {
      await rulebookOf(surroundings);
      const problems = await keptOut(surroundings);
      if (problems.length > 0) throw new Refused(problems, { "Retry-After": "60" });
      return jsonResponse(c, { status: "ready" });
    },
  );
}

const status = z.object({ status: z.string() }).openapi("Status");

async function keptOut({ rules }: Surroundings): Promise<readonly SentProblem[]> {
  const current = await rules();
  if (current.state === "loading") return [];
  return current.reports
    .filter(({ isUsed }) => !isUsed)
    .map(({ path }) => ({
      code: "not-ready",
      at: "",
      message: {
        en: `the rule file \`${path}\` has errors and is left out`,
        zh: `规则文件\`${path}\`有错误，未被采用`,
      },
      help: { en: "`evenhand validate` lists them", zh: "请运行`evenhand validate`查看" },
    }));
}
