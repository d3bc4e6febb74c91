import type { Permission } from "@evenhand/domain";
import { type RunName, type RunProgress, readProgress } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import { problemResponses } from "../contract/problem.ts";
import type { ApiApp, ApiContext, Surroundings } from "./env.ts";
import { faultOf } from "./fault.ts";
import { readQuery } from "./parameters.ts";
import { foundOrRefused } from "./problem.ts";
import { addRoute, pathParameter } from "./route.ts";

/** How often a run is looked at: it is a row of the database, so that it may be worked on in another process. */
const LOOK_EVERY_MS = 500;
/** Well within what proxies and `PATIENCE` wait for a byte. */
const QUIET_MS = 10_000;
/** After this long whoever follows comes again, and has to be allowed to then as well. */
const MOST_MS = 5 * 60_000;

type Followed = {
  readonly name: RunName;
  readonly path: string;
  readonly operationId: string;
  /** That of reading the run. */
  readonly permission: Permission;
  readonly tags: readonly string[];
  readonly wake: () => void;
};

/**
 * How far a run is, as server-sent events until it has ended: `progress` whenever something changed, and `end` at last. An
 * event holds everything, so that it makes no difference which of them whoever comes again has seen.
 */
export function eventsRoute(app: ApiApp, surroundings: Surroundings, followed: Followed): void {
  const { name, path, operationId, permission, tags, wake } = followed;
  addRoute(
    app,
    {
      method: "get",
      path,
      operationId,
      permission,
      tags: [...tags],
      summary: `How far a ${name.label.en} is, as it goes on`,
      description:
        "Server-sent events. `progress` whenever something changed, `end` once with how it ended; the data of both is " +
        '`{"state","done","skipped","total","perSecond"}`, as counted by whoever works on it. A comment keeps the ' +
        "connection open. Sent again with `Last-Event-ID: end`, the answer is 204, upon which a browser stops asking.",
      request: {
        params: z.object({ id: z.string().openapi({ description: `The id of a ${name.label.en}.` }) }),
      },
      responses: {
        200: { description: "Events.", content: { "text/event-stream": { schema: z.string() } } },
        204: { description: "It has ended, as was told before." },
        ...problemResponses("not-found", "invalid-parameter", "not-ready", "store-unavailable"),
      },
    },
    async (c) => {
      readQuery(c, {});
      const asked = { id: pathParameter(c, "id"), name };
      const look = async (): Promise<RunProgress> =>
        foundOrRefused(await readProgress(surroundings.service(), asked));
      const first = await look();
      if (isOver(first) && c.req.header("Last-Event-ID") === END) return c.body(null, 204);
      if (!isOver(first)) wake();
      return follow(c, surroundings, { first, look });
    },
  );
}

const END = "end";

type Run = { readonly first: RunProgress; readonly look: () => Promise<RunProgress> };

function follow(c: ApiContext, surroundings: Surroundings, run: Run): Response {
  // Proxies would otherwise wait for more before they hand on anything.
  c.header("X-Accel-Buffering", "no");
  return streamSSE(c, async (stream) => {
    try {
      await tell(stream, run, surroundings.stopping);
    } catch (error) {
      // The stream ends, and whoever follows comes again and is told then what is wrong.
      surroundings.log.warn({ requestId: c.get("requestId"), fault: faultOf(error) }, "following ended");
    }
  });
}

async function tell(stream: SSEStreamingApi, { first, look }: Run, stopping?: AbortSignal): Promise<void> {
  const begun = performance.now();
  let [told, toldAt] = ["", begun];
  const isWanted = (): boolean =>
    !stream.aborted && stopping?.aborted !== true && performance.now() - begun < MOST_MS;
  for (let progress = first; isWanted(); progress = await look()) {
    const data = JSON.stringify(progress);
    if (isOver(progress)) return stream.writeSSE({ event: END, id: END, data });
    if (data !== told) {
      await stream.writeSSE({ event: "progress", id: String(progress.done), data });
      [told, toldAt] = [data, performance.now()];
    } else if (performance.now() - toldAt > QUIET_MS) {
      await stream.write(":\n\n");
      toldAt = performance.now();
    }
    await stream.sleep(LOOK_EVERY_MS);
  }
}

function isOver({ state }: RunProgress): boolean {
  return state !== "queued" && state !== "running";
}
