import type { Guard } from "@evenhand/domain";
import { For, type JSX, Show } from "solid-js";
import { type JsonObject, isList, itemsOf, textAt, withValueAt } from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";

/** The statutory guards a policy is under, each a box to tick; one that counts in another currency cannot be chosen. */
export function GuardsField(props: {
  readonly session: DraftSession;
  /** Those in use, undefined until they have come. */
  readonly guards: readonly Guard[] | undefined;
}): JSX.Element {
  const { t, local } = useWords();
  const value = () => props.session.document()["guards"];
  const isReadable = (): boolean =>
    value() === undefined || (isList(value()) && itemsOf(value()).every((id) => typeof id === "string"));
  const named = (): readonly string[] => itemsOf(value()).filter((id) => typeof id === "string");
  const currency = (): string => textAt(props.session.document(), "/currency");
  const known = () => inOrder(props.guards ?? [], currency());
  const unknown = (): readonly string[] =>
    props.guards === undefined
      ? []
      : [...new Set(named())].filter((id) => !known().some(({ jurisdiction }) => jurisdiction === id));
  const turn = (id: string, name: string): void =>
    props.session.edit(
      t("draft.general.edited", { field: t("header.guardEdited", { name }) }),
      // INVARIANT: a value put into an object leaves an object.
      (document) => withValueAt(document, "/guards", turned(itemsOf(document["guards"]), id)) as JsonObject,
    );
  return (
    <fieldset class="guards" data-at="/guards" tabindex={isReadable() ? undefined : "-1"}>
      <legend>{t("place.fields.guards")}</legend>
      <Show when={isReadable()} fallback={<p role="alert">{t("labels.malformed")}</p>}>
        <p class="soft">{t("header.guardsHint")}</p>
        <For each={known()}>
          {(guard) => (
            <GuardBox
              guard={guard}
              name={local(guard.title)}
              isTicked={named().includes(guard.jurisdiction)}
              isOther={guard.currency !== currency()}
              onTurn={() => turn(guard.jurisdiction, local(guard.title))}
            />
          )}
        </For>
        <For each={unknown()}>
          {(id) => (
            <label class="tick">
              <input type="checkbox" checked onChange={() => turn(id, id)} />{" "}
              {t("header.unknown", { value: id })}
            </label>
          )}
        </For>
      </Show>
    </fieldset>
  );
}

function GuardBox(props: {
  readonly guard: Guard;
  readonly name: string;
  readonly isTicked: boolean;
  /** Whether it counts in another currency than the policy. */
  readonly isOther: boolean;
  readonly onTurn: () => void;
}): JSX.Element {
  const { t, local } = useWords();
  return (
    <div>
      <label class="tick">
        <input
          type="checkbox"
          checked={props.isTicked}
          disabled={props.isOther && !props.isTicked}
          onChange={() => props.onTurn()}
        />{" "}
        {props.name}
        <Show when={props.isOther}>
          {" "}
          <span class="soft">{t("header.otherCurrency", { currency: props.guard.currency })}</span>
        </Show>
      </label>
      <Show when={props.isTicked && props.guard.notes}>
        {(notes) => <p class="soft guard-note">{local(notes())}</p>}
      </Show>
    </div>
  );
}

/** Those in the currency of the policy come first. */
function inOrder(guards: readonly Guard[], currency: string): readonly Guard[] {
  const isOwn = (guard: Guard): boolean => guard.currency === currency;
  return [...guards.filter(isOwn), ...guards.filter((guard) => !isOwn(guard))];
}

function turned<Item>(items: readonly Item[], item: Item): readonly Item[] {
  return items.includes(item) ? items.filter((one) => one !== item) : [...items, item];
}
