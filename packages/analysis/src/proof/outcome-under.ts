import type { EvaluateRequest } from "@evenhand/domain";
import type { Decided } from "@evenhand/engine";
import type { EngineOutcome } from "./posed.ts";

/** What the engine made of a request, without the explanation, which anybody can ask for again. */
export function outcomeUnder(
  request: EvaluateRequest,
  { response: { policy, outcome } }: Decided,
): EngineOutcome {
  return { policy, request, outcome };
}
