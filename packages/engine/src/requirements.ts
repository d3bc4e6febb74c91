import {
  type EvaluateRequest,
  type FactDeclaration,
  GUARD_FACTS,
  type LocalizedText,
  type PartyKind,
  type Policy,
  type PolicyVersion,
  type Scope,
  knownDeclarations,
} from "@evenhand/domain";
import { exampleRequest } from "./example-request.ts";

/** One fact that a case under a policy may state. */
export type FactRequirement = {
  readonly name: string;
  readonly scope: Scope;
  readonly type: FactDeclaration["type"];
  readonly label: LocalizedText;
  readonly help?: LocalizedText;
  /** `true`: of every case (or party); a list: of parties of these kinds; `false`: the rules that need it do not apply without it. */
  readonly required: boolean | readonly PartyKind[];
  readonly values?: Readonly<Record<string, LocalizedText>>;
  /** A value outside `values` is accepted. */
  readonly open?: boolean;
  /** Ids of the rules that read it, through derived facts and named conditions as well; rows of tables as `<table>#<row>`. */
  readonly readBy: readonly string[];
  /** What the engine itself reads it for. */
  readonly usedFor: readonly (
    | "version"
    | "loss"
    | "cap"
    | "start-of-deduction"
    | "conflict"
    | "guard"
    | "gate"
  )[];
};

export type Requirements = {
  readonly policy: { readonly id: string; readonly version: number; readonly hash: string };
  readonly facts: readonly FactRequirement[];
  /** A small request that can be evaluated as it stands, with made-up values; a party where the policy has facts of parties. */
  readonly example: EvaluateRequest;
};

/** Which facts a case needs under this version, who reads them, and an example that can be sent as it stands. */
export function requirements(version: PolicyVersion): Requirements {
  const { policy, hash, rules } = version;
  const readers = readersOf(policy, rules);
  const declarations = knownDeclarations(policy);
  const facts = (["case", "party"] as const).flatMap((scope) =>
    Object.entries(declarations[scope]).map(([name, declaration]): FactRequirement => ({
      name,
      scope,
      type: declaration.type,
      label: declaration.label,
      ...(declaration.help ? { help: declaration.help } : {}),
      required: declaration.required ?? false,
      ...(declaration.values ? { values: declaration.values } : {}),
      ...(declaration.open ? { open: true } : {}),
      readBy: [...(readers.get(name) ?? [])],
      usedFor: usesOf(policy, name),
    })),
  );
  return {
    policy: { id: policy.id, version: policy.version, hash },
    facts,
    example: exampleRequest(version, (name) => readers.has(name)),
  };
}

function readersOf(policy: Policy, rules: PolicyVersion["rules"]): ReadonlyMap<string, ReadonlySet<string>> {
  const readers = new Map<string, Set<string>>();
  const note = (fact: string, rule: string): void => {
    const known = readers.get(fact) ?? new Set<string>();
    if (known.has(rule)) return;
    readers.set(fact, known.add(rule));
    const derived = policy.derived?.case?.[fact] ?? policy.derived?.party?.[fact];
    if (derived) for (const source of namesIn(derived, policy)) note(source, rule);
  };
  for (const rule of rules) for (const fact of namesIn(rule.rule, policy)) note(fact, rule.id);
  return readers;
}

/** Every name a piece of the document may read a fact by; names of other things are harmless, since only facts are looked up. */
function namesIn(node: unknown, policy: Policy): readonly string[] {
  if (typeof node === "string") return [node];
  if (Array.isArray(node)) return node.flatMap((item) => namesIn(item, policy));
  if (typeof node !== "object" || node === null) return [];
  if ("condition" in node && typeof node.condition === "string")
    return namesIn(policy.conditions?.[node.condition], policy);
  return Object.entries(node).flatMap(([key, value]) =>
    key === "label" || key === "message" ? [] : namesIn(value, policy),
  );
}

/**
 * What the engine itself reads a fact for, besides the rules.
 *
 * @example usesOf(policy, "lossAmount") // ["loss"]
 */
export function usesOf(policy: Policy, name: string): FactRequirement["usedFor"] {
  const uses: [boolean, FactRequirement["usedFor"][number]][] = [
    [name === policy.appliesBy, "version"],
    [name === policy.lossFact, "loss"],
    [name === "monthlyBonus", "cap"],
    [name === "decidedOn", "start-of-deduction"],
    [name === policy.conflict?.decider || (policy.conflict?.instructors.includes(name) ?? false), "conflict"],
    [policy.guards.length > 0 && isGuardFact(name), "guard"],
    [gateFacts(policy).has(name), "gate"],
  ];
  return uses.flatMap(([applies, use]) => (applies ? [use] : []));
}

/** The facts that gates compare, with those that derived ones among them are worked out from. */
function gateFacts(policy: Policy): ReadonlySet<string> {
  const names = new Set<string>();
  const note = (name: string): void => {
    if (names.has(name)) return;
    names.add(name);
    const derived = policy.derived?.case?.[name] ?? policy.derived?.party?.[name];
    if (derived) for (const source of namesIn(derived, policy)) note(source);
  };
  for (const gate of policy.gates ?? []) {
    if ("act" in gate) note(gate.act);
    if ("told" in gate) note(gate.told);
  }
  return names;
}

function isGuardFact(name: string): boolean {
  return Object.hasOwn(GUARD_FACTS.case, name) || Object.hasOwn(GUARD_FACTS.party, name);
}
