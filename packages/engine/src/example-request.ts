import {
  type EvaluateRequest,
  type FactDeclaration,
  type FactValue,
  MAX_AMOUNT_MINOR,
  PARTY_KINDS,
  type Party,
  type PartyKind,
  type Policy,
  type PolicyVersion,
  formatInstant,
  instantOn,
  isFactReference,
  knownDeclarations,
  parseDay,
  requiredOf,
} from "@evenhand/domain";

type Declarations = Readonly<Record<string, FactDeclaration>>;
type Facts = Readonly<Record<string, FactValue>>;

/**
 * A small request that can be evaluated under this version as it stands, with made-up values: what is required, and where
 * nothing is, some of what rules read; a party where the policy has facts of parties.
 *
 * @param isRead whether any rule reads the fact of this name
 */
export function exampleRequest(version: PolicyVersion, isRead: (fact: string) => boolean): EvaluateRequest {
  const { policy } = version;
  const declarations = knownDeclarations(policy);
  const divided = pointFacts(version);
  const chosen = (of: Declarations, kind?: PartyKind): Facts =>
    sampleFacts(withBounds(choose(of, { isRead, divided: divided.all, kind }), of), policy, divided.wholes);
  const facts = chosen(declarations.case);
  const kind = PARTY_KINDS.find((one) =>
    Object.values(declarations.party).some((declaration) => requiredOf(declaration, one)),
  );
  const isNamed = Object.keys(facts).some((name) => declarations.case[name]?.mustBeParty === true);
  const hasParty = isNamed || kind !== undefined || Object.keys(policy.facts.party).length > 0;
  const party = (of: PartyKind): Party => ({ id: OWN_ID, kind: of, facts: chosen(declarations.party, of) });
  const parties = hasParty ? [party(kind ?? "person")] : [];
  const evidence = divided.all.has("supportingEvidence") ? { evidence: [EVIDENCE] } : {};
  return { case: { reference: "EXAMPLE-1", facts, parties, ...evidence } };
}

const OWN_ID = "P1";
const EVIDENCE = { id: "E1", kind: "statement", supports: OWN_ID } as const;

type Divided = {
  readonly all: ReadonlySet<string>;
  /** Those that hold all points of a unit, of which a party's own are a part. */
  readonly wholes: ReadonlySet<string>;
};

/** Whoever bears by points is refused without them, so they are stated whether required or not. */
function pointFacts({ policy, rules }: PolicyVersion): Divided {
  const derived = { ...policy.derived?.case, ...policy.derived?.party };
  const addTo = (found: Set<string>, name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    // Words of a derived fact that name no fact do no harm here.
    for (const source of Object.values(derived[name] ?? {}).flat())
      if (typeof source === "string") addTo(found, source);
  };
  const [all, wholes] = [new Set<string>(), new Set<string>()];
  for (const { rule } of rules) {
    if (rule.event.type !== "bear" || rule.event.params.portion !== "points") continue;
    const { points, of, within: unit } = rule.event.params;
    for (const reference of [points, of, unit]) if (reference) addTo(all, reference.fact);
    if (of) addTo(wholes, of.fact);
  }
  return { all, wholes };
}

type Choice = {
  readonly isRead: (fact: string) => boolean;
  readonly divided: ReadonlySet<string>;
  readonly kind: PartyKind | undefined;
};

/** Everything that is required; where nothing is, the amounts, words and the first yes or no that rules read. */
function choose(declarations: Declarations, { isRead, divided, kind }: Choice): readonly string[] {
  const names = Object.keys(declarations);
  const needed = names.filter((name) => {
    const declaration = declarations[name];
    return divided.has(name) || (declaration !== undefined && requiredOf(declaration, kind));
  });
  if (names.some((name) => needed.includes(name) && !divided.has(name))) return needed;
  const ofType = (type: FactDeclaration["type"]): readonly string[] =>
    names.filter((name) => declarations[name]?.type === type && isRead(name));
  const pay = kind === "person" ? ["monthlyBonus"] : [];
  return [
    ...new Set([...needed, ...ofType("money"), ...ofType("enum"), ...ofType("boolean").slice(0, 1), ...pay]),
  ];
}

