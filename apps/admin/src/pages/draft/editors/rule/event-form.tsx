import { EVENT_PLACES, type EventType } from "@evenhand/domain";
import { For, type JSX, Show, createSignal } from "solid-js";
import IconX from "~icons/lucide/x";
import { type JsonObject, fieldsOf, textAt, valueAt } from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import type { Desk } from "./desk.ts";
import { EventFieldInput } from "./event-field-input.tsx";
import { type EventField, alsoNeeded, eventFields } from "./event-fields.ts";
import { OtherForm } from "./other-form.tsx";

/** What follows from a rule: the kind of result, and its details by what each of them may hold. */
export function EventForm(props: { readonly desk: Desk; readonly rule: string }): JSX.Element {
  const { t } = useWords();
  const at = (): string => `${props.rule}/rule/event`;
  const type = () => eventType(textAt(props.desk.document(), `${at()}/type`));
  const params = (): JsonObject => fieldsOf(valueAt(props.desk.document(), `${at()}/params`));
  const choose = (chosen: EventType): void => {
    const kept = eventFields(chosen, params()).map(({ name }) => name);
    const own = Object.entries(params()).filter(([name]) => kept.includes(name));
    props.desk.write(t("rules.edited.event", { rule: props.desk.name() }), at(), {
      type: chosen,
      params: Object.fromEntries(own),
    });
  };
  return (
    <div class="event-form">
      <label class="field">
        {t("rules.result")}
        <select
          data-at={`${at()}/type`}
          onChange={(event) => {
            const chosen = eventType(event.currentTarget.value);
            if (chosen) choose(chosen);
          }}
        >
          <Show when={type() === undefined}>
            <option selected>{t("rules.notSaid")}</option>
          </Show>
          <For each={possible(props.desk, type())}>
            {(one) => (
              <option value={one} selected={one === type()}>
                {t(`rules.events.${one}`)}
              </option>
            )}
          </For>
        </select>
      </label>
      <Show when={type()} keyed>
        {(known) => <Details desk={props.desk} type={known} at={`${at()}/params`} params={params()} />}
      </Show>
    </div>
  );
}

type Event = {
  readonly desk: Desk;
  readonly type: EventType;
  /** Where the details stand. */
  readonly at: string;
  readonly params: JsonObject;
};

/** The details that a result has or needs, those the format does not know, and further ones to add. */
function Details(props: Event): JSX.Element {
  const { t } = useWords();
  const [opened, setOpened] = createSignal<readonly string[]>([]);
  const fields = (): readonly EventField[] => eventFields(props.type, props.params);
  const isShown = ({ name, isRequired }: EventField): boolean =>
    isRequired ||
    alsoNeeded(props.type, props.params).includes(name) ||
    props.params[name] !== undefined ||
    opened().includes(name);
  const unknown = (): readonly string[] =>
    Object.keys(props.params).filter((name) => !fields().some((field) => field.name === name));
  const takeOut = (name: string): void => {
    setOpened(opened().filter((one) => one !== name));
    if (props.params[name] === undefined) return;
    props.desk.write(t("rules.edited.event", { rule: props.desk.name() }), `${props.at}/${name}`, undefined);
  };
  return (
    <>
      <For each={fields().map(({ name }) => name)}>
        {(name) => (
          <Show when={fields().find((field) => field.name === name && isShown(field))}>
            {(field) => <Detail {...props} field={field()} onTakeOut={() => takeOut(name)} />}
          </Show>
        )}
      </For>
      <For each={unknown()}>
        {(name) => (
          <div>
            <p>{t("rules.unknownDetail", { name })}</p>
            <OtherForm desk={props.desk} at={`${props.at}/${name}`} />
          </div>
        )}
      </For>
      <AddDetail
        fields={fields().filter((field) => !isShown(field))}
        onAdd={(name) => setOpened([...opened(), name])}
      />
    </>
  );
}

function Detail(props: Event & { readonly field: EventField; readonly onTakeOut: () => void }): JSX.Element {
  const { t } = useWords();
  const takeOut = (): string => t("rules.takeOutDetail", { name: t(`rules.params.${props.field.key}`) });
  return (
    <div class="event-field">
      <EventFieldInput
        desk={props.desk}
        field={props.field}
        at={`${props.at}/${props.field.name}`}
        value={props.params[props.field.name]}
      />
      <Show when={!props.field.isRequired}>
        <button
          type="button"
          class="take-out"
          title={takeOut()}
          aria-label={takeOut()}
          onClick={() => props.onTakeOut()}
        >
          <IconX aria-hidden="true" />
        </button>
      </Show>
    </div>
  );
}

function AddDetail(props: {
  readonly fields: readonly EventField[];
  readonly onAdd: (name: string) => void;
}): JSX.Element {
  const { t } = useWords();
  return (
    <Show when={props.fields.length > 0}>
      <select
        class="add-detail"
        aria-label={t("rules.addDetail")}
        onChange={(event) => {
          const { value } = event.currentTarget;
          event.currentTarget.selectedIndex = 0;
          props.onAdd(value);
        }}
      >
        <option>{t("rules.addDetail")}</option>
        <For each={props.fields}>
          {(field) => <option value={field.name}>{t(`rules.params.${field.key}`)}</option>}
        </For>
      </select>
    </Show>
  );
}

function eventType(name: string): EventType | undefined {
  // INVARIANT: the keys of the places are the types of events.
  return Object.hasOwn(EVENT_PLACES, name) ? (name as EventType) : undefined;
}

/** The results that a rule of this stage and scope may have, and the one it has. */
function possible(desk: Desk, current: EventType | undefined): readonly EventType[] {
  const { stage, scope } = desk.asker();
  // INVARIANT: the keys of the places are the types of events.
  return (Object.keys(EVENT_PLACES) as readonly EventType[]).filter((type) => {
    const place: { readonly stages: readonly string[]; readonly scopes: readonly string[] } =
      EVENT_PLACES[type];
    const fits =
      (stage === undefined || place.stages.includes(stage)) &&
      (scope === undefined || place.scopes.includes(scope));
    return fits || type === current;
  });
}
