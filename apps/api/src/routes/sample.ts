import { loadSample, readSample, removeSample } from "@evenhand/service";
import { problemResponses } from "../contract/problem.ts";
import { sample } from "../contract/sample.ts";
import type { ApiApp, ApiContext, Surroundings } from "../http/env.ts";
import { readQuery } from "../http/parameters.ts";
import { Refused, foundOrRefused } from "../http/problem.ts";
import { addRoute, jsonResponse } from "../http/route.ts";
import { pause } from "../http/upload.ts";

const TAGS = ["sample"];
const STANDING = {
  description: "How the sample company stands.",
  content: { "application/json": { schema: sample } },
};

/** `/v1/sample`: a made-up company to try everything on, which can be removed again. */
export function sampleRoutes(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/sample",
      operationId: "getSample",
      permission: "policies:read",
      tags: TAGS,
      summary: "How the sample company stands",
      responses: { 200: STANDING, ...problemResponses("invalid-parameter") },
    },
    async (c) => {
      readQuery(c, {});
      return jsonResponse(c, await readSample(surroundings.service()));
    },
  );
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/sample",
      operationId: "loadSample",
      permission: "drafts:write",
      tags: TAGS,
      summary: "Load the sample company",
      description:
        "A policy in three versions, a draft of it with four slips, and the made-up cases of two years up to today, which " +
        "are taken in behind the answer like any import. Nothing is recorded under it. Loading it again adds nothing.",
      responses: {
        202: STANDING,
        ...problemResponses("invalid-parameter", "not-allowed", "wrong-state", "too-many-requests"),
      },
    },
    (c) => load(c, surroundings),
  );
  addRoute(
    app,
    {
      method: "delete",
      path: "/v1/sample",
      operationId: "removeSample",
      permission: "drafts:write",
      tags: TAGS,
      summary: "Remove the sample company",
      description:
        "Its versions and open drafts are withdrawn, its cases are listed no more. What the log tells of it stays, and " +
        "nothing else is touched. Where there is none, nothing happens.",
      responses: { 200: STANDING, ...problemResponses("invalid-parameter", "not-allowed") },
    },
    async (c) => {
      readQuery(c, {});
      const removed = await removeSample(surroundings.service(), { actor: c.get("actor") });
      return jsonResponse(c, foundOrRefused(removed).sample);
    },
  );
}

async function load(c: ApiContext, { service }: Surroundings): Promise<Response> {
  readQuery(c, {});
  const loaded = await loadSample(service(), { actor: c.get("actor"), pause });
  if ("refusal" in loaded) throw new Refused(loaded.refusal.problems, { "Retry-After": "10" });
  return c.body(JSON.stringify(loaded.sample), 202, { "Content-Type": "application/json" });
}
