import type { Policy } from "@evenhand/domain";

/** The part of a policy that can read a fact. */
export type PolicyReaders = Pick<Policy, "facts" | "derived" | "conditions" | "tables" | "rules">;

/**
 * The facts of type `text` whose wording a rule, a table or a derived fact reads. Asking only whether one is stated
 * (`equal null`, `notEqual null`) reads no wording.
 */
export function wordedFacts(policy: PolicyReaders): ReadonlySet<string> {
  const texts = new Set(
    [policy.facts.case, policy.facts.party].flatMap((facts) =>
      Object.entries(facts).flatMap(([name, { type }]) => (type === "text" ? [name] : [])),
    ),
  );
  const read = new Set<string>();
  if (texts.size > 0) {
    collect([policy.rules, policy.conditions ?? {}, policy.tables, policy.derived ?? {}], texts, read);
  }
  return read;
}

/** Any text in the place of a fact's name counts, so that a form of reference that comes later is not overlooked. */
function collect(node: unknown, texts: ReadonlySet<string>, read: Set<string>): void {
  if (typeof node === "string") {
    if (texts.has(node)) read.add(node);
    return;
  }
  if (typeof node !== "object" || node === null || asksOnlyWhetherStated(node)) return;
  for (const part of Object.values(node)) collect(part, texts, read);
}

function asksOnlyWhetherStated(node: object): boolean {
  const { operator, value } = node as { readonly operator?: unknown; readonly value?: unknown };
  return value === null && (operator === "equal" || operator === "notEqual");
}
