import type { DerivedFact, Gate, Policy } from "@evenhand/domain";
import { isFactReference } from "@evenhand/domain";
import { rowRuleId } from "../table/compile-table.ts";

/** A part of the policy that reads names: a rule, a row, the cap. */
type Reader = { readonly id: string; readonly reads: ReadonlySet<string> };

/** Names of conditions are kept apart from those of facts. */
const CONDITION = "condition ";

/**
 * What reads a fact or parameter (`parameter.<id>`), directly or through derived facts and named conditions: ids of
 * rules, of rows as `<table>#<row>`, of tables where the table as a whole reads it, of gates as `gate:<kind>`, names of
 * facts that it bounds, `cap` and `conflict`. In document order.
 *
 * @example readersOf("parameter.closeDays", policy) // ["close-in-7-days"]
 */
export function readersOf(name: string, policy: Policy): readonly string[] {
  return readersOfAll(name, policy);
}

/** What asks for a named condition. */
export function readersOfCondition(name: string, policy: Policy): readonly string[] {
  return readersOfAll(CONDITION + name, policy);
}

function readersOfAll(name: string, policy: Policy): readonly string[] {
  const carriers = carriersOf(policy);
  const reached = new Set([name]);
  for (let before = 0; before < reached.size;) {
    before = reached.size;
    for (const carrier of carriers) if (readsAny(carrier, reached)) reached.add(carrier.id);
  }
  return readersIn(policy).flatMap((reader) => (readsAny(reader, reached) ? [reader.id] : []));
}

function readsAny({ reads }: Reader, names: ReadonlySet<string>): boolean {
  return [...reads].some((name) => names.has(name));
}

/** What hands on what it reads under a name of its own. */
function carriersOf(policy: Policy): readonly Reader[] {
  const derived = [
    ...Object.entries(policy.derived?.case ?? {}),
    ...Object.entries(policy.derived?.party ?? {}),
  ];
  return [
    ...derived.map(([id, derivation]) => ({ id, reads: namesInDerived(derivation) })),
    ...Object.entries(policy.conditions ?? {}).map(([id, condition]) => ({
      id: CONDITION + id,
      reads: namesIn(condition),
    })),
  ];
}

function readersIn(policy: Policy): readonly Reader[] {
  const facts = [...Object.entries(policy.facts.case), ...Object.entries(policy.facts.party)];
  return [
    { id: "cap", reads: namesIn(policy.cap) },
    {
      id: "conflict",
      reads: new Set([policy.conflict?.decider ?? [], policy.conflict?.instructors ?? []].flat()),
    },
    ...(policy.gates ?? []).map((gate) => ({ id: gateId(gate), reads: namesInGate(gate) })),
    ...facts.map(([id, { maximum }]) => ({ id, reads: namesIn(maximum) })),
    ...Object.entries(policy.tables).flatMap(([id, table]): readonly Reader[] => [
      { id, reads: namesIn([table.when, table.inputs, table.event]) },
      ...table.rows.map((row) => ({ id: rowRuleId(id, row.id), reads: namesIn([row.when, row.then]) })),
    ]),
    ...policy.rules.map(({ id, rule }) => ({ id, reads: namesIn(rule) })),
  ];
}

/** Every name in a condition, cell or event: references, and the two places where an event names a fact by plain text. */
function namesIn(part: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  collect(part, names);
  return names;
}

const PLAIN_NAMES: ReadonlySet<string> = new Set(["fact", "from", "owners"]);

function collect(part: unknown, names: Set<string>): void {
  if (typeof part !== "object" || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    if (typeof value !== "string") collect(value, names);
    else if (PLAIN_NAMES.has(key)) names.add(value);
    else if (key === "condition") names.add(CONDITION + value);
  }
}

/** By which a change names a gate: there is one of each kind. */
export function gateId({ kind }: Gate): string {
  return `gate:${kind}`;
}

function namesInGate(gate: Gate): ReadonlySet<string> {
  const named = ["act" in gate ? gate.act : [], "told" in gate ? gate.told : []].flat();
  return new Set([...named, ...("days" in gate ? [gate.days.fact] : [])]);
}

function namesInDerived({ label: _, kind: __, ...sources }: DerivedFact): ReadonlySet<string> {
  const names = new Set(namesIn(sources));
  for (const [field, value] of Object.entries(sources)) {
    if (field === "code") continue;
    for (const source of Array.isArray(value) ? (value as readonly unknown[]) : [value]) {
      if (typeof source === "string") names.add(source);
      if (isFactReference(source)) names.add(source.fact);
    }
  }
  return names;
}
