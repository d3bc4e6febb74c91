import {
  type Departure,
  type EvaluateRequest,
  type EvaluateResponse,
  deepFreeze,
  formatInstant,
} from "@evenhand/domain";
import type { Concerned, DecideContext, Decided } from "./decide.ts";
import { findingsOf } from "./findings.ts";
import type { LoadedVersion } from "./load-version.ts";
import { outcomeOf } from "./outcome.ts";
import { CaseRefused, refusal } from "./problems.ts";
import { boundsProblems } from "./request/bounds.ts";
import { readFacts } from "./request/read-facts.ts";
import type { Run, Steps } from "./run.ts";
import { attribution } from "./stages/attribution.ts";
import { authority } from "./stages/authority.ts";
import { deadline } from "./stages/deadline.ts";
import type { DepartureProblem } from "./stages/departure-problems.ts";
import { guardsInForce } from "./stages/guard-limits.ts";
import { guard } from "./stages/guard.ts";
import { intake } from "./stages/intake.ts";
import { penalty } from "./stages/penalty.ts";
import { standingIn } from "./stages/standing.ts";
import type { PersonTerms } from "./stages/terms.ts";
import { startRun } from "./start-run.ts";

/** What one evaluation is made of. */
export type Asked = {
  readonly request: EvaluateRequest;
  readonly context: DecideContext;
  readonly departures: readonly Departure[];
};

export type Evaluated = Decided | { readonly refusal: { readonly problems: readonly DepartureProblem[] } };

/** The compiled rules answer. */
export function evaluateCompiled(loaded: LoadedVersion, asked: Asked): Evaluated {
  return refusing(() => {
    const steps = stages(loaded, asked);
    let step = steps.next();
    while (!step.done) step = steps.next(step.value.rules.compiled.fire(step.value.slots));
    return step.value;
  });
}

/** json-rules-engine answers. */
export async function evaluateByReference(loaded: LoadedVersion, asked: Asked): Promise<Evaluated> {
  const steps = stages(loaded, asked);
  let step = refusing(() => steps.next());
  for (;;) {
    if ("refusal" in step) return step;
    if (step.done) return step.value;
    const answer = await step.value.rules.reference.fire(step.value.slots);
    step = refusing(() => steps.next(answer));
  }
}

function refusing<Result>(work: () => Result): Result | Extract<Evaluated, { readonly refusal: unknown }> {
  try {
    return work();
  } catch (error) {
    if (error instanceof CaseRefused) return { refusal: refusal(error.problems) };
    throw error;
  }
}

function* stages(loaded: LoadedVersion, { request, context, departures }: Asked): Steps<Evaluated> {
  const read = readFacts(loaded.version.policy, request);
  if ("problems" in read) return { refusal: refusal(read.problems) };
  const outOfBounds = boundsProblems(loaded, request);
  if (outOfBounds.length > 0) return { refusal: refusal(outOfBounds) };
  const run = startRun(loaded, request, { read, context });
  yield* intake(run);
  yield* attribution(run);
  yield* penalty(run);
  const standing = standingIn(context.scheduled ?? request.scheduled ?? []);
  const problems = guard(run, { standing, departures });
  if (problems.length > 0) return { refusal: refusal(problems) };
  yield* deadline(run);
  yield* authority(run);
  const decided = {
    response: responseOf(run, request, context),
    terms: termsIn(run),
    findings: findingsOf(run),
    concerned: concernedIn(run),
  };
  return run.isBrief ? decided : deepFreeze(decided);
}

function responseOf(run: Run, request: EvaluateRequest, { evaluatedAt }: DecideContext): EvaluateResponse {
  const { version, calendar, guardHashes } = run.loaded;
  const { policy, hash } = version;
  return {
    policy: { id: policy.id, version: policy.version, hash },
    reference: request.case.reference,
    evaluatedAt: formatInstant(evaluatedAt, policy.timeZone),
    calendar: { id: calendar.id, version: calendar.version, hash: calendar.hash },
    guards: guardsInForce(run).map(({ guard: { jurisdiction }, period: { effectiveFrom } }) => ({
      jurisdiction,
      effectiveFrom,
      hash: guardHashes.get(jurisdiction) ?? "",
    })),
    outcome: outcomeOf(run),
    explanation: run.explanation,
  };
}

function termsIn(run: Run): readonly PersonTerms[] {
  return run.entries.all.flatMap(({ id, terms }) => (terms ? [{ person: id, ...terms }] : []));
}

function concernedIn(run: Run): readonly Concerned[] {
  return run.entries.all.map(({ id, kind, pay }) => ({
    party: id,
    kind,
    monthlyBonusMinor: pay.get("monthlyBonus") ?? null,
  }));
}
