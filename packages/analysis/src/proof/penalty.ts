import {
  type DeductParams,
  type EventOf,
  type Guard,
  MAX_AMOUNT_MINOR,
  type Rule,
  type Value,
} from "@evenhand/domain";
import type { LoadedVersion } from "@evenhand/engine";
import { heardFirst, identityOf } from "./attribution.ts";
import { SUBJECT } from "./codes.ts";
import { firing } from "./conditions.ts";
import { type Facts, numberTerm, valueNamed, valueTerm } from "./facts.ts";
import { rulesSaying } from "./intake.ts";
import {
  FALSE,
  TRUE,
  type Term,
  and,
  atMost,
  floorDivide,
  greater,
  implies,
  int,
  ite,
  less,
  minus,
  or,
  plus,
  same,
  times,
} from "./terms.ts";
import { type NumberTerm, whole } from "./values.ts";

const OF_PARTY = { stage: "penalty", scope: "party" } as const;

/** What a version charges the person with, and what comes off their bonus. */
export type Charge = {
  /** The total after everything that is computed, minor units. */
  readonly totalMinor: Term;
  readonly bonus: NumberTerm;
  readonly suspended: Term;
};

type Asked = {
  readonly asked: Term;
  readonly lossShare: Term;
};

/** Fines, deductions and what stands of them in the end. */
export function encodePenalty(facts: Facts, { asked, lossShare }: Asked): Charge {
  const { script } = facts.world;
  const define = (name: string, term: Term): Term => script.define(`${facts.tag}: ${name}`, "Int", term);
  const bonus = payOf(facts);
  const fine = define("fines", plus(...finesOf(facts, asked), byOthers(facts, "fine")));
  const ofBonus = define(
    "deductions of bonus",
    plus(...monthsOf(facts, { asked, bonus }), byOthers(facts, "deduct")),
  );
  const ofGrade = define("deductions by grade", plus(...conversionsOf(facts, { asked, bonus })));
  const ofLoss = define("deduction of the loss", ite(anyFires(facts, asked, isShare), lossShare, int(0)));
  const disposition = valueNamed(facts, "disposition");
  const isRefused =
    disposition.kind === "code" ? same(disposition.code, facts.world.codes.of("refused")) : FALSE;
  const charged = plus(greater(fine, int(0)), ofBonus, ofGrade, ofLoss);
  const before = define("charged by the rules", ite(isRefused, int(0), charged));
  // Each part that comes to more than can be reckoned exactly refuses the case.
  const most = int(MAX_AMOUNT_MINOR);
  script.assert(and(atMost(fine, most), atMost(plus(ofBonus, ofGrade), most), atMost(ofLoss, most)));
  return {
    totalMinor: define("total", afterGuards(facts, before)),
    bonus,
    suspended: script.define(
      `${facts.tag}: suspended`,
      "Bool",
      anyFires(facts, asked, ({ rule: { event } }) => event.type === "suspend"),
    ),
  };
}

function isShare({ rule: { event } }: Rule): boolean {
  return event.type === "deduct" && event.params.of === "share";
}

function anyFires(facts: Facts, asked: Term, picks: (rule: Rule) => boolean): Term {
  const rules = facts.loaded.stages.penalty.party.set.rules.filter(picks);
  return and(asked, or(FALSE, ...rules.map((rule) => firing(facts, rule))));
}

/** Whether a penalty falls on the person: on the party itself, or on somebody a fact names who is no other. */
function fallsHere(facts: Facts, on: Value | undefined): Term {
  if (on === undefined) return TRUE;
  const named = valueTerm(facts, on);
  return named.kind === "code" ? and(named.known, same(named.code, facts.world.codes.of(SUBJECT))) : FALSE;
}

function finesOf(facts: Facts, asked: Term): readonly Term[] {
  return rulesSaying(facts, "fine", OF_PARTY).flatMap((rule) => {
    const { event } = rule.rule;
    return event.type === "fine" ? [fineOf(facts, rule, { params: event.params, asked })] : [];
  });
}

type FineAsked = { readonly params: EventOf<"fine">["params"]; readonly asked: Term };

function fineOf(facts: Facts, rule: Rule, { params, asked }: FineAsked): Term {
  const value = fineAmount(facts, params);
  const applies = and(
    asked,
    firing(facts, rule),
    fallsHere(facts, params.on),
    value.known,
    heardFirst(facts, rule, params.once),
  );
  const often = params.times === undefined ? undefined : numberTerm(facts, params.times);
  // A case in which something is to be counted less than no times is refused.
  if (often) facts.world.script.assert(implies(applies, atMost(int(0), often.top)));
  return facts.world.script.define(
    `${facts.tag}: fine by ${rule.id}`,
    "Int",
    ite(applies, value.top, int(0)),
  );
}

