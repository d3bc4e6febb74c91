import type { Permission } from "@evenhand/domain";
import { type RunName, cancelRun } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { problemResponses } from "../contract/problem.ts";
import type { ApiApp, Surroundings } from "./env.ts";
import { readQuery } from "./parameters.ts";
import { foundOrRefused } from "./problem.ts";
import { addRoute, jsonResponse, pathParameter } from "./route.ts";

type CalledOff = {
  readonly name: RunName;
  readonly path: string;
  readonly operationId: string;
  readonly permission: Permission;
  readonly tags: readonly string[];
  /** What becomes of what it found so far, as a sentence. */
  readonly leaves: string;
  /** The answer: the id of the run. */
  readonly schema: z.ZodType;
};

/** Calls a run off. */
export function cancelRoute(app: ApiApp, surroundings: Surroundings, calledOff: CalledOff): void {
  const { name, path, operationId, permission, tags, leaves, schema } = calledOff;
  addRoute(
    app,
    {
      method: "post",
      path,
      operationId,
      permission,
      tags: [...tags],
      summary: `Call a ${name.label.en} off`,
      description: `${leaves} It takes no body.`,
      request: {
        params: z.object({ id: z.string().openapi({ description: `The id of a ${name.label.en}.` }) }),
      },
      responses: {
        200: { description: "It is called off.", content: { "application/json": { schema } } },
        ...problemResponses(
          "not-found",
          "wrong-state",
          "invalid-parameter",
          "not-ready",
          "store-unavailable",
        ),
      },
    },
    async (c) => {
      readQuery(c, {});
      const asked = { id: pathParameter(c, "id"), name };
      return jsonResponse(c, foundOrRefused(await cancelRun(surroundings.service(), asked)));
    },
  );
}
