import {
  type Case,
  type DerivedFact,
  type FactDeclaration,
  type FactValue,
  type Finding,
  PARAMETER_PREFIX,
  type PolicyVersion,
  type Scope,
  addCalendarMonths,
  knownDeclarations,
  localDay,
  parseDay,
  parseInstant,
} from "@evenhand/domain";
import { requirements } from "@evenhand/engine";

/**
 * What of a case a version's rules decided by, in a form in which who somebody is plays no part. Facts that nobody states
 * are left out, as are those that no rule of intake, attribution or penalty reads.
 */
export type RelevantFacts = {
  readonly case: Readonly<Record<string, FactValue>>;
  /** In the order of the case, which decides who bears a last cent. */
  readonly parties: readonly Readonly<Record<string, FactValue>>[];
};

/** The facts that decide outcomes under a version: what reads a case of it as relevant facts. */
export type RelevanceReader = (from: {
  readonly case: Case;
  /** What was on record against its parties when it was decided. */
  readonly findings: readonly Finding[];
}) => RelevantFacts;

/** Stages whose rules decide what somebody bears; deadlines and who approves are no outcome for a party. */
const DECIDING_STAGES: ReadonlySet<string> = new Set(["intake", "attribution", "penalty"]);

const MS_PER_DAY = 86_400_000;

/**
 * How cases are read under a version. Two cases with the same relevant facts get the same proposal, whoever is concerned
 * and whenever it was:
 * - a day or moment counts as its distance from the day that the version is chosen by, so that how long something took
 *   tells cases apart and when it happened does not;
 * - the id of somebody counts as their place among the parties, or as somebody else;
 * - text that no condition compares, such as the name of a team, counts as which of its values in the case it is;
 * - what is on record counts as the number of times that a derived fact gives, under its name, whichever stage reads it;
 * - the kind of a party counts, as rules may read it; the party's id does not, nor any fact that no rule reads.
 */
export function relevanceReader(version: PolicyVersion): RelevanceReader {
  const { policy } = version;
  const stages = new Map(version.rules.map(({ id, stage }) => [id, stage]));
  const compared = comparedFacts(version);
  const declarations = knownDeclarations(policy);
  const relevant = requirements(version).facts.filter(
    ({ readBy, usedFor }) =>
      usedFor.includes("loss") || readBy.some((rule) => DECIDING_STAGES.has(stages.get(rule) ?? "")),
  );
  const names = (scope: Scope): readonly string[] =>
    relevant.filter((fact) => fact.scope === scope).map(({ name }) => name);
  const caseNames = names("case");
  const partyNames = names("party");
  const records = Object.entries(policy.derived?.party ?? {}).flatMap(([name, derived]) =>
    derived.kind === "on-record" ? [{ name, derived }] : [],
  );
  return ({ case: asked, findings }) => {
    const view = viewOf(asked, version, compared);
    const said = (scope: Scope, facts: Case["facts"], of: readonly string[]): Record<string, FactValue> =>
      Object.fromEntries(
        of.flatMap((name) => {
          const value = facts[name];
          const declaration = declarations[scope][name];
          return value === undefined || value === null || !declaration
            ? []
            : [[name, view.seen(name, declaration, value)]];
        }),
      );
    return {
      case: said("case", asked.facts, caseNames),
      parties: asked.parties.map((party) => ({
        partyKind: party.kind,
        ...said("party", party.facts, partyNames),
        ...Object.fromEntries(
          records.map(({ name, derived }) => [
            name,
            timesOnRecord(derived, { party: party.id, findings, view, version }),
          ]),
        ),
      })),
    };
  };
}

type View = {
  /** The day that the version was chosen by. */
  readonly appliesDay: number;
  readonly seen: (name: string, declaration: FactDeclaration, value: FactValue) => FactValue;
};

function viewOf(asked: Case, { policy }: PolicyVersion, compared: ReadonlySet<string>): View {
  const applies = asked.facts[policy.appliesBy];
  const text = typeof applies === "string" ? applies : "";
  const moment = parseInstant(text);
  const appliesDay = parseDay(text) ?? (moment === undefined ? 0 : localDay(moment, policy.timeZone));
  const places = new Map(asked.parties.map(({ id }, index) => [id, `#${index + 1}`]));
  const labels = new Map<string, string>();
  return {
    appliesDay,
    seen: (name, { type }, value) => {
      if (typeof value !== "string") return value;
      if (type === "date") return (parseDay(value) ?? 0) - appliesDay;
      if (type === "instant") return (parseInstant(value) ?? 0) - (moment ?? appliesDay * MS_PER_DAY);
      if (type === "party") return places.get(value) ?? "somebody-else";
      if (type !== "text" || compared.has(name)) return value;
      const known = labels.get(value) ?? `#${labels.size + 1}`;
      labels.set(value, known);
      return known;
    },
  };
}

/** The facts that conditions compare with something, named conditions included; not those that they only ask for. */
function comparedFacts({ policy, rules }: PolicyVersion): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const item of node) walk(item);
    else if (typeof node === "object" && node !== null) {
      const asksWhetherKnown = "value" in node && node.value === null;
      if ("fact" in node && typeof node.fact === "string" && !asksWhetherKnown) found.add(node.fact);
      for (const part of Object.values(node)) walk(part);
    }
  };
  for (const { rule } of rules) walk(rule.conditions);
  walk(policy.conditions);
  return found;
}

function timesOnRecord(
  derived: Extract<DerivedFact, { readonly kind: "on-record" }>,
  of: {
    readonly party: string;
    readonly findings: readonly Finding[];
    readonly view: View;
    readonly version: PolicyVersion;
  },
): number {
  const months = of.version.policy.parameters[derived.months.fact.slice(PARAMETER_PREFIX.length)]?.value;
  if (typeof months !== "number") return 0;
  const since = addCalendarMonths(of.view.appliesDay, -months);
  return of.findings.filter(({ party, code, occurredOn }) => {
    const day = parseDay(occurredOn) ?? since - 1;
    return party === of.party && code === derived.code && day >= since && day < of.view.appliesDay;
  }).length;
}
