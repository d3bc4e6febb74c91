import type { Draft } from "../../../api/answers.ts";
import { NoConnection } from "../../../api/problem.ts";
import { send } from "../../../api/send.ts";
import type { Run } from "../../../shell/runs.ts";

/** How far a simulation is, in cases that were counted. */
export type SimulationProgress = Pick<Run, "state" | "done" | "total">;

/**
 * Simulates exactly this content of a draft over all past cases, and tells how far it is until it is over. Called off, it
 * ends as `cancelled`.
 *
 * @throws ProblemError where the service refuses it; NoConnection where nothing more is heard of it
 */
export async function simulateInFull(
  { id, policy, contentHash }: Pick<Draft, "id" | "policy" | "contentHash">,
  {
    onProgress,
    signal,
  }: { readonly onProgress: (progress: SimulationProgress) => void; readonly signal: AbortSignal },
): Promise<SimulationProgress["state"]> {
  const body = { policy, candidate: { draft: id, contentHash } };
  const started = await send<{ readonly id: string }>("/v1/simulations", { method: "POST", body });
  const path = `/v1/simulations/${encodeURIComponent(started.id)}`;
  const callOff = (): void => void send(`${path}/cancel`, { method: "POST" }).catch(() => undefined);
  if (signal.aborted) callOff();
  signal.addEventListener("abort", callOff);
  return new Promise((resolve, reject) => {
    const events = new EventSource(`${path}/events`);
    const hear = (event: MessageEvent<string>): SimulationProgress["state"] => {
      // INVARIANT: every event of a run holds all of its progress.
      const progress = JSON.parse(event.data) as SimulationProgress;
      onProgress(progress);
      return progress.state;
    };
    events.addEventListener("progress", hear);
    events.addEventListener("end", (event: MessageEvent<string>) => {
      events.close();
      signal.removeEventListener("abort", callOff);
      resolve(hear(event));
    });
    events.addEventListener("error", (event) => {
      // The browser comes again by itself, unless it was refused.
      if (events.readyState === EventSource.CLOSED) reject(new NoConnection(event));
    });
  });
}
