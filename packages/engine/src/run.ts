import {
  type ArithmeticLine,
  type Bearer,
  type Compensation,
  type Deadline,
  type Disposition,
  type EngineWarningCode,
  type ExplanationStep,
  type FactValue,
  type LocalizedText,
  type Measure,
  type Reference,
  type Rule,
  type RuleStage,
  type Stage,
  type Value,
  type Warning,
  isFactReference,
} from "@evenhand/domain";
import { type CaseFacts, showFact } from "./facts/case-facts.ts";
import type { LoadedVersion, StageRules } from "./load-version.ts";
import type { ReadCase, ReadParty } from "./request/read-facts.ts";
import type { ConditionValue, FactSlots } from "./rules/rule-set.ts";
import { traceRule } from "./rules/trace.ts";
import type { Entries } from "./stages/entries.ts";

/** A question put to an evaluator: which of these rules fire on these facts? Whoever drives the run answers with indices. */
export type Ask = { readonly rules: StageRules; readonly slots: FactSlots };

/** Work that asks for rules on its way; the same stages run under either evaluator. */
export type Steps<Result> = Generator<Ask, Result, readonly number[]>;

/** An explanation step that later work may still say more about. */
export type StepDraft = { -readonly [Key in keyof ExplanationStep]: ExplanationStep[Key] };

/** Everything one decision builds up on its way through the stages. */
export type Run = {
  readonly loaded: LoadedVersion;
  readonly read: ReadCase;
  /** Whether only rules that fired are explained, and without what their conditions saw. */
  readonly isBrief: boolean;
  readonly facts: CaseFacts;
  /** Those who are no party but have come to bear a share; the rules of later stages are asked of them too. */
  readonly joined: ReadParty[];
  /** Epoch day on which deductions start and deadlines of the decision count from. */
  readonly decidedOn: number;
  /** The local epoch day by which the version was chosen, or the day of evaluation. */
  readonly asOfDay: number;
  /** The first month (since year 0) that may hold an instalment. */
  readonly firstMonth: number;
  /** The month (since year 0) through which payroll is closed, where that is not before the month of the decision. */
  readonly closedThrough?: number;
  readonly entries: Entries;
  readonly explanation: StepDraft[];
  readonly warnings: Warning[];
  readonly measures: Measure[];
  readonly compensation: Compensation[];
  readonly deadlines: Deadline[];
  /** How the loss was divided, the company last; empty where nobody claimed a part of it. */
  allocation: readonly Bearer[];
  disposition: Disposition;
  ground?: string;
  category?: string;
  severity?: string;
  caseNumber?: string;
  level?: string;
};

export type Fired = {
  readonly rule: Rule;
  readonly party?: ReadParty;
  readonly slots: FactSlots;
  readonly step: StepDraft;
};

/** Asks all rules of a stage, first of the case and then of each party, and explains each of them, fired or not. */
export function* askStage(run: Run, stage: RuleStage): Steps<readonly Fired[]> {
  const rules = run.loaded.stages[stage];
  const fired = [
    ...explain(run, rules.case, run.facts.caseSlots, yield { rules: rules.case, slots: run.facts.caseSlots }),
  ];
  if (rules.party.set.rules.length === 0) return fired;
  for (const party of [...run.read.parties, ...run.joined]) {
    const slots = run.facts.partySlots[party.index] ?? [];
    fired.push(...explain(run, rules.party, slots, yield { rules: rules.party, slots }, party));
  }
  return fired;
}

function explain(
  run: Run,
  rules: StageRules,
  slots: FactSlots,
  indices: readonly number[],
  party?: ReadParty,
): readonly Fired[] {
  const found: Fired[] = [];
  const firing = new Set(indices);
  for (const [index, rule] of rules.set.rules.entries()) {
    const fired = firing.has(index);
    if (run.isBrief && !fired) continue;
    const step: StepDraft = {
      stage: rule.stage,
      kind: "rule",
      rule: rule.id,
      ...(party ? { party: party.id } : {}),
      label: rule.label,
      references: rule.references,
      fired,
      ...(fired ? { stands: true } : {}),
      ...(run.isBrief
        ? {}
        : { conditions: traceRule(rule, rules.set, slots, (fact, value) => shown(run, fact, value)) }),
      parameters: run.loaded.parametersOf.get(rule.id) ?? [],
      ...(fired
        ? { effect: { type: rule.rule.event.type, params: resolveAll(run, rule.rule.event.params, slots) } }
        : {}),
    };
    run.explanation.push(step);
    if (fired) found.push({ rule, slots, step, ...(party ? { party } : {}) });
  }
  return found;
}

