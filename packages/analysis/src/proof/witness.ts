import {
  type EvaluateRequest,
  type FactValue,
  PARTY_KINDS,
  type Policy,
  type WageFact,
  formatDay,
  formatInstant,
  fromMillionths,
  knownDeclarations,
  parseDay,
} from "@evenhand/domain";
import type { LoadedVersion } from "@evenhand/engine";
import { SUBJECT } from "./codes.ts";
import type { Model } from "./model.ts";
import { TRUE, type Term, and, atMost, implies, int, ite, plus, same, times } from "./terms.ts";
import type { FactVariable, World } from "./world.ts";

/** A case that a model describes, as a request under one version, and the moment to decide it at. */
export type Witness = { readonly request: EvaluateRequest; readonly evaluatedAt: number };

/**
 * The case of one party that a model describes. Each version is given the facts that it declares; what a model does not
 * mention may be anything, and is left out or nothing.
 */
export function witnessOf(world: World, model: Model, policy: Policy): Witness {
  const numberOf = (term: Term): bigint => model.numbers.get(nameOf(term)) ?? 0n;
  const declarations = knownDeclarations(policy);
  const facts = { case: {} as Record<string, FactValue>, party: {} as Record<string, FactValue> };
  for (const variable of world.facts.values()) {
    const { name, scope, type, stated } = variable;
    if (declarations[scope][name]?.type !== type || model.truths.get(nameOf(stated)) !== true) continue;
    facts[scope][name] = factValue(world, model, variable);
  }
  const kindCode = world.codes.textOf(numberOf(world.kind));
  const kind = PARTY_KINDS.find((one) => one === kindCode) ?? "person";
  const evidence = Array.from(
    { length: Number(model.numbers.get("supportingEvidence") ?? 0n) },
    (_, index) => ({
      id: `E${index + 1}`,
      kind: "document",
      supports: SUBJECT,
    }),
  );
  const evaluatedAt = Number(numberOf(world.evaluatedAt));
  return {
    request: {
      case: {
        reference: "PROOF-1",
        facts: { ...facts.case, ...decidedOn(facts.case, numberOf(world.evaluatedOn)) },
        parties: [{ id: SUBJECT, kind, facts: facts.party }],
        ...(evidence.length === 0 ? {} : { evidence }),
      },
      policyVersion: policy.version,
    },
    evaluatedAt,
  };
}

/** A case without a day of its decision is decided on the day of evaluation; said outright, nobody need know the moment. */
function decidedOn(
  facts: Readonly<Record<string, FactValue>>,
  evaluatedOn: bigint,
): Record<string, FactValue> {
  return "decidedOn" in facts ? {} : { decidedOn: formatDay(Number(evaluatedOn)) };
}

function factValue(world: World, model: Model, { type, value, members }: FactVariable): FactValue {
  const number = model.numbers.get(nameOf(value)) ?? 0n;
  switch (type) {
    case "boolean":
      return model.truths.get(nameOf(value)) === true;
    case "set":
      return [...members].flatMap(([member, holds]) =>
        model.truths.get(nameOf(holds)) === true ? [member] : [],
      );
    case "enum":
    case "text":
    case "party":
      return world.codes.textOf(number);
    case "decimal":
    case "rate":
      return fromMillionths(Number(number));
    case "date":
      return formatDay(Number(number));
    case "instant":
      return formatInstant(Number(number), "UTC");
    case "money":
    case "integer":
      return Number(number);
  }
}

/** The name under which a model mentions a constant. */
export function nameOf(term: Term): string {
  return term.replace(/^\|(.*)\|$/s, "$1");
}

const HUNDRED = 10_000;
const MOST_MONEY = 10_000;
const MOST_COUNT = 100;
const DAY_MS = 86_400_000;
const YEAR = 365;

/**
 * Every whole number that a fact states is 1, so that products of facts are plain numbers, and no set has more than one
 * value. It narrows the search for a case to where a solver finds one soonest, and to the shortest to read.
 */
