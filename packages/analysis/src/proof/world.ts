import {
  type FactDeclaration,
  type FactType,
  MAX_AMOUNT_MINOR,
  PARTY_KINDS,
  type Policy,
  type Scope,
  isFactReference,
  knownDeclarations,
  parseDay,
  toMillionths,
} from "@evenhand/domain";
import { Codes, SUBJECT } from "./codes.ts";
import { Script } from "./script.ts";
import { TRUE, type Term, and, atMost, implies, int, not, or, same } from "./terms.ts";
import { type ValueTerm, whole } from "./values.ts";

/** A fact that a case may state: whether it does, and what. Versions that declare it alike read the same variable. */
export type FactVariable = {
  readonly name: string;
  readonly scope: Scope;
  readonly type: FactType;
  readonly stated: Term;
  /** A whole number, in millionths for decimals and rates; of text, enum and party a code; of a boolean a truth. */
  readonly value: Term;
  /** Of a set: the values asked about so far. */
  readonly members: Map<string, Term>;
};

/** What may be so in a case: the facts of the case and of one party, the person whose outcome is asked about. */
export type World = {
  readonly script: Script;
  readonly codes: Codes;
  /** The person is the only party. Where this holds, the text leaves nothing open about anybody else. */
  readonly alone: Term;
  /** The kind of the party, as a code. */
  readonly kind: Term;
  readonly evaluatedAt: Term;
  readonly evaluatedOn: Term;
  readonly facts: Map<string, FactVariable>;
};

const FIRST_DAY = parseDay("1900-01-01") ?? 0;
const LAST_DAY = parseDay("9999-12-31") ?? 0;
const DAY_MS = 86_400_000;
/** An offset can put a moment of the first day before it in Greenwich, and one of the last day after it. */
const FIRST_MOMENT = (FIRST_DAY - 1) * DAY_MS;
const LAST_MOMENT = (LAST_DAY + 2) * DAY_MS;
const LARGEST_COUNT = 1_000_000_000;
const MILLION = 1_000_000;

export function newWorld(): World {
  const script = new Script();
  const codes = new Codes();
  const kind = script.declare("kind of party", "Int");
  script.assert(or(...PARTY_KINDS.map((one) => same(kind, codes.of(one)))));
  const evaluatedAt = script.declare("evaluatedAt", "Int");
  const evaluatedOn = script.declare("evaluatedOn", "Int");
  script.assert(between(evaluatedAt, FIRST_MOMENT, LAST_MOMENT));
  script.assert(sameDayNearly(evaluatedOn, evaluatedAt));
  return {
    script,
    codes,
    alone: script.declare("alone", "Bool"),
    kind,
    evaluatedAt,
    evaluatedOn,
    facts: new Map(),
  };
}

/** The local day of an instant: that of Greenwich, or the day before or after, since no zone is further off. */
export function sameDayNearly(day: Term, instant: Term): Term {
  const start = `(* ${DAY_MS} ${day})`;
  return and(atMost(`(- ${start} ${DAY_MS})`, instant), atMost(instant, `(+ ${start} ${2 * DAY_MS})`));
}

export function between(term: Term, least: number, most: number): Term {
  return and(atMost(int(least), term), atMost(term, int(most)));
}

function variableOf(
  world: World,
  scope: Scope,
  { name, type }: { readonly name: string; readonly type: FactType },
): FactVariable {
  const key = `${scope}.${name}`;
  const known = world.facts.get(key);
  if (known?.type === type) return known;
  // Declared with another type by another version: the two have only the name in common.
  const symbol = known ? `${key} (${type})` : key;
  const again = world.facts.get(symbol);
  if (again) return again;
  const { script } = world;
  const variable: FactVariable = {
    name,
    scope,
    type,
    stated: script.declare(`${symbol} stated`, "Bool"),
    value: type === "set" ? int(0) : script.declare(symbol, type === "boolean" ? "Bool" : "Int"),
    members: new Map(),
  };
  world.facts.set(symbol, variable);
  return variable;
}

