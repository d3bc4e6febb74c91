import type { DecisionRecord, PartyOutcome } from "@evenhand/domain";
import { asPlanned } from "./compare-outputs.ts";
import { differencesBetween } from "./differences.ts";
import type { MovedCause } from "./replay.ts";

const FIGURES = ["fineMinor", "bonusMinor", "grade"] as const;

/**
 * Where the outcome is not the proposal with the departures put in: without departures it is the proposal itself; with
 * them, everybody's figures are as departed or else as proposed, and add up. `now` is what the record says they must be.
 */
export function inconsistentDepartures(record: DecisionRecord): readonly MovedCause[] {
  const { proposal, outcome, departures } = record;
  const differences =
    departures.length === 0
      ? differencesBetween(outcome, asPlanned(record, proposal), ["outcome"])
      : outcome.parties.flatMap((party, index) =>
          differencesBetween(figuresOf(party), expectedOf({ proposal, departures }, party), [
            "outcome",
            "parties",
            index,
          ]),
        );
  return differences.map((difference) => ({ cause: "record", ...difference }));
}

function figuresOf({ fineMinor, bonusMinor, totalMinor, grade }: PartyOutcome) {
  return { fineMinor, bonusMinor, totalMinor, grade };
}

function expectedOf(
  { proposal, departures }: Pick<DecisionRecord, "proposal" | "departures">,
  { party }: PartyOutcome,
) {
  const proposed = proposal.parties.find((each) => each.party === party);
  const departed = departures.find((each) => each.party === party);
  // Somebody whom the proposal does not name cannot be in the outcome.
  if (!proposed) return undefined;
  // A grade may have been let off: `null` says so, and only what is left out stays as proposed.
  const [fineMinor, bonusMinor, grade] = FIGURES.map((name) =>
    departed?.[name] === undefined ? proposed[name] : departed[name],
  );
  return { fineMinor, bonusMinor, totalMinor: Number(fineMinor) + Number(bonusMinor), grade };
}