export function smallest(world: World): Term {
  const terms = [...world.facts.values()].map(({ type, stated, value, members }) => {
    if (type === "integer") return implies(stated, same(value, int(1)));
    if (type !== "set") return TRUE;
    return atMost(plus(...[...members.values()].map((holds) => ite(holds, int(1), int(0)))), int(1));
  });
  return and(TRUE, ...terms);
}

/** A month's least and most of what nobody may be left below, in hundreds of the currency. */
const MINIMUM_WAGE = [20, 30] as const;
/** How often the bonus, and the minimum wage, go into a month's wage at the least. */
const BONUSES_IN_WAGE = 10;
const MINIMUMS_IN_WAGE = 3;
/** How many days of work a month's wage is paid for. */
const DAYS_IN_WAGE = [20, 30] as const;

/**
 * Where statutory guards limit a month, everybody's wages are stated and such as people earn: so much that a guard hardly
 * comes into it. Without it a solver finds the days before any guard was in force, or wages of nothing.
 */
export function paid(world: World, { guards }: LoadedVersion): Term {
  if (guards.length === 0) return TRUE;
  const wage = (name: WageFact): FactVariable | undefined => world.facts.get(`party.${name}`);
  const [bonus, least, month, day] = [
    wage("monthlyBonus"),
    wage("minimumWage"),
    wage("monthlyWage"),
    wage("averageDailyWage"),
  ];
  const stated = [bonus, least, month, day].flatMap((one) => one?.stated ?? []);
  const [lowest, highest] = MINIMUM_WAGE;
  const [fewest, most] = DAYS_IN_WAGE;
  return and(
    TRUE,
    ...stated,
    least
      ? and(atMost(int(lowest * HUNDRED), least.value), atMost(least.value, int(highest * HUNDRED)))
      : TRUE,
    month && bonus ? atMost(times(int(BONUSES_IN_WAGE), bonus.value), month.value) : TRUE,
    month && least ? atMost(times(int(MINIMUMS_IN_WAGE), least.value), month.value) : TRUE,
    month && day
      ? and(
          atMost(times(int(fewest), day.value), month.value),
          atMost(month.value, times(int(most), day.value)),
        )
      : TRUE,
  );
}

/** What makes a case one that people can picture: whole hundreds of money, small counts, days in the year after the version. */
export function ordinary(world: World, policy: Policy): Term {
  const from = parseDay(policy.effectiveFrom) ?? 0;
  const terms = [...world.facts.values()].flatMap(({ name, type, stated, value }): readonly Term[] => {
    switch (type) {
      case "money": {
        const hundreds = world.script.declare(`${nameOf(value)} in hundreds`, "Int");
        const least = name === "monthlyBonus" ? 10 : 1;
        return [
          implies(
            stated,
            and(
              same(value, `(* ${HUNDRED} ${hundreds})`),
              atMost(int(least), hundreds),
              atMost(hundreds, int(MOST_MONEY)),
            ),
          ),
        ];
      }
      case "integer":
        return [implies(stated, and(atMost(int(0), value), atMost(value, int(MOST_COUNT))))];
      case "date":
        return [implies(stated, and(atMost(int(from), value), atMost(value, int(from + YEAR))))];
      case "instant":
        return [
          implies(stated, and(atMost(int(from * DAY_MS), value), atMost(value, int((from + YEAR) * DAY_MS)))),
        ];
      default:
        return [];
    }
  });
  const evaluated = and(
    atMost(int(from), world.evaluatedOn),
    atMost(world.evaluatedOn, int(from + YEAR)),
    // Noon in Greenwich: the same day wherever clocks are less than twelve hours ahead.
    same(world.evaluatedAt, `(+ (* ${DAY_MS} ${world.evaluatedOn}) ${DAY_MS / 2})`),
  );
  return and(TRUE, ...terms, evaluated);
}
