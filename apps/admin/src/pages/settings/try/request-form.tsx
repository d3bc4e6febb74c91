import { PARTY_KINDS } from "@evenhand/domain";
import { For, type JSX, Show } from "solid-js";
import type { ApiProblem } from "../../../api/problem.ts";
import {
  type Json,
  type JsonObject,
  fieldsOf,
  itemsOf,
  pointerTo,
  textAt,
  valueAt,
  withValueAt,
} from "../../../document/pointer.ts";
import { Button } from "../../../parts/button.tsx";
import { TextField } from "../../../parts/text-field.tsx";
import { useWords } from "../../../words/words.tsx";
import { SelectField } from "../../../parts/select-field.tsx";
import { FactField } from "./fact-field.tsx";
import { problemsAt } from "./problems-at.ts";
import type { FactRequirement } from "./try-queries.ts";

export type RequestFormOf = {
  readonly request: JsonObject;
  readonly facts: readonly FactRequirement[];
  readonly currency: string;
  readonly problems: readonly ApiProblem[];
  readonly onChange: (request: JsonObject) => void;
};

/** A request field by field: the case, its facts, and each party with its own. */
export function RequestForm(props: RequestFormOf): JSX.Element {
  const { t } = useWords();
  const parties = () => itemsOf(valueAt(props.request, "/case/parties"));
  const set = (pointer: string, value: Json | undefined): void =>
    props.onChange(fieldsOf(withValueAt(props.request, pointer, value)));
  const addParty = (): void =>
    set(pointerTo("case", "parties", parties().length), {
      id: `P${parties().length + 1}`,
      kind: "person",
      facts: {},
    });
  return (
    <div class="form">
      <TextField
        label={t("tryIt.reference")}
        value={textAt(props.request, "/case/reference")}
        onInput={(value) => set("/case/reference", value)}
      />
      <Facts {...props} of="/case" kind={undefined} onSet={set} />
      {/* By number, so that a party that is edited keeps its fields. */}
      <For each={parties().map((_, index) => index)}>
        {(index) => (
          <fieldset class="card party">
            <legend>{t("tryIt.party", { number: index + 1 })}</legend>
            <PartyFields {...props} index={index} onSet={set} />
          </fieldset>
        )}
      </For>
      <div>
        <Button onClick={addParty}>{t("tryIt.addParty")}</Button>
      </div>
    </div>
  );
}

type Setter = (pointer: string, value: Json | undefined) => void;

function PartyFields(props: RequestFormOf & { readonly index: number; readonly onSet: Setter }): JSX.Element {
  const { t } = useWords();
  const at = () => pointerTo("case", "parties", props.index);
  const kind = () => textAt(props.request, `${at()}/kind`);
  return (
    <>
      <div class="columns">
        <TextField
          label={t("tryIt.partyId")}
          value={textAt(props.request, `${at()}/id`)}
          onInput={(value) => props.onSet(`${at()}/id`, value)}
        />
        <SelectField
          label={t("tryIt.partyKind")}
          value={kind()}
          options={PARTY_KINDS.map((one) => ({ value: one, label: t(`partyKinds.${one}`) }))}
          onChange={(value) => props.onSet(`${at()}/kind`, value)}
        />
      </div>
      <Facts {...props} of={at()} kind={kind()} onSet={props.onSet} />
      <div>
        <Button kind="quiet" onClick={() => props.onSet(at(), undefined)}>
          {t("tryIt.removeParty", { number: props.index + 1 })}
        </Button>
      </div>
    </>
  );
}

/** What must be stated or is stated stands open; what may be stated besides is folded away. */
function Facts(
  props: RequestFormOf & {
    /** Where the case or the party stands in the request. */
    readonly of: string;
    /** The kind of the party, of a party. */
    readonly kind: string | undefined;
    readonly onSet: Setter;
  },
): JSX.Element {
  const { t } = useWords();
  const scope = () => (props.kind === undefined ? "case" : "party");
  const placeOf = ({ name }: FactRequirement): string => props.of + pointerTo("facts", name);
  const isRequired = ({ required }: FactRequirement): boolean =>
    typeof required === "boolean" ? required : required.some((kind) => kind === props.kind);
  const isOpen = (fact: FactRequirement): boolean =>
    isRequired(fact) ||
    valueAt(props.request, placeOf(fact)) !== undefined ||
    problemsAt(props.problems, placeOf(fact)).length > 0;
  const facts = () => props.facts.filter((fact) => fact.scope === scope());
  const further = () => facts().filter((fact) => !isOpen(fact));
  return (
    <>
      <div class="columns">
        <For each={facts().filter(isOpen)}>{(fact) => field(fact)}</For>
      </div>
      <Show when={further().length > 0}>
        <details>
          <summary>{t("tryIt.further", { count: further().length })}</summary>
          <div class="columns">
            <For each={further()}>{(fact) => field(fact)}</For>
          </div>
        </details>
      </Show>
    </>
  );

  function field(fact: FactRequirement): JSX.Element {
    return (
      <FactField
        fact={fact}
        value={valueAt(props.request, placeOf(fact))}
        isRequired={isRequired(fact)}
        currency={props.currency}
        problems={problemsAt(props.problems, placeOf(fact))}
        onChange={(value) => props.onSet(placeOf(fact), value)}
      />
    );
  }
}
