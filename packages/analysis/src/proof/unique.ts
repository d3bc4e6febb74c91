import {
  type EventOf,
  type EventType,
  type ExplanationStep,
  type Language,
  RULE_STAGES,
  type Rule,
  type Scope,
  type Value,
  canonicalJson,
  formatInstant,
} from "@evenhand/domain";
import { type LoadedVersion, decide } from "@evenhand/engine";
import { partName, vocabularyOf } from "@evenhand/policy";
import { called } from "./called.ts";
import { SUBJECT } from "./codes.ts";
import { firing } from "./conditions.ts";
import { type Facts, valueTerm } from "./facts.ts";
import type { Model } from "./model.ts";
import { outcomeUnder } from "./outcome-under.ts";
import { fineAmount } from "./penalty.ts";
import type { Asked, ConfirmedCase, Posed } from "./posed.ts";
import { FALSE, TRUE, type Term, and, not, or, same } from "./terms.ts";
import { type ValueTerm, equal } from "./values.ts";
import { encodeVersion } from "./version.ts";
import { witnessOf } from "./witness.ts";
import { type World, newWorld } from "./world.ts";

/** Two rules of one priority, and where in a case they say different things. */
type Pair = { readonly left: Rule; readonly right: Rule; readonly clash: Term };

/**
 * Asks whether two rules of one priority, stage and scope can say different things of one matter in one case: fines, and
 * everything of which the first that is heard stands – disposition, category, severity, number, role, exemption, the day
 * a step is due, authority –, so that with equal priorities the ids decide. Of grades the gravest stands, whatever the
 * order; claims on the loss, deductions, measures and warnings add up.
 */
export function poseUnique(version: LoadedVersion, question: Asked): Posed {
  const { policy } = version.version;
  const name = called(version, question);
  const world = newWorld();
  const { facts, asked } = encodeVersion(world, version, { tag: "A" });
  const later = afterGuard(facts);
  const pairs = RULE_STAGES.flatMap((stage) =>
    (["case", "party"] as const).flatMap((scope) =>
      pairsOf(version.stages[stage][scope].set.rules).flatMap(([left, right]) => {
        const clash = clashOf(stage === "deadline" || stage === "authority" ? later : facts, left, right);
        return clash === FALSE ? [] : [{ left, right, clash: and(askedIn(scope, asked), clash) }];
      }),
    ),
  );
  const named = pairs.map(({ left, right, clash }) =>
    world.script.define(`clash of ${left.id} and ${right.id}`, "Bool", clash),
  );
  return {
    world,
    versions: [version],
    claim: {
      en: `no two rules of one priority in ${name.en} of ${policy.id} say different things of one matter in one case`,
      zh: `${policy.id}${name.zh}中，同一优先级的两条规则不会在同一案件中对同一事项给出不同结果`,
    },
    violation: or(FALSE, ...named),
    confirm: (model) => confirmClash({ version, world, pairs }, model),
  };
}

/** The facts as the stages after the guard see them: by then a decision may be refused, where anything can refuse it. */
function afterGuard(facts: Facts): Facts {
  const { guards, conflict } = facts.loaded.version.policy;
  const found = valueTerm(facts, { fact: "disposition" });
  if ((guards.length === 0 && !conflict) || found.kind !== "code") return facts;
  const { script, codes } = facts.world;
  const code = script.declare(`${facts.tag}: disposition after guards`, "Int");
  script.assert(or(same(code, found.code), same(code, codes.of("refused"))));
  const values = new Map(facts.values).set("disposition", { kind: "code", known: TRUE, code });
  return { ...facts, tag: `${facts.tag} after guards`, values, fired: new Map(), named: new Map() };
}

function askedIn(scope: Scope, asked: Term): Term {
  return scope === "case" ? TRUE : asked;
}

function pairsOf(rules: readonly Rule[]): readonly (readonly [Rule, Rule])[] {
  return rules.flatMap((left, index) =>
    rules
      .slice(index + 1)
      .filter(
        (right) =>
          right.rule.event.type === left.rule.event.type &&
          (right.rule.priority ?? 1) === (left.rule.priority ?? 1),
      )
      .map((right) => [left, right] as const),
  );
}

function clashOf(facts: Facts, left: Rule, right: Rule): Term {
  const differ = difference(facts, left, right);
  return differ === FALSE ? FALSE : and(firing(facts, left), firing(facts, right), differ);
}

