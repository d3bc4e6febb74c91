import { AUDITED, AUDIT_ACTIONS, SYSTEM_ACTORS, isAuditAction, systemActor } from "@evenhand/domain";
import { For, type JSX, Show, createUniqueId } from "solid-js";
import { Button } from "../../parts/button.tsx";
import { DayField } from "../../parts/day-field.tsx";
import { SelectField } from "../../parts/select-field.tsx";
import { useWords } from "../../words/words.tsx";
import type { Asked, AskedInAddress } from "./asked.ts";
import { AUDITED_KINDS } from "./object-page.ts";
import { useEventWords } from "./use-event-words.ts";

type FilterProps = { readonly asked: Asked; readonly onAsk: AskedInAddress["ask"] };

/** What the events are narrowed down by. */
export function Filters(
  props: FilterProps & {
    /** Actors to choose from; any other may be typed. */
    readonly actors: readonly string[];
    readonly isFiltered: boolean;
    readonly onClear: () => void;
  },
): JSX.Element {
  const { t } = useWords();
  const actors = useActorNames();
  return (
    <form
      class="card audit-filters"
      aria-label={t("audit.filters")}
      onSubmit={(event) => event.preventDefault()}
    >
      <ObjectFilters asked={props.asked} onAsk={props.onAsk} />
      <CommittedField
        label={t("audit.filter.actor")}
        value={actors.nameOf(props.asked.actor ?? "")}
        choices={props.actors.map(actors.nameOf)}
        placeholder="user:…"
        onCommit={(value) => props.onAsk({ actor: chosen(actors.actorOf(value)) })}
      />
      <DayField
        label={t("audit.filter.from")}
        value={props.asked.from ?? ""}
        onDay={(day) => props.onAsk({ from: day })}
        onClear={() => props.onAsk({ from: undefined })}
      />
      <DayField
        label={t("audit.filter.to")}
        value={props.asked.to ?? ""}
        onDay={(day) => props.onAsk({ to: day })}
        onClear={() => props.onAsk({ to: undefined })}
      />
      <Show when={props.isFiltered}>
        <Button kind="quiet" onClick={() => props.onClear()}>
          {t("audit.clear")}
        </Button>
      </Show>
    </form>
  );
}

/** Parts of the service are shown and typed as the log names them; accounts and keys, of which a name may be of several, by their ids. */
function useActorNames() {
  const words = useEventWords();
  const named = () =>
    SYSTEM_ACTORS.map((id) => ({ actor: `system:${id}`, name: words.actor(systemActor(id)) }));
  return {
    nameOf: (asked: string): string => named().find(({ actor }) => actor === asked)?.name ?? asked,
    actorOf: (typed: string): string => named().find(({ name }) => name === typed)?.actor ?? typed,
  };
}

/** The kind of object with its id, and what was done to it. */
function ObjectFilters(props: FilterProps): JSX.Element {
  const { t } = useWords();
  const any = () => ({ value: "", label: t("audit.filter.any") });
  const kinds = () =>
    AUDITED_KINDS.map((kind) => ({ value: kind, label: t(`audit.kinds.${kind}`) })).toSorted(byLabel);
  const actions = () =>
    AUDIT_ACTIONS.filter((action) => isAbout(action, props.asked.kind))
      .map((action) => ({ value: action, label: t(`audit.actions.${action}`) }))
      .toSorted(byLabel);
  return (
    <>
      <SelectField
        label={t("audit.filter.kind")}
        value={props.asked.kind ?? ""}
        options={[any(), ...kinds()]}
        onChange={(value) => {
          // An action that has nothing to do with the kind is let go with it.
          const action = isAbout(props.asked.action, chosen(value)) ? props.asked.action : undefined;
          props.onAsk({ kind: chosen(value), id: undefined, action });
        }}
      />
      <Show when={props.asked.kind}>
        <CommittedField
          label={t("audit.filter.id")}
          value={props.asked.id ?? ""}
          onCommit={(value) => props.onAsk({ id: chosen(value) })}
        />
      </Show>
      <SelectField
        label={t("audit.filter.action")}
        value={props.asked.action ?? ""}
        options={[any(), ...actions()]}
        onChange={(value) => props.onAsk({ action: chosen(value) })}
      />
    </>
  );
}

function chosen(value: string): string | undefined {
  return value === "" ? undefined : value;
}

function isAbout(action: string | undefined, kind: string | undefined): boolean {
  return kind === undefined || (action !== undefined && isAuditAction(action) && AUDITED[action] === kind);
}

/** A line of text that is asked for once it is finished: with Enter, or where the focus leaves it. */
function CommittedField(props: {
  readonly label: string;
  readonly value: string;
  readonly choices?: readonly string[];
  readonly placeholder?: string;
  readonly onCommit: (value: string) => void;
}): JSX.Element {
  const id = createUniqueId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <input
        id={id}
        type="text"
        value={props.value}
        placeholder={props.placeholder}
        autocomplete="off"
        spellcheck={false}
        list={props.choices ? `${id}-choices` : undefined}
        onChange={(event) => props.onCommit(event.currentTarget.value.trim())}
      />
      <Show when={props.choices}>
        <datalist id={`${id}-choices`}>
          <For each={props.choices}>{(choice) => <option value={choice}>{choice}</option>}</For>
        </datalist>
      </Show>
    </div>
  );
}

function byLabel(one: { readonly label: string }, other: { readonly label: string }): number {
  return one.label.localeCompare(other.label);
}
