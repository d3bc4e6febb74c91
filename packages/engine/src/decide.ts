import {
  type EvaluateRequest,
  type EvaluateResponse,
  type LocalizedText,
  type Problem,
  type Refusal,
  type RefusalCode,
  type ScheduledDeduction,
  deepFreeze,
  formatDay,
  formatInstant,
  localDay,
  pointer,
  quote,
  suggest,
} from "@evenhand/domain";
import { caseFacts } from "./facts/case-facts.ts";
import type { RecordEntry } from "./facts/derive.ts";
import type { LoadedVersion } from "./load-version.ts";
import { outcomeOf } from "./outcome.ts";
import { CaseRefused, problem, refusal } from "./problems.ts";
import { type ReadCase, readFacts } from "./request/read-facts.ts";
import { type VersionReason, appliesOn } from "./request/select-version.ts";
import { type Run, type Steps, warn } from "./run.ts";
import { attribution } from "./stages/attribution.ts";
import { authority } from "./stages/authority.ts";
import { deadline } from "./stages/deadline.ts";
import { Entries } from "./stages/entries.ts";
import { guardsInForce } from "./stages/guard-limits.ts";
import { guard } from "./stages/guard.ts";
import { intake } from "./stages/intake.ts";
import { penalty } from "./stages/penalty.ts";
import { takenBy } from "./stages/schedule.ts";

/** What a decision rests on besides the policy and the case. */
export type DecideContext = {
  /** The moment of evaluation, epoch milliseconds. The engine has no clock of its own. */
  readonly evaluatedAt: number;
  /** What is already planned for anybody; default: what the request says, else nothing. */
  readonly scheduled?: readonly ScheduledDeduction[];
  /** Earlier findings against the parties, for facts of kind `on-record`. */
  readonly record?: readonly RecordEntry[];
  /** Why this version was used, for the explanation; default: because it was named. */
  readonly versionReason?: VersionReason;
};

export type DecideResult = { readonly response: EvaluateResponse } | { readonly refusal: Refusal };

/**
 * Decides a case under a policy version: pure, exact, and explained. The compiled rules answer.
 * A case whose facts do not fit is refused with every problem listed; a `refused` disposition is an outcome like any other.
 *
 * ```ts
 * decide(complaintFines2, { case: exampleA }, { evaluatedAt: Date.UTC(2026, 6, 10) })
 * // { response: { outcome: { disposition: "upheld", parties: [{ party: "P1", totalMinor: 120000, schedule:
 * //   [{ month: "2026-07", amountMinor: 100000 }, { month: "2026-08", amountMinor: 20000 }], … }, …] }, … } }
 * ```
 */
export function decide(
  loaded: LoadedVersion,
  request: EvaluateRequest,
  context: DecideContext,
): DecideResult {
  return refusing(() => {
    const steps = evaluate(loaded, request, context);
    let step = steps.next();
    while (!step.done) step = steps.next(step.value.rules.compiled.fire(step.value.slots));
    return step.value;
  });
}

/** The same decision with json-rules-engine answering for the rules. Both must agree before anything is recorded. */
export async function decideByReference(
  loaded: LoadedVersion,
  request: EvaluateRequest,
  context: DecideContext,
): Promise<DecideResult> {
  const steps = evaluate(loaded, request, context);
  let step = refusing(() => steps.next());
  for (;;) {
    if ("refusal" in step) return step;
    if (step.done) return step.value;
    const answer = await step.value.rules.reference.fire(step.value.slots);
    step = refusing(() => steps.next(answer));
  }
}

function refusing<Result>(work: () => Result): Result | { readonly refusal: Refusal } {
  try {
    return work();
  } catch (error) {
    if (error instanceof CaseRefused) return { refusal: refusal(error.problems) };
    throw error;
  }
}

