import {
  type Answer,
  type OnceAsk,
  type SentProblem,
  openFor,
  openProblemsFor,
  opennessFor,
} from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import type { ApiContext, Surroundings } from "./env.ts";
import { Refused } from "./problem.ts";
import { readJsonText } from "./read-body.ts";

/** The header with which a machine says that something is to happen once, for the document. */
export const IDEMPOTENCY_KEY = z.object({
  "Idempotency-Key": z
    .string()
    .max(200)
    .optional()
    .openapi({
      description:
        "Required of keys, open to people. The same request under the same key is carried out once and gets the first " +
        "answer, byte for byte; another request under it is refused. Keys are kept for good.",
      example: "5f8b7c1e-3d7a-4c0e-9d36-0f6a1f2f8e11",
    }),
});

/** What a route that carries something out once can be refused for, besides its own reasons. */
export const ONCE_CODES = [
  "too-large",
  "unsupported-media-type",
  "not-text",
  "too-deep",
  "too-many-nodes",
  "not-json",
  "duplicate-key",
  "dangerous-key",
  "inexact-number",
  "invalid-parameter",
  "wrong-shape",
  "unknown-field",
  "missing-field",
  "incomplete-body",
  "request-timeout",
  "missing-idempotency-key",
  "idempotency-key-reused",
  "still-running",
] as const;

type Work = (
  ask: OnceAsk,
) => Promise<Answer | { readonly refusal: { readonly problems: readonly SentProblem[] } }>;

/**
 * Carries out a request once and answers with what it gave, staff numbers put in for whoever may see them.
 *
 * @throws Refused where it was refused; nothing was changed then
 */
export async function answerOnce(
  c: ApiContext,
  surroundings: Surroundings,
  limits: { readonly maxBytes: number },
  work: Work,
): Promise<Response> {
  const body = await readJsonText(c, limits);
  const actor = c.get("actor");
  const { store } = surroundings.service();
  const path = new URL(c.req.url).pathname;
  const answer = await work({
    actor,
    key: c.req.header("Idempotency-Key"),
    request: { method: c.req.method, path, body },
  });
  const openness = opennessFor(actor);
  if ("refusal" in answer) {
    const problems = await store.read((db) => openProblemsFor(db, answer.refusal.problems, openness));
    throw new Refused(problems, isStillRunning(problems) ? { "Retry-After": "1" } : {});
  }
  const opened = await store.read((db) => openFor(db, answer.body, openness));
  return c.body(opened, answer.status as 200 | 201, { "Content-Type": "application/json" });
}

function isStillRunning(problems: readonly SentProblem[]): boolean {
  return problems.some(({ code }) => code === "still-running");
}
