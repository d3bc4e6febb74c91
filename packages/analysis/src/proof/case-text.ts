import {
  type EvaluateRequest,
  type FactValue,
  localDay,
  parseDay,
  parseInstant,
  toMillionths,
} from "@evenhand/domain";
import type { LoadedVersion } from "@evenhand/engine";
import { SUBJECT } from "./codes.ts";
import { encodePlan } from "./plan.ts";
import { TRUE, type Term, and, int, not, or, same } from "./terms.ts";
import { encodeVersion } from "./version.ts";
import { type FactVariable, type World, newWorld } from "./world.ts";

/** A case as the engine decided it: one party of it, and what it comes to for them. */
export type DecidedTotal = {
  readonly request: EvaluateRequest;
  /** The id of the party in question, or of somebody whom a party names. */
  readonly party: string;
  /** Epoch milliseconds. */
  readonly evaluatedAt: number;
  readonly totalMinor: number;
  /** Of a person: what stood in the month of the decision, and what the plan puts into it. */
  readonly month?: { readonly takenMinor: number; readonly plannedMinor: number };
};

/**
 * The text of a version with the facts of given cases, for holding it against the engine. `admits`: it can hold where
 * one of the cases can come to its total and its plan. `differs`: it can hold where one of them can come to any other.
 */
export function caseText(
  version: LoadedVersion,
  cases: readonly DecidedTotal[],
  asks: "admits" | "differs",
): string {
  const world = newWorld();
  const { charge } = encodeVersion(world, version, { tag: "A" });
  const { taken, planned } = encodePlan(world, version, charge);
  const terms = cases.map((one) => {
    const { totalMinor, month } = one;
    const comesTo = and(
      same(charge.totalMinor, int(totalMinor)),
      month ? same(planned, int(month.plannedMinor)) : TRUE,
    );
    const given = month ? same(taken, int(month.takenMinor)) : TRUE;
    return and(factsOf(world, version, one), given, asks === "admits" ? comesTo : not(comesTo));
  });
  return world.script.text([or(...terms)]);
}

/** All that is known of a case; nothing of its other parties. */
function factsOf(world: World, { version: { policy } }: LoadedVersion, one: DecidedTotal): Term {
  const { request, party, evaluatedAt } = one;
  const found = request.case.parties.find(({ id }) => id === party);
  const supporting = (request.case.evidence ?? []).filter(({ supports }) => supports === party);
  const isAlone = found !== undefined && request.case.parties.length === 1;
  const known = [...world.facts.values()].flatMap((variable) => {
    const facts = variable.scope === "case" ? request.case.facts : found?.facts;
    return facts ? [factIs(world, variable, { value: facts[variable.name] ?? null, party })] : [];
  });
  const isParty = world.script.isDeclared("is a party") ? "|is a party|" : TRUE;
  return and(
    isAlone ? world.alone : not(world.alone),
    found ? isParty : not(isParty),
    found ? same(world.kind, world.codes.of(found.kind)) : TRUE,
    same(world.evaluatedAt, int(evaluatedAt)),
    same(world.evaluatedOn, int(localDay(evaluatedAt, policy.timeZone))),
    same("|supportingEvidence|", int(supporting.length)),
    ...known,
  );
}

type Stated = { readonly value: FactValue; readonly party: string };

function factIs(world: World, variable: FactVariable, { value, party }: Stated): Term {
  if (value === null) return not(variable.stated);
  if (typeof value === "boolean") return and(variable.stated, value ? variable.value : not(variable.value));
  if (typeof value === "number")
    return and(variable.stated, same(variable.value, int(wholeOf(variable, value))));
  if (typeof value === "string")
    return and(variable.stated, same(variable.value, textIs(world, variable, { value, party })));
  const members = [...variable.members].map(([member, holds]) =>
    value.includes(member) ? holds : not(holds),
  );
  return and(variable.stated, ...members);
}

function wholeOf({ type }: FactVariable, value: number): number {
  return type === "decimal" || type === "rate" ? toMillionths(value) : value;
}

type TextStated = { readonly value: string; readonly party: string };

function textIs(world: World, { type }: FactVariable, { value, party }: TextStated): Term {
  if (type === "date") return int(parseDay(value) ?? 0);
  if (type === "instant") return int(parseInstant(value) ?? 0);
  // In the text the person in question always has the same id, so whoever else has it gets another.
  const id = value === party ? SUBJECT : value === SUBJECT ? `other ${value}` : value;
  return world.codes.of(type === "party" ? id : value);
}