/** What every version's reading of a request demands of the facts it declares, and the values its rules see. */
export function declareFacts(world: World, policy: Policy, isParty: Term): ReadonlyMap<string, ValueTerm> {
  const declarations = knownDeclarations(policy);
  const values = new Map<string, ValueTerm>();
  for (const scope of ["case", "party"] as const) {
    const present = scope === "case" ? TRUE : isParty;
    for (const [name, declaration] of Object.entries(declarations[scope])) {
      const variable = variableOf(world, scope, { name, type: declaration.type });
      constrain(world, variable, { declaration, present });
      values.set(name, seen(world, variable, declaration));
    }
    for (const [name, { maximum }] of Object.entries(declarations[scope])) {
      if (!isFactReference(maximum)) continue;
      const [value, most] = [values.get(name), values.get(maximum.fact)];
      if (value?.kind !== "number" || most?.kind !== "number") continue;
      const within = atMost(`(* ${value.top} ${most.under})`, `(* ${most.top} ${value.under})`);
      world.script.assert(implies(and(value.known, most.known), within));
    }
  }
  const decidedOn = values.get("decidedOn");
  if (decidedOn?.kind === "number") {
    const day = `(ite ${decidedOn.known} ${decidedOn.top} ${world.evaluatedOn})`;
    values.set(
      "decidedOn",
      whole(
        world.script.isDeclared("decidedOn") ? "|decidedOn|" : world.script.define("decidedOn", "Int", day),
        TRUE,
      ),
    );
  }
  return values;
}

type Declared = { readonly declaration: FactDeclaration; readonly present: Term };

function constrain(world: World, variable: FactVariable, { declaration, present }: Declared): void {
  const { script } = world;
  const { stated, value, type } = variable;
  script.assert(implies(present, requiredTerm(world, declaration, stated)));
  if (type === "boolean") return;
  script.assert(implies(stated, rangeOf(world, value, declaration)));
  const scale = type === "decimal" || type === "rate" ? MILLION : 1;
  const bound = (limit: number): Term => int(scale === 1 ? limit : toMillionths(limit));
  if (declaration.minimum !== undefined)
    script.assert(implies(stated, atMost(bound(declaration.minimum), value)));
  if (typeof declaration.maximum === "number")
    script.assert(implies(stated, atMost(value, bound(declaration.maximum))));
}

function requiredTerm(world: World, { required }: FactDeclaration, stated: Term): Term {
  if (required === undefined || required === false) return TRUE;
  if (required === true) return stated;
  return implies(or(...required.map((kind) => same(world.kind, world.codes.of(kind)))), stated);
}

function rangeOf(world: World, value: Term, declaration: FactDeclaration): Term {
  switch (declaration.type) {
    case "money":
      return between(value, 0, MAX_AMOUNT_MINOR);
    case "integer":
      return between(value, -LARGEST_COUNT, LARGEST_COUNT);
    case "decimal":
      return between(value, -LARGEST_COUNT * MILLION, LARGEST_COUNT * MILLION);
    case "rate":
      return between(value, 0, MILLION);
    case "date":
      return between(value, FIRST_DAY, LAST_DAY);
    case "instant":
      return between(value, FIRST_MOMENT, LAST_MOMENT);
    case "enum": {
      const listed = Object.keys(declaration.values ?? {}).map((one) => same(value, world.codes.of(one)));
      return declaration.open ? atMost(int(0), value) : or(...listed);
    }
    case "party":
      return and(
        atMost(int(0), value),
        declaration.mustBeParty ? implies(world.alone, same(value, world.codes.of(SUBJECT))) : TRUE,
      );
    case "text":
      return atMost(int(0), value);
    case "boolean":
    case "set":
      return TRUE;
  }
}

/** What conditions see of a fact: an absent boolean is false unless the policy says otherwise, an absent set is empty. */
function seen(world: World, variable: FactVariable, declaration: FactDeclaration): ValueTerm {
  const { stated, value, type, name, scope } = variable;
  switch (type) {
    case "boolean":
      return declaration.whenAbsent === "unknown"
        ? { kind: "truth", known: stated, holds: value }
        : { kind: "truth", known: TRUE, holds: and(stated, value) };
    case "set": {
      const members = Object.keys(declaration.values ?? {}).map((one) => {
        const known =
          variable.members.get(one) ?? world.script.declare(`${scope}.${name} has ${one}`, "Bool");
        variable.members.set(one, known);
        return [one, and(stated, known)] as const;
      });
      return { kind: "set", known: TRUE, members: new Map(members) };
    }
    case "enum":
    case "text":
    case "party":
      return { kind: "code", known: stated, code: value };
    case "decimal":
    case "rate":
      return { kind: "number", known: stated, top: value, under: int(MILLION) };
    case "money":
    case "integer":
    case "date":
    case "instant":
      return whole(value, stated);
  }
}

/** A value of a set that one version does not list is stated under none of them: the request would be refused. */
export function listedByAll(world: World, policies: readonly Policy[]): void {
  for (const variable of world.facts.values()) {
    for (const policy of policies) {
      const values = knownDeclarations(policy)[variable.scope][variable.name]?.values;
      if (!values || variable.type !== "set") continue;
      for (const [value, holds] of variable.members)
        if (!Object.hasOwn(values, value)) world.script.assert(not(holds));
    }
  }
}
