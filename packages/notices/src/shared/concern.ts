import {
  type DecisionRecord,
  type ExplanationStep,
  type PolicyVersion,
  type Reference,
  isFactReference,
} from "@evenhand/domain";

/**
 * Whom a step is about: the party of whom its rule was asked, or whomever the rule's event puts it on instead.
 * `undefined` for a step about the case as a whole.
 */
export function aboutWhom({ party, effect }: ExplanationStep): string | undefined {
  const on = effect?.params["on"];
  return typeof on === "string" ? on : party;
}

/** Whether a step is about this party, or makes it bear what another would have borne. */
export function concerns(step: ExplanationStep, party: string): boolean {
  return (
    aboutWhom(step) === party || (step.effect?.type === "bear" && step.effect.params["bearer"] === party)
  );
}

/** Whether a rule fired and stood, so that the outcome rests on it. */
export function counts({ kind, fired, stands }: ExplanationStep): boolean {
  return kind === "rule" && fired === true && stands === true;
}

/** Events that say nothing of what a party owes or gets. */
const IDLE: ReadonlySet<string> = new Set(["measure", "warn"]);

/** The rules that fired and stood for or against a party, in the order in which they were asked. */
export function rulesFor(party: string, steps: readonly ExplanationStep[]): readonly ExplanationStep[] {
  return steps.filter((step) => counts(step) && concerns(step, party) && !IDLE.has(step.effect?.type ?? ""));
}

/** The articles that a party's result rests on, each once, in the order in which they were used. */
export function articlesFor(party: string, steps: readonly ExplanationStep[]): readonly Reference[] {
  return unrepeated(rulesFor(party, steps).flatMap(({ references }) => references));
}

/** @example unrepeated([{ article: "3" }, { article: "3" }]) // [{ article: "3" }] */
export function unrepeated(references: readonly Reference[]): readonly Reference[] {
  const found = new Map<string, Reference>();
  for (const reference of references)
    found.set(JSON.stringify([reference.source, reference.article]), reference);
  return [...found.values()];
}

/**
 * Everybody whom a record names besides one party: other parties, whoever was penalised in their place, whoever may not
 * decide, and whomever a fact names. Words of the policy such as `company` are nobody.
 */
export function everybodyElse(
  { policy }: PolicyVersion,
  { case: { facts, parties }, outcome, proposal, explanation }: DecisionRecord,
  party: string,
): ReadonlySet<string> {
  const named = (values: Readonly<Record<string, unknown>>): readonly unknown[] =>
    Object.entries(values).map(([name, value]) =>
      (policy.facts.case[name] ?? policy.facts.party[name])?.type === "party" ? value : undefined,
    );
  const ids: readonly unknown[] = [
    ...parties.flatMap(({ id, memberOf, facts: own }) => [id, memberOf, ...named(own)]),
    ...named(facts),
    ...[outcome, proposal].flatMap((one) => [
      ...one.parties.map(({ party: id }) => id),
      ...one.measures.map(({ party: id }) => id),
      ...one.authority.excluded,
    ]),
    ...explanation.flatMap((step) => [step.party, aboutWhom(step)]),
  ];
  const own = new Set([party, parties.find(({ id }) => id === party)?.memberOf]);
  return new Set(
    ids.filter(
      (id): id is string =>
        typeof id === "string" &&
        id !== "" &&
        id !== "company" &&
        !own.has(id) &&
        !Object.hasOwn(policy.words, id),
    ),
  );
}

/** The facts that an event's values were taken from. */
export function factsNamedBy(params: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.values(params).flatMap((value) => (isFactReference(value) ? [value.fact] : []));
}