/** `amount` × `times` − `insteadOf`, known where all of them are. */
export function fineAmount(
  facts: Facts,
  { amount, times: count, insteadOf }: EventOf<"fine">["params"],
): NumberTerm {
  const [each, often, instead] = [amount, count ?? 1, insteadOf ?? 0].map((value) =>
    numberTerm(facts, value),
  );
  if (!each || !often || !instead) throw new Error("a fine is reckoned from three figures");
  // INVARIANT: amounts are whole minor units, and nothing happens a part of a time.
  if ([each, often, instead].some(({ under }) => under !== int(1)))
    throw new Error("a fine is reckoned in whole numbers");
  return whole(minus(times(each.top, often.top), instead.top), and(each.known, often.known, instead.known));
}

/** What others' facts put on the person, of which nothing is known; nothing, where no rule can or nobody else is there. */
function byOthers(facts: Facts, type: "fine" | "deduct"): Term {
  const { script, alone } = facts.world;
  const names = namingRules(facts, type);
  if (names.length === 0) return int(0);
  const open = script.declare(`${facts.namedTag}: ${type} named by other parties`, "Int");
  script.assert(implies(alone, same(open, int(0))));
  script.approximate(names.map(({ id }) => id).join(", "), {
    en: "what other parties' facts put on the person may be any amount",
    zh: "因其他当事方的事实而由其承担的金额未作限定，可为任意金额",
  });
  return open;
}

function namingRules(facts: Facts, type: "fine" | "deduct" | "grade"): readonly Rule[] {
  return rulesSaying(facts, type, OF_PARTY).filter(({ rule: { event } }) => isSet(event.params, "on"));
}

/**
 * Everything that penalties on whomever a fact names, and on the first party of several, rest on in a version besides
 * attribution; and who may not decide.
 */
export function namingIdentity({ version: { policy, rules } }: LoadedVersion): string {
  const naming = rules.filter(
    ({ stage, rule: { event } }) =>
      stage === "penalty" && (isSet(event.params, "on") || isSet(event.params, "once")),
  );
  return identityOf(policy, {
    rules: naming.map(({ id, rule }) => ({ id, rule })),
    grades: policy.grades,
    conflict: policy.conflict ?? null,
  });
}

function isSet(params: object, name: "on" | "once"): boolean {
  return Object.entries(params).some(([key, value]) => key === name && value !== undefined);
}

/** Whether any rule can put something on whoever a fact names. */
export function namesSomebody(loaded: LoadedVersion): boolean {
  return loaded.stages.penalty.party.set.rules.some(({ rule: { event } }) => isSet(event.params, "on"));
}

/** The bonus as the person's own facts have it, else as a department that names them may state it. */
function payOf(facts: Facts): NumberTerm {
  const own = valueNamed(facts, "monthlyBonus");
  if (own.kind !== "number") throw new Error("a bonus is a number");
  if (!namesSomebody(facts.loaded)) return own;
  const { script, alone } = facts.world;
  const known = script.declare(`${facts.namedTag}: bonus known`, "Bool");
  const bonus = script.declare(`${facts.namedTag}: bonus`, "Int");
  const stated = and(facts.isParty, own.known);
  script.assert(implies(stated, and(known, same(bonus, own.top))));
  script.assert(implies(alone, implies(known, stated)));
  script.assert(and(atMost(int(0), bonus), atMost(bonus, int(MAX_AMOUNT_MINOR))));
  script.approximate("monthlyBonus", {
    en: "the bonus of somebody who does not state it may be any that another party states",
    zh: "本人未填写奖金的，可为其他当事方所填的任意金额",
  });
  return whole(bonus, known);
}

type OfBonus = { readonly asked: Term; readonly bonus: NumberTerm };

function monthsOf(facts: Facts, { asked, bonus }: OfBonus): readonly Term[] {
  return deductions(facts).flatMap(({ rule, params }) => {
    if (params.of !== "bonus") return [];
    const months = numberTerm(facts, params.months);
    const applies = and(asked, firing(facts, rule), fallsHere(facts, params.on), months.known, bonus.known);
    return [
      facts.world.script.define(
        `${facts.tag}: deduction by ${rule.id}`,
        "Int",
        ite(applies, rounded(bonus, months), int(0)),
      ),
    ];
  });
}

