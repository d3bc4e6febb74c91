import { For, type JSX, Show } from "solid-js";
import { useWords } from "../../words/words.tsx";
import { type Asked, type ScopeFilter, withValue } from "./asked.ts";
import type { SimulationEstimate } from "./simulation-queries.ts";

type Fact = SimulationEstimate["facts"][number];
type FactFields = {
  readonly asked: Asked;
  /** What the two versions know of; none while that is not known. */
  readonly facts: readonly Fact[];
  readonly onAsk: (changed: Partial<Asked>) => void;
};

/** Which cases are gone through: those that state one of the chosen values, for each fact of which one is chosen. */
export function ScopeFields(props: FactFields): JSX.Element {
  const { t, local } = useWords();
  const choices = (): readonly Fact[] => [
    ...props.facts.filter(({ values }) => values.length > 0),
    ...props.asked.scope.filter(({ fact }) => !isKnown(props.facts, fact)).map(unknownFact),
  ];
  const chosen = (fact: string): readonly string[] =>
    props.asked.scope.find((filter) => filter.fact === fact)?.values ?? [];
  return (
    <For each={choices()}>
      {(fact) => (
        <details class="scope-fact" open={chosen(fact.name).length > 0}>
          <summary>
            {local(fact.label)}{" "}
            <Show when={chosen(fact.name).length > 0}>
              <span class="soft">
                {t("simulations.new.chosenValues", {
                  count: chosen(fact.name).length,
                  all: valuesOf(fact, chosen(fact.name)).length,
                })}
              </span>
            </Show>
          </summary>
          <fieldset class="choice-set">
            <legend class="unseen">{local(fact.label)}</legend>
            <For each={valuesOf(fact, chosen(fact.name))}>
              {({ value, label }) => (
                <label class="check">
                  <input
                    type="checkbox"
                    checked={chosen(fact.name).includes(value)}
                    onChange={() =>
                      props.onAsk({ scope: withValue(props.asked.scope, { fact: fact.name, value }) })
                    }
                  />{" "}
                  {local(label)}
                </label>
              )}
            </For>
          </fieldset>
        </details>
      )}
    </For>
  );
}

/** More facts than this are no overview; the service takes no more. */
const MOST_GROUPS = 8;

/** By which facts the figures are told apart as well. */
export function GroupFields(props: FactFields): JSX.Element {
  const { t, local } = useWords();
  const groups = (): readonly string[] => props.asked.groups;
  const choices = (): readonly Fact[] => [
    ...props.facts,
    ...groups()
      .filter((name) => !isKnown(props.facts, name))
      .map((fact) => unknownFact({ fact, values: [] })),
  ];
  const toggle = (name: string): void =>
    props.onAsk({
      groups: groups().includes(name) ? groups().filter((one) => one !== name) : [...groups(), name],
    });
  const isFull = (): boolean => groups().length >= MOST_GROUPS;
  return (
    <For each={["party", "case"] as const}>
      {(scope) => (
        <Show when={choices().some((fact) => fact.scope === scope)}>
          <fieldset class="choice-set">
            <legend>{t(`simulations.new.groupsOf.${scope}`)}</legend>
            <For each={choices().filter((fact) => fact.scope === scope)}>
              {({ name, label }) => (
                <label class="check">
                  <input
                    type="checkbox"
                    checked={groups().includes(name)}
                    disabled={isFull() && !groups().includes(name)}
                    onChange={() => toggle(name)}
                  />{" "}
                  {local(label)}
                </label>
              )}
            </For>
          </fieldset>
        </Show>
      )}
    </For>
  );
}

function isKnown(facts: readonly Fact[], name: string): boolean {
  return facts.some((fact) => fact.name === name);
}

/** What an address names and no version knows: shown by its name, so that it can be taken off again. */
function unknownFact({ fact, values }: ScopeFilter): Fact {
  const named = (value: string) => ({ value, label: { en: value, zh: value } });
  return { name: fact, scope: "case", label: named(fact).label, values: values.map(named) };
}

/** The declared values of a fact, and those chosen of it that are none of them. */
function valuesOf({ values }: Fact, chosen: readonly string[]): Fact["values"] {
  const others = chosen.filter((value) => values.every((one) => one.value !== value));
  return [...values, ...others.map((value) => ({ value, label: { en: value, zh: value } }))];
}