/** Where what two rules say is not the same; never, of what adds up. */
function difference(facts: Facts, { rule: { event: left } }: Rule, { rule: { event: right } }: Rule): Term {
  if (left.type === "fine" && right.type === "fine") return finesDiffer(facts, left.params, right.params);
  if (left.type === "classify" && right.type === "classify")
    return or(
      valuesDiffer(facts, left.params.category, right.params.category),
      valuesDiffer(facts, left.params.severity, right.params.severity),
    );
  if (left.type === "due" && right.type === "due") return dueDiffer(facts, left.params, right.params);
  if (!ONE_STANDS.has(left.type) || left.type !== right.type) return FALSE;
  return canonicalJson(left.params) === canonicalJson(right.params) ? FALSE : TRUE;
}

const ONE_STANDS: ReadonlySet<EventType> = new Set(["disposition", "number", "role", "exempt", "authority"]);

type Fine = EventOf<"fine">["params"];

function finesDiffer(facts: Facts, left: Fine, right: Fine): Term {
  const [one, other] = [fineAmount(facts, left), fineAmount(facts, right)];
  return and(sameTarget(facts, left.on, right.on), one.known, other.known, not(equal(one, other) ?? FALSE));
}

/** Whether what two rules put on somebody falls on one and the same. */
function sameTarget(facts: Facts, left: Value | undefined, right: Value | undefined): Term {
  const [one, other] = [left, right].map((on): ValueTerm =>
    on === undefined
      ? { kind: "code", known: TRUE, code: facts.world.codes.of(SUBJECT) }
      : valueTerm(facts, on),
  );
  if (one?.kind !== "code" || other?.kind !== "code") return FALSE;
  return and(one.known, other.known, same(one.code, other.code));
}

function valuesDiffer(facts: Facts, left: Value | undefined, right: Value | undefined): Term {
  if (left === undefined || right === undefined) return FALSE;
  const [one, other] = [valueTerm(facts, left), valueTerm(facts, right)];
  return and(one.known, other.known, not(equal(one, other) ?? FALSE));
}

type Due = EventOf<"due">["params"];

function dueDiffer(facts: Facts, left: Due, right: Due): Term {
  if (left.step !== right.step) return FALSE;
  const [from, other] = [valueTerm(facts, { fact: left.from }), valueTerm(facts, { fact: right.from })];
  const known = and(from.known, other.known);
  const apart = left.from !== right.from || left.unit !== right.unit || left.at !== right.at;
  return and(known, apart ? TRUE : valuesDiffer(facts, left.within, right.within));
}

type Confirming = { readonly version: LoadedVersion; readonly world: World; readonly pairs: readonly Pair[] };

function confirmClash({ version, world, pairs }: Confirming, model: Model): ConfirmedCase | undefined {
  const { policy } = version.version;
  const { request, evaluatedAt } = witnessOf(world, model, policy);
  const decided = decide(version, request, { evaluatedAt });
  if ("refusal" in decided) return undefined;
  // A rule that fired and from which nothing follows, for want of a fact, stands with a note on it.
  const fired = decided.response.explanation.filter(
    (step) => step.fired === true && !(step.stands === true && step.note !== undefined),
  );
  const stepsOf = ({ id }: Rule): readonly ExplanationStep[] => fired.filter(({ rule }) => rule === id);
  const found = pairs.find(({ left, right }) =>
    stepsOf(left).some((one) =>
      stepsOf(right).some((other) => one.party === other.party && saysOtherwise(one, other)),
    ),
  );
  if (!found) return undefined;
  const nameIn = (language: Language): readonly string[] => {
    const vocabulary = vocabularyOf(policy, language);
    return [found.left, found.right].map(({ id }) => partName(id, vocabulary));
  };
  return {
    finding: {
      en: `${nameIn("en").join(" and ")} have one priority, both hold of this case, and say different things`,
      zh: `${nameIn("zh").join("和")}优先级相同，在本案中同时成立，但给出的结果不同`,
    },
    evaluatedAt: formatInstant(evaluatedAt, policy.timeZone),
    outcomes: [outcomeUnder(request, decided)],
  };
}

/** Of fines the amounts count, of the rest what the events say with their facts filled in. */
function saysOtherwise(one: ExplanationStep, other: ExplanationStep): boolean {
  if (one.effect?.type !== "fine")
    return canonicalJson(one.effect?.params ?? null) !== canonicalJson(other.effect?.params ?? null);
  const [left, right] = [one, other].map(({ arithmetic }) => arithmetic?.[0]?.resultMinor);
  return left !== undefined && right !== undefined && left !== right;
}