function* evaluate(
  loaded: LoadedVersion,
  request: EvaluateRequest,
  context: DecideContext,
): Steps<DecideResult> {
  const read = readFacts(loaded.version.policy, request);
  if ("problems" in read) return { refusal: refusal(read.problems) };
  const outOfBounds = boundsProblems(loaded, request);
  if (outOfBounds.length > 0) return { refusal: refusal(outOfBounds) };
  const run = startRun(loaded, request, { read, context });
  explainVersion(run, context.versionReason ?? { kind: "named" });
  yield* intake(run);
  yield* attribution(run);
  yield* penalty(run);
  guard(run, takenBy(context.scheduled ?? request.scheduled ?? []));
  yield* deadline(run);
  yield* authority(run);
  return { response: responseOf(run, request, context) };
}

function responseOf(run: Run, request: EvaluateRequest, { evaluatedAt }: DecideContext): EvaluateResponse {
  const { version, calendar, guardHashes } = run.loaded;
  const { policy, hash } = version;
  return deepFreeze({
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
  });
}

/**
 * How much one evaluation may ask: every rule is explained for every party, so the work and the answer grow with both.
 * The ten policies of `rules/` stay below it with as many parties as a request may hold.
 */
const MOST_COMPARISONS = 40_000;

function boundsProblems(
  loaded: LoadedVersion,
  { case: { parties } }: EvaluateRequest,
): readonly Problem<RefusalCode>[] {
  const named = parties.flatMap(({ id }, index) =>
    loaded.bearerWords.has(id) && id !== "company" ? [bearerName(id, index)] : [],
  );
  if (loaded.comparisons * (parties.length + 1) <= MOST_COMPARISONS) return named;
  const most = Math.max(0, Math.floor(MOST_COMPARISONS / loaded.comparisons) - 1);
  return [
    ...named,
    problem({
      code: "too-many",
      at: "/case/parties",
      en: `${parties.length} parties are more than the ${most} that this policy can be evaluated for at once`,
      zh: `共${parties.length}个当事方，超过本制度一次可核算的${most}个`,
    }),
  ];
}

function bearerName(id: string, index: number): Problem<RefusalCode> {
  return problem({
    code: "conflicting-facts",
    at: pointer("case", "parties", index, "id"),
    en: `${quote(id)} is this policy's word for a bearer of the loss, so no party can be called so`,
    zh: `${quote(id)}是本制度对承担者的称谓，不能用作当事方编号`,
    help: { en: "give this party an id of its own", zh: "请为该当事方另取编号" },
  });
}

function startRun(
  loaded: LoadedVersion,
  request: EvaluateRequest,
  { read, context }: { readonly read: ReadCase; readonly context: DecideContext },
): Run {
  const { policy } = loaded.version;
  const evaluatedOn = localDay(context.evaluatedAt, policy.timeZone);
  const supportingEvidence = new Map<string, number>();
  for (const { supports } of request.case.evidence ?? []) {
    if (supports !== undefined) supportingEvidence.set(supports, (supportingEvidence.get(supports) ?? 0) + 1);
  }
  const facts = caseFacts(loaded, read, {
    evaluatedAt: context.evaluatedAt,
    asOfDay: appliesOn(policy, request, context.evaluatedAt) ?? evaluatedOn,
    record: context.record ?? [],
    supportingEvidence,
  });
  const decidedOn = facts.caseSlots[loaded.layout.slotOf.get("decidedOn") ?? -1];
  const run: Run = {
    loaded,
    read,
    facts,
    decidedOn: typeof decidedOn === "number" ? decidedOn : evaluatedOn,
    entries: new Entries(read.parties),
    joined: [],
    explanation: [],
    warnings: [],
    measures: [],
    compensation: [],
    deadlines: [],
    allocation: [],
    disposition: "upheld",
  };
  warnOfSlips(run);
  warnOfStrangers(run, request, context);
  warnOfFuture(run, context.evaluatedAt, evaluatedOn);
  return run;
}