/** Marks a rule that fired but gave way to another. */
export function giveWay(fired: Fired, note: LocalizedText): void {
  fired.step.stands = false;
  fired.step.note = note;
}

/** Notes on a rule that fired that nothing followed from it, because a fact it names is not stated. */
export function noteNoEffect(fired: Fired): void {
  fired.step.note ??= {
    en: "nothing follows, because a fact it needs is not stated",
    zh: "所需事实未填写，未产生结果",
  };
}

/** What a value of an event is for these facts; a fact that is not known gives null. */
export function valueOf(run: Run, value: Value, slots: FactSlots): ConditionValue {
  if (!isFactReference(value)) return value;
  const slot = run.loaded.layout.slotOf.get(value.fact);
  return (slot === undefined ? run.loaded.constants.get(value.fact) : slots[slot]) ?? null;
}

export function numberOf(run: Run, value: Value, slots: FactSlots): number | undefined {
  const found = valueOf(run, value, slots);
  return typeof found === "number" ? found : undefined;
}

export function textOf(run: Run, value: Value, slots: FactSlots): string | undefined {
  const found = valueOf(run, value, slots);
  return found === null ? undefined : String(found);
}

/** A fact as the request wrote it: days and instants as text. */
export function shown(run: Run, fact: string, value: ConditionValue): FactValue {
  return showFact(run.loaded.catalogue.get(fact), value, run.loaded.version.policy.timeZone);
}

function resolveAll(run: Run, params: object, slots: FactSlots): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, resolved(run, value, slots)]),
  );
}

function resolved(run: Run, value: unknown, slots: FactSlots): unknown {
  if (isFactReference(value)) return shown(run, value.fact, valueOf(run, value, slots));
  return typeof value === "object" && value !== null ? resolveAll(run, value, slots) : value;
}

/** Writes what a stage found where the rules of later stages read it. */
export function setBuiltIn(run: Run, name: string, value: ConditionValue, party?: ReadParty): void {
  const slot = run.loaded.layout.slotOf.get(name);
  if (slot === undefined) throw new Error(`the engine supplies no fact ${name}`);
  if (party) {
    const slots = run.facts.partySlots[party.index];
    if (slots) slots[slot] = value;
    return;
  }
  for (const slots of [run.facts.caseSlots, ...run.facts.partySlots]) slots[slot] = value;
}

type Computed = {
  readonly stage: Stage;
  readonly label: LocalizedText;
  readonly references?: readonly Reference[];
  readonly party?: string;
  readonly arithmetic?: readonly ArithmeticLine[];
  readonly parameters?: StepDraft["parameters"];
  readonly note?: LocalizedText;
};

/** Adds what the engine itself worked out, with its arithmetic. */
export function addComputed(
  run: Run,
  { stage, label, references, party, arithmetic, parameters, note }: Computed,
): void {
  run.explanation.push({
    stage,
    kind: "computed",
    label,
    references: references ?? [],
    ...(party === undefined ? {} : { party }),
    ...(arithmetic && arithmetic.length > 0 ? { arithmetic } : {}),
    ...(parameters ? { parameters } : {}),
    ...(note ? { note } : {}),
  });
}

/** Adds a warning once. */
export function warn(
  run: Run,
  code: EngineWarningCode | (string & {}),
  text: LocalizedText,
  party?: string,
): void {
  if (run.warnings.some((known) => known.code === code && known.party === party && known.text.en === text.en))
    return;
  run.warnings.push({ code, message: text.en, text, ...(party === undefined ? {} : { party }) });
}
