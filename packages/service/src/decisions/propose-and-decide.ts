import type { Departure, EvaluateRequest } from "@evenhand/domain";
import {
  type DecideContext,
  type Decided,
  type LoadedVersion,
  departFrom,
  departFromByReference,
} from "@evenhand/engine";
import type { ServiceContext } from "../context.ts";
import type { RefusedAsk } from "../refused.ts";
import { agreed, decideByBoth } from "./decide-by-both.ts";

/** What the rules give, and what was decided: the same where nobody departed from it. */
export type Proposal = { readonly proposed: Decided; readonly decided: Decided };

type Ask = {
  readonly request: EvaluateRequest;
  readonly departures: readonly Departure[];
  readonly given: DecideContext;
};

/** Decides a case by both evaluators, as the rules say and with the departures from it. */
export async function proposeAndDecide(
  context: Pick<ServiceContext, "alarm">,
  loaded: LoadedVersion,
  { request, departures, given }: Ask,
): Promise<Proposal | RefusedAsk> {
  const proposed = await decideByBoth(context, loaded, request, given);
  if ("refusal" in proposed) return proposed;
  if (departures.length === 0) return { proposed, decided: proposed };
  const decided = agreed(context, loaded, [
    departFrom(loaded, request, departures, given),
    await departFromByReference(loaded, request, departures, given),
  ]);
  return "refusal" in decided ? decided : { proposed, decided };
}