function conversionsOf(facts: Facts, { asked, bonus }: OfBonus): readonly Term[] {
  const rules = deductions(facts).filter(({ params }) => params.of === "grade");
  if (rules.length === 0) return [];
  const grade = gradeOf(facts, asked);
  return rules.flatMap(({ rule, params }) => {
    if (params.of !== "grade") return [];
    const byGrade = facts.loaded.version.policy.grades.map((name, rank) => {
      const rate = Object.hasOwn(params.rates, name) ? params.rates[name] : undefined;
      if (rate === undefined) return int(0);
      const factor = numberTerm(facts, rate);
      return ite(and(same(grade, int(rank)), factor.known), rounded(bonus, factor), int(0));
    });
    const applies = and(asked, firing(facts, rule), bonus.known);
    return [
      facts.world.script.define(
        `${facts.tag}: deduction by ${rule.id}`,
        "Int",
        ite(applies, plus(...byGrade), int(0)),
      ),
    ];
  });
}

function deductions(facts: Facts): readonly { readonly rule: Rule; readonly params: DeductParams }[] {
  return rulesSaying(facts, "deduct", OF_PARTY).flatMap((rule) =>
    rule.rule.event.type === "deduct" ? [{ rule, params: rule.rule.event.params }] : [],
  );
}

/** Half up: the greatest whole number not above the exact amount and a half. */
function rounded(bonus: NumberTerm, factor: NumberTerm): Term {
  const under = times(bonus.under, factor.under);
  return floorDivide(plus(times(int(2), times(bonus.top, factor.top)), under), times(int(2), under));
}

/** The gravest grade given, as its place among the policy's grades, mildest 0; −1 for none. */
function gradeOf(facts: Facts, asked: Term): Term {
  const { script, alone } = facts.world;
  const { grades } = facts.loaded.version.policy;
  let gravest: Term = int(-1);
  for (const [rank, name] of grades.entries()) {
    const given = rulesSaying(facts, "grade", OF_PARTY).flatMap((rule) => {
      const { event } = rule.rule;
      return event.type === "grade" && event.params.grade === name
        ? [and(asked, firing(facts, rule), fallsHere(facts, event.params.on))]
        : [];
    });
    gravest = ite(or(FALSE, ...given), int(rank), gravest);
  }
  const naming = namingRules(facts, "grade");
  if (naming.length > 0) {
    script.approximate(naming.map(({ id }) => id).join(", "), {
      en: "what other parties' facts put on the person may be any grade",
      zh: "因其他当事方的事实而给予其的处分可为任意等级",
    });
    const open = script.declare(`${facts.namedTag}: grade named by other parties`, "Int");
    script.assert(
      and(atMost(int(-1), open), less(open, int(grades.length)), implies(alone, same(open, int(-1)))),
    );
    gravest = greater(script.define(`${facts.tag}: own grade`, "Int", gravest), open);
  }
  return script.define(`${facts.tag}: grade`, "Int", gravest);
}

/**
 * What a refused decision and the guards leave of it. A guard that only limits months leaves the total as it is; what
 * others take off is left open.
 */
function afterGuards(facts: Facts, before: Term): Term {
  const { script } = facts.world;
  const { guards, version } = facts.loaded;
  const left = version.policy.conflict ? ite(conflicted(facts), int(0), before) : before;
  const lowering = guards.filter(lowersTotals).map(({ jurisdiction }) => jurisdiction);
  if (lowering.length === 0) return left;
  const after = script.declare(`${facts.tag}: total after guards`, "Int");
  script.assert(and(atMost(int(0), after), atMost(after, greater(left, int(0)))));
  script.approximate("guards", {
    en: `what a guard takes off (${lowering.join(", ")}) is left open: the total may be anything up to what the rules charge`,
    zh: `法定限制（${lowering.join("、")}）所减去的金额未作限定，合计可为规则所扣金额以内的任意数额`,
  });
  return after;
}

/** Whether a guard can take anything off for good, and not only spread it over months. */
function lowersTotals({ periods }: Guard): boolean {
  return periods.some(
    ({ moneyPenalty, perActCap, limitationDays, carry }) =>
      moneyPenalty !== "allowed" ||
      perActCap !== undefined ||
      limitationDays !== undefined ||
      !carry.allowed ||
      !carry.instalments,
  );
}

/** Whether somebody who may not decide does, in which case nobody is charged. */
function conflicted(facts: Facts): Term {
  facts.world.script.approximate("conflict", {
    en: "whether a conflict of interest stands in the way is left open",
    zh: "是否存在利益冲突未作限定",
  });
  return facts.world.script.declare(`${facts.namedTag}: conflict of interest`, "Bool");
}