type Chosen = ReadonlyMap<string, FactDeclaration>;

/** With the facts that hold the greatest values of the chosen ones, and theirs. */
function withBounds(names: readonly string[], declarations: Declarations): Chosen {
  const chosen = new Map<string, FactDeclaration>();
  const add = (name: string): void => {
    const declaration = declarations[name];
    if (!declaration || chosen.has(name)) return;
    chosen.set(name, declaration);
    if (isFactReference(declaration.maximum)) add(declaration.maximum.fact);
  };
  for (const name of names) add(name);
  return chosen;
}

function sampleFacts(chosen: Chosen, policy: Policy, wholes: ReadonlySet<string>): Facts {
  const facts = new Map(
    [...chosen].map(([name, declaration]): readonly [string, FactValue] => [
      name,
      wholes.has(name) && declaration.type === "integer"
        ? within(10, declaration)
        : sample(name, declaration, policy),
    ]),
  );
  keepToBounds(facts, chosen);
  return Object.fromEntries(facts);
}

/** First what holds a greatest value rises to the least it must allow, then what exceeds it comes down. Bounds may be bounded in turn, so there is a round for each. */
function keepToBounds(facts: Map<string, FactValue>, chosen: Chosen): void {
  const least = new Map([...chosen].map(([name, { minimum = -Infinity }]) => [name, minimum]));
  const bounded = [...chosen].flatMap(([name, { maximum }]) =>
    isFactReference(maximum) ? [{ name, bound: maximum.fact }] : [],
  );
  const set = (name: string, by: (value: number) => number): void => {
    const value = facts.get(name);
    if (typeof value === "number") facts.set(name, by(value));
  };
  for (const _ of chosen)
    for (const { name, bound } of bounded)
      least.set(bound, Math.max(least.get(bound) ?? -Infinity, least.get(name) ?? -Infinity));
  for (const [name, floor] of least) set(name, (value) => Math.max(value, floor));
  for (const _ of chosen)
    for (const { name, bound } of bounded) {
      const most = facts.get(bound);
      if (typeof most === "number") set(name, (value) => Math.min(value, most));
    }
}

function within(value: number, { type, minimum = -Infinity, maximum }: FactDeclaration): number {
  const [least, most] = LIMITS[type] ?? [-Infinity, Infinity];
  const highest = typeof maximum === "number" ? Math.min(maximum, most) : most;
  return Math.min(Math.max(value, minimum, least), highest);
}

const LIMITS: Partial<Record<FactDeclaration["type"], readonly [number, number]>> = {
  money: [0, MAX_AMOUNT_MINOR],
  rate: [0, 1],
};

function sample(name: string, declaration: FactDeclaration, policy: Policy): FactValue {
  const first = Object.keys(declaration.values ?? {})[0] ?? "";
  switch (declaration.type) {
    case "money":
      return within(100_000, declaration);
    case "integer":
    case "decimal":
      return within(1, declaration);
    case "rate":
      return within(0.5, declaration);
    case "boolean":
      return true;
    case "date":
      return policy.effectiveFrom;
    case "instant":
      return noonOf(policy);
    case "enum":
      return first;
    case "set":
      return first === "" ? [] : [first];
    case "text":
      return "example";
    case "party":
      return somebody(name, declaration, policy);
  }
}

/** Noon on the first day of the version where the policy holds, so that it falls on that day wherever that is. */
function noonOf({ effectiveFrom, timeZone }: Policy): string {
  return formatInstant(instantOn(parseDay(effectiveFrom) ?? 0, "12:00", timeZone), timeZone);
}

/** A party where it must be one; else somebody apart for each kind, and another than those for who decides. */
function somebody(
  name: string,
  { mustBeParty, namesKind = "person" }: FactDeclaration,
  policy: Policy,
): string {
  if (mustBeParty) return OWN_ID;
  if (name === policy.conflict?.decider) return "P3";
  return namesKind === "person" ? "P2" : `${namesKind}-1`;
}
