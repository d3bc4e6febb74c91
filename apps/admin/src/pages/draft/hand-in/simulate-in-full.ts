import type { Draft, RunProgress } from "../../../api/answers.ts";
import { send } from "../../../api/send.ts";
import { watchRun } from "../../../api/watch-run.ts";

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
  }: { readonly onProgress: (progress: RunProgress) => void; readonly signal: AbortSignal },
): Promise<RunProgress["state"]> {
  const body = { policy, candidate: { draft: id, contentHash } };
  const started = await send<{ readonly id: string }>("/v1/simulations", { method: "POST", body });
  const path = `/v1/simulations/${encodeURIComponent(started.id)}`;
  const callOff = (): void => void send(`${path}/cancel`, { method: "POST" }).catch(() => undefined);
  if (signal.aborted) callOff();
  signal.addEventListener("abort", callOff);
  try {
    return (await watchRun(path, { onProgress })).state;
  } finally {
    signal.removeEventListener("abort", callOff);
  }
}