function warnOfSlips(run: Run): void {
  for (const { fact, value, suggestion, party } of run.read.slips.toSorted((left, right) =>
    byName([left.fact, 0], [right.fact, 0]),
  )) {
    const text: LocalizedText = {
      en: `\`${value}\` is not on the list for \`${fact}\`; did you mean \`${suggestion}\`?`,
      zh: `\`${value}\`不在\`${fact}\`的列表中，是不是\`${suggestion}\`？`,
    };
    warn(run, "unlisted-value", text, party);
  }
}

/** A deduction or a piece of evidence for somebody whose id is almost that of a party would otherwise be lost silently. */
function warnOfStrangers(run: Run, request: EvaluateRequest, context: DecideContext): void {
  const ids = request.case.parties.map((party) => party.id);
  const planned = (context.scheduled ?? request.scheduled ?? []).map(({ party }) => ({
    id: party,
    en: "a scheduled deduction",
    zh: "已安排的扣减",
  }));
  const supported = (request.case.evidence ?? []).flatMap(({ supports }) =>
    supports === undefined ? [] : [{ id: supports, en: "a piece of evidence", zh: "证据" }],
  );
  for (const { id, en, zh } of [...planned, ...supported]) {
    const meant = ids.includes(id) ? undefined : suggest(id, ids);
    if (meant === undefined) continue;
    warn(run, "party-not-in-case", {
      en: `${en} names ${quote(id)}, who is no party of this case; did you mean ${quote(meant)}?`,
      zh: `${zh}所写的${quote(id)}不是本案当事方，是不是${quote(meant)}？`,
    });
  }
}

/** A day after the day of evaluation, or a moment after it, is allowed but worth a second look. */
function warnOfFuture(run: Run, evaluatedAt: number, evaluatedOn: number): void {
  const { catalogue, version } = run.loaded;
  const scopes = [
    { facts: run.read.facts, party: undefined },
    ...run.read.parties.map((party) => ({ facts: party.facts, party: party.id })),
  ];
  for (const { facts, party } of scopes) {
    for (const [name, value] of [...facts].toSorted(byName)) {
      const entry = catalogue.get(name);
      if (typeof value !== "number" || !entry) continue;
      const day =
        entry.type === "date"
          ? value
          : entry.type === "instant"
            ? localDay(value, version.policy.timeZone)
            : undefined;
      const later = entry.type === "date" ? value > evaluatedOn : value > evaluatedAt;
      if (day === undefined || !later) continue;
      warn(
        run,
        "future-date",
        {
          en: `\`${name}\` (${formatDay(day)}) is in the future`,
          zh: `\`${name}\`（${formatDay(day)}）在将来`,
        },
        party,
      );
    }
  }
}

function explainVersion(run: Run, reason: VersionReason): void {
  const { policy } = run.loaded.version;
  const label: LocalizedText =
    reason.kind === "named"
      ? {
          en: `version ${policy.version}, in force from ${policy.effectiveFrom}, as the request names it`,
          zh: `按请求指定，适用第${policy.version}版（自${policy.effectiveFrom}起施行）`,
        }
      : {
          en: `version ${policy.version}, in force from ${policy.effectiveFrom}, because the ${labelOf(run, reason.fact).en} is ${formatDay(reason.day)}`,
          zh: `适用第${policy.version}版（自${policy.effectiveFrom}起施行），因为${labelOf(run, reason.fact).zh}为${formatDay(reason.day)}`,
        };
  const byDate = reason.kind === "named" && reason.byDate !== policy.version ? reason.byDate : undefined;
  const note: LocalizedText | undefined =
    byDate === undefined
      ? undefined
      : {
          en: `by its day the case would fall under version ${byDate}`,
          zh: `按日期，本案本应适用第${byDate}版`,
        };
  run.explanation.push({
    stage: "version",
    kind: "version",
    label,
    references: [],
    ...(note ? { note } : {}),
  });
}

function labelOf(run: Run, fact: string): LocalizedText {
  return run.loaded.catalogue.get(fact)?.label ?? { en: fact, zh: fact };
}

function byName([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : 1;
}
