import type { ApiContext } from "./env.ts";
import { type RefusedAsk, foundOrRefused } from "./problem.ts";

/** Tells where a run that was put in line is, and wakes workers. */
export function startedRun(
  c: ApiContext,
  started: { readonly id: string } | RefusedAsk,
  { at, wake }: { readonly at: string; readonly wake: () => void },
): Response {
  const { id } = foundOrRefused(started);
  wake();
  return c.body(JSON.stringify({ id }), 202, {
    "Content-Type": "application/json",
    Location: `${at}/${id}`,
  });
}

/** Gives a run as it stands. One that is not over wakes workers too, so that it is gone on with where its worker is gone. */
export function runRead(
  c: ApiContext,
  read: { readonly body: string; readonly isOver: boolean } | RefusedAsk,
  wake: () => void,
): Response {
  const { body, isOver } = foundOrRefused(read);
  if (!isOver) wake();
  return c.body(body, 200, { "Content-Type": "application/json" });
}
