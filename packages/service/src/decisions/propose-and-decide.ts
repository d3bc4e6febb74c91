import type { Departure, EvaluateRequest } from "@evenhand/domain";
import {
  type DecideContext,
  type Decided,
  type DepartResult,
  type LoadedVersion,
  departFrom,
  departFromByReference,
} from "@evenhand/engine";
import type { ServiceContext } from "../context.ts";
import type { RefusedAsk } from "../refused.ts";
import { agreed, decideByBoth } from "./decide-by-both.ts";
import { type Settled, departuresFrom } from "./figures.ts";

/** What the rules give, what was decided, and how the one departs from the other. */
export type Proposal = {
  readonly proposed: Decided;
  readonly decided: Decided;
  readonly departures: readonly Departure[];
};

type Ask = {
  readonly request: EvaluateRequest;
  readonly given: DecideContext;
  /** How to depart from the proposal, or what is to be decided whatever is proposed. */
  readonly deciding: { readonly departures: readonly Departure[] } | { readonly settled: Settled };
};

/** Decides a case by both evaluators, as the rules say and with the departures from it. */
export async function proposeAndDecide(
  context: Pick<ServiceContext, "alarm">,
  loaded: LoadedVersion,
  { request, given, deciding }: Ask,
): Promise<Proposal | RefusedAsk> {
  const proposed = await decideByBoth(context, loaded, request, given);
  if ("refusal" in proposed) return proposed;
  const depart = async (departures: readonly Departure[]): Promise<Proposal | RefusedAsk> => {
    if (departures.length === 0) return { proposed, decided: proposed, departures };
    const decided = agreed(context, loaded, [
      departFrom(loaded, request, departures, given),
      await departFromByReference(loaded, request, departures, given),
    ]);
    return "refusal" in decided ? decided : { proposed, decided, departures };
  };
  if ("departures" in deciding) return depart(deciding.departures);
  const wanted = departuresFrom(proposed.response.outcome, deciding.settled);
  const decided = await depart(wanted);
  if (!("refusal" in decided)) return decided;
  const within = withinGuards(wanted, decided, deciding.settled);
  return within.length === wanted.length ? decided : depart(within);
}

/**
 * Without the figures that were decided before and that statutory guards do not leave any more: of those the proposal
 * stands, which is as much as they leave.
 */
function withinGuards(
  wanted: readonly Departure[],
  { refusal }: Extract<DepartResult, { readonly refusal: unknown }> | RefusedAsk,
  { asked }: Settled,
): readonly Departure[] {
  const beyond = new Set(
    refusal.problems.flatMap(({ code, at }) =>
      code === "beyond-guards" ? [Number(/^\/departures\/(\d+)/.exec(at)?.[1])] : [],
    ),
  );
  return wanted.filter(({ party }, index) => asked.has(party) || !beyond.has(index));
}
