import { type JSX, Show, createSignal } from "solid-js";
import { withValueAt, pointerTo, stepsOf, type JsonObject } from "../../../document/pointer.ts";
import { Button } from "../../../parts/button.tsx";
import { TextField } from "../../../parts/text-field.tsx";
import { useWords } from "../../../words/words.tsx";
import type { DraftSession } from "../draft-session.ts";
import { faultOfName } from "./name-fault.ts";
import { PartLinks, type UsingPart } from "./used-by.tsx";

type Given = {
  readonly session: DraftSession;
  /** Where it stands; the last step is its name. */
  readonly at: string;
  /** Whether something else is called so. */
  readonly isTaken: (name: string) => boolean;
  /** The document with another name for it, everywhere it is used. */
  readonly renamed: (document: JsonObject, to: string) => JsonObject;
  readonly users: readonly UsingPart[];
  /** Goes to another part, since this one is no longer where it was. */
  readonly onGo: (pointer: string) => void;
};

/** Calling a figure or fact otherwise wherever it is read, shown before it is done; and taking it out, once nothing reads it. */
export function RenameOrRemove(props: Given): JSX.Element {
  const { t } = useWords();
  const [open, setOpen] = createSignal<"rename" | "remove">();
  const remove = (): void => {
    if (props.users.length > 0) return void setOpen("remove");
    const place = props.at;
    props.session.edit(
      t("parts.figure.removed", { name: nameAt(props.at) }),
      // INVARIANT: what is taken out lies in the document, so an object is left.
      (document) => withValueAt(document, place, undefined) as JsonObject,
    );
    props.onGo("/title");
  };
  return (
    <section class="figure-name">
      <div class="tools">
        <Button onClick={remove}>{t("parts.figure.remove")}</Button>
      </div>
      <Show when={open() === "remove" && props.users.length > 0}>
        <div role="alert" class="boxed">
          <p>{t("parts.figure.stillUsed")}</p>
          <PartLinks parts={props.users} />
        </div>
      </Show>
      <details>
        <summary>{t("parts.figure.advanced")}</summary>
        <p>
          {t("parts.figure.id")} <span class="code">{nameAt(props.at)}</span>
        </p>
        <Show
          when={open() === "rename"}
          fallback={<Button onClick={() => setOpen("rename")}>{t("parts.figure.rename")}</Button>}
        >
          <Rename {...props} onClose={() => setOpen(undefined)} />
        </Show>
      </details>
    </section>
  );
}

function nameAt(pointer: string): string {
  return stepsOf(pointer).at(-1) ?? "";
}

function Rename(props: Given & { readonly onClose: () => void }): JSX.Element {
  const { t } = useWords();
  const [typed, setTyped] = createSignal<string>();
  const name = (): string => (typed() ?? nameAt(props.at)).trim();
  const fault = () => (name() === nameAt(props.at) ? undefined : faultOfName(name(), props.isTaken(name())));
  const rename = (event: SubmitEvent): void => {
    event.preventDefault();
    const [from, to] = [nameAt(props.at), name()];
    const place = pointerTo(...stepsOf(props.at).slice(0, -1), to);
    const { renamed } = props;
    props.onClose();
    if (fault() !== undefined || from === to) return;
    props.session.edit(t("parts.figure.renamedTo", { from, to }), (document) => renamed(document, to));
    props.onGo(place);
  };
  return (
    <form class="boxed" onSubmit={rename}>
      <TextField
        label={t("parts.figure.newId")}
        value={typed() ?? nameAt(props.at)}
        isFirst
        isWrong={fault() !== undefined}
        hint={hint()}
        onInput={setTyped}
      />
      <Show when={props.users.length > 0}>
        <p>
          {t("parts.figure.renamedIn", { count: props.users.reduce((sum, { times }) => sum + times, 0) })}
        </p>
        <PartLinks parts={props.users} />
      </Show>
      <div class="tools">
        <Button kind="main" type="submit" disabled={fault() !== undefined}>
          {t("parts.figure.renameNow")}
        </Button>
        <Button onClick={() => props.onClose()}>{t("parts.figure.cancel")}</Button>
      </div>
    </form>
  );

  function hint(): string {
    const wrong = fault();
    return wrong === undefined ? t("parts.figure.idHint") : t(`parts.figure.idFaults.${wrong}`);
  }
}
