import { type JSX, Show } from "solid-js";
import { Button } from "../../../parts/button.tsx";
import { Trouble } from "../../../parts/trouble.tsx";
import { useWords } from "../../../words/words.tsx";

/** Asks once more before something that cannot be taken back, or that others notice at once. */
export function ConfirmDialog(props: {
  readonly title: string;
  readonly action: string;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: JSX.Element;
}): JSX.Element {
  const { t } = useWords();
  return (
    <dialog
      class="card confirm"
      ref={(dialog) => queueMicrotask(() => dialog.showModal())}
      aria-labelledby="confirm-title"
      onClose={() => props.onClose()}
    >
      <h3 id="confirm-title">{props.title}</h3>
      {props.children}
      <Show when={props.error}>{(error) => <Trouble error={error()} />}</Show>
      <div class="tools">
        <Button onClick={() => props.onClose()}>{t("settings.cancel")}</Button>
        <Button kind="main" disabled={props.isBusy} onClick={() => props.onConfirm()}>
          {props.action}
        </Button>
      </div>
    </dialog>
  );
}
