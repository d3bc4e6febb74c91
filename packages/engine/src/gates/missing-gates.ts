import type { EvaluateRequest, FactValue, GateKind, LocalizedText, Problem } from "@evenhand/domain";
import type { Decided } from "../decide.ts";
import type { LoadedVersion } from "../load-version.ts";
import { problem } from "../problems.ts";
import type { Concern, Unmet } from "./concern.ts";
import { unmetOf } from "./gate-checks.ts";
import { gateFacts } from "./gate-facts.ts";

/** What the gates of a policy are asked about, besides the case. */
export type GateInput = {
  readonly request: EvaluateRequest;
  /** What is to be recorded, departures included. */
  readonly decided: Pick<Decided, "response" | "concerned">;
  /** The day of the decision, `YYYY-MM-DD`. */
  readonly decidedOn: string;
  /**
   * The day on which it is recorded, `YYYY-MM-DD`. Of the two the one counts that is worse for the decision: the earlier
   * where time must have passed, the later where it must not, so that nothing is gained by the day that somebody states.
   */
  readonly recordedOn: string;
  /** The day on which the version was published, `YYYY-MM-DD` in the policy's time zone. */
  readonly publishedOn: string;
  /** Who records it, under the id that parties have; null where that is no person, such as a key. */
  readonly decider: string | null;
  /** Whether a reason is given. */
  readonly hasReason: boolean;
  /**
   * Whether a decision in force, other than one that this supersedes, already takes money from the person for the act:
   * its case states the same value for the fact.
   */
  readonly punishedFor: (person: string, act: Act) => boolean;
};

/** What names the act: a case fact, and its value as the request states it. */
export type Act = { readonly fact: string; readonly value: FactValue };

export type GateProblem = Problem<"gate-missing">;

export type GatesFound = {
  readonly met: readonly { readonly kind: GateKind; readonly label: LocalizedText; readonly met: true }[];
  readonly missing: readonly GateProblem[];
};

/**
 * Which gates of the policy are met before this may be recorded, and for each that is not what is missing and how to
 * mend it. Asked only where the outcome charges somebody or gives a grade; otherwise nothing is asked and nothing is
 * missing. Problems point into the request to record: `case` as in an evaluation, and `reason` beside it.
 *
 * ```ts
 * missingGates(loaded, { request, decided, decidedOn: "2026-07-10", recordedOn: "2026-07-10", publishedOn: "2026-06-01", decider: "P9", hasReason: false, punishedFor: () => false })
 * // { met: [{ kind: "heard", label: { en: "Heard beforehand", … }, met: true }],
 * //   missing: [{ code: "gate-missing", at: "/reason", message: { en: "“Reasons are given” is not met: no reasons are given", … }, … }] }
 * ```
 *
 * @throws Error where the request is one that the version refuses, or a day is none
 */
export function missingGates(loaded: LoadedVersion, input: GateInput): GatesFound {
  const charged = input.decided.response.outcome.parties.filter(
    ({ totalMinor, grade }) => totalMinor > 0 || grade !== null,
  );
  const gates = loaded.version.policy.gates ?? [];
  if (charged.length === 0 || gates.length === 0) return { met: [], missing: [] };
  const kinds = new Map(input.decided.concerned.map(({ party, kind }) => [party, kind]));
  const concern: Concern = {
    loaded,
    input,
    facts: gateFacts(loaded, input),
    persons: charged.map(({ party }) => party).filter((party) => kinds.get(party) === "person"),
  };
  const asked = gates.map((gate) => ({ gate, unmet: unmetOf(gate, concern) }));
  return {
    met: asked
      .filter(({ unmet }) => unmet.length === 0)
      .map(({ gate: { kind, label } }) => ({ kind, label, met: true as const })),
    missing: asked.flatMap(({ gate, unmet }) => unmet.map((one) => missing(gate.label, one))),
  };
}

function missing(label: LocalizedText, { at, why, help }: Unmet): GateProblem {
  return problem({
    code: "gate-missing",
    at,
    en: `“${label.en}” is not met: ${why.en}`,
    zh: `未满足“${label.zh}”：${why.zh}`,
    help,
  });
}
