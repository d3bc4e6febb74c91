import { type Departure, wordLabel } from "@evenhand/domain";
import { type Run, addComputed, setBuiltIn, textOf, warn } from "../run.ts";
import type { DepartureProblem } from "./departure-problems.ts";
import { type Placed, applyDeparture, charges, readDepartures } from "./departures.ts";
import { type Entry, totalOf } from "./entries.ts";
import { type GuardInForce, guardsInForce } from "./guard-limits.ts";
import { penaltyTotals } from "./penalty.ts";
import { type Scheduling, boundsOf, planDeduction } from "./schedule.ts";
import type { StandingIn } from "./standing.ts";

type Given = {
  readonly standing: StandingIn;
  /** What somebody decided otherwise than the rules propose. */
  readonly departures: readonly Departure[];
};

/**
 * What may not be decided, and how fast the rest may be taken: conflict of interest, prohibited deductions, statutory
 * guards, the monthly cap over everything already scheduled. Computed; no policy can write rules for it. Gives what is
 * wrong with the departures; where anything is, there is no outcome.
 */
export function guard(run: Run, { standing, departures }: Given): readonly DepartureProblem[] {
  const guards = guardsInForce(run);
  refuseConflict(run);
  refuseForbidden(run, guards);
  if (run.disposition === "refused") refuse(run);
  const read = readDepartures(run, departures);
  if ("problems" in read) return read.problems;
  const problems = run.entries.all.flatMap((entry) =>
    settle(run, entry, { guards, standing, departure: read.byParty.get(entry.id) }),
  );
  setBuiltIn(run, "disposition", run.disposition);
  for (const [name, value] of Object.entries(penaltyTotals(run))) setBuiltIn(run, name, value);
  return problems;
}

type Settling = Scheduling & { readonly departure: Placed | undefined };

/** What is charged in the end, and in which months it comes off; only a person's pay is drained month by month. */
function settle(run: Run, entry: Entry, { departure, ...scheduling }: Settling): readonly DepartureProblem[] {
  const isCharged = totalOf(entry) > 0 || (departure !== undefined && charges(departure));
  const bounds = entry.kind === "person" && isCharged ? boundsOf(run, entry, scheduling) : undefined;
  const problems = departure ? applyDeparture(run, entry, departure, bounds?.limits) : [];
  if (bounds && problems.length === 0) planDeduction(run, entry, bounds, scheduling.standing);
  return problems;
}

/** Everybody who may not decide: the parties, whoever instructed one, and whoever the outcome charges. */
export function excludedFrom(run: Run): readonly string[] {
  const people = run.entries.all.filter((entry) => entry.kind === "person").map((entry) => entry.id);
  return [...new Set([...people, ...instructors(run)])];
}

function instructors(run: Run): readonly string[] {
  const { conflict } = run.loaded.version.policy;
  return run.read.parties.flatMap((party) =>
    (conflict?.instructors ?? []).flatMap(
      (fact) => textOf(run, { fact }, run.facts.partySlots[party.index] ?? []) ?? [],
    ),
  );
}

function refuseConflict(run: Run): void {
  const { conflict } = run.loaded.version.policy;
  const decider = conflict && textOf(run, { fact: conflict.decider }, run.facts.caseSlots);
  if (!conflict || decider === undefined) return;
  const concerned = new Set([...run.read.parties.map((party) => party.id), ...excludedFrom(run)]);
  if (!concerned.has(decider)) return;
  run.disposition = "refused";
  run.ground = "conflict-of-interest";
  const text = {
    en: `${decider} is a party to the case or gave the instruction, and may not decide it; somebody else must`,
    zh: `${decider}是本案当事方或下达指示的人，不得作出处理决定，须由他人决定`,
  };
  warn(run, "conflict-of-interest", text, decider);
  addComputed(run, { stage: "guard", party: decider, label: text, references: conflict.references });
}

function refuseForbidden(run: Run, guards: readonly GuardInForce[]): void {
  const charged = run.entries.all.filter((entry) => entry.kind === "person" && totalOf(entry) > 0);
  for (const { guard: forbidding, period } of guards) {
    if (period.moneyPenalty !== "forbidden" || charged.length === 0) continue;
    run.disposition = "refused";
    run.ground ??= "prohibited-deduction";
    const text = {
      en: `${forbidding.title.en}: no money may be taken from anybody's pay as a sanction`,
      zh: `${forbidding.title.zh}：不得以任何金钱方式处罚员工`,
    };
    warn(run, "guard-forbidden", text);
    addComputed(run, { stage: "guard", label: text, references: period.references });
  }
}

/** A refused decision charges nobody with anything. */
function refuse(run: Run): void {
  const ground = wordLabel(run.ground ?? "refused", run.loaded.version.policy.words);
  warn(run, "refused", {
    en: `this may not be decided so: ${ground.en}`,
    zh: `不得作出如此处理：${ground.zh}`,
  });
  run.compensation.length = 0;
  run.measures.length = 0;
  for (const step of run.explanation) {
    if (step.stage !== "penalty" || step.fired !== true || step.stands === false) continue;
    step.stands = false;
    step.note = {
      en: `nothing is charged, because the decision is refused: ${ground.en}`,
      zh: `因不得如此处理（${ground.zh}），不予扣罚`,
    };
  }
  for (const entry of run.entries.all) {
    Object.assign(entry, {
      fineMinor: 0,
      bonusPenaltyMinor: 0,
      lossMinor: 0,
      grade: null,
      reminder: false,
      commendation: false,
      suspended: false,
    });
    delete entry.shareMillionths;
  }
}
