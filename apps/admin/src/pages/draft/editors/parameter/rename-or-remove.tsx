import { type JSX, Match, Show, Switch, createSignal } from "solid-js";
import { withValueAt, pointerTo, type JsonObject } from "../../../../document/pointer.ts";
import { Button } from "../../../../parts/button.tsx";
import { TextField } from "../../../../parts/text-field.tsx";
import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";
import { faultOfName, withRenamed } from "./parameter-uses.ts";
import { PartLinks, type UsingPart } from "./used-by.tsx";

type Given = {
  readonly session: DraftSession;
  readonly id: string;
  readonly users: readonly UsingPart[];
  /** Goes to another part, since this one is no longer where it was. */
  readonly onGo: (pointer: string) => void;
};

/** Calling a figure otherwise wherever it is read, shown before it is done; and taking it out, once nothing reads it. */
export function RenameOrRemove(props: Given): JSX.Element {
  const { t } = useWords();
  const [open, setOpen] = createSignal<"rename" | "remove">();
  const remove = (): void => {
    if (props.users.length > 0) return void setOpen("remove");
    const place = pointerTo("parameters", props.id);
    props.session.edit(
      t("parts.figure.removed", { name: props.id }),
      // INVARIANT: what is taken out lies in the document, so an object is left.
      (document) => withValueAt(document, place, undefined) as JsonObject,
    );
    props.onGo("/title");
  };
  return (
    <section class="figure-name">
      <p>
        {t("parts.figure.id")} <span class="code">{props.id}</span>
      </p>
      <div class="tools">
        <Button aria-expanded={open() === "rename"} onClick={() => setOpen("rename")}>
          {t("parts.figure.rename")}
        </Button>
        <Button onClick={remove}>{t("parts.figure.remove")}</Button>
      </div>
      <Switch>
        <Match when={open() === "rename"}>
          <Rename {...props} onClose={() => setOpen(undefined)} />
        </Match>
        <Match when={open() === "remove" && props.users.length > 0}>
          <div role="alert" class="boxed">
            <p>{t("parts.figure.stillUsed")}</p>
            <PartLinks parts={props.users} />
          </div>
        </Match>
      </Switch>
    </section>
  );
}

function Rename(props: Given & { readonly onClose: () => void }): JSX.Element {
  const { t } = useWords();
  const [typed, setTyped] = createSignal<string>();
  const name = (): string => (typed() ?? props.id).trim();
  const fault = () => faultOfName(props.session.document(), props.id, name());
  const rename = (event: SubmitEvent): void => {
    event.preventDefault();
    const [from, to] = [props.id, name()];
    props.onClose();
    if (fault() !== undefined || from === to) return;
    props.session.edit(t("parts.figure.renamedTo", { from, to }), (document) =>
      withRenamed(document, from, to),
    );
    props.onGo(pointerTo("parameters", to));
  };
  return (
    <form class="boxed" onSubmit={rename}>
      <TextField
        label={t("parts.figure.newId")}
        value={typed() ?? props.id}
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
