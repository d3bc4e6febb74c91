import { type JSX, createUniqueId, onCleanup, onMount } from "solid-js";
import "./dialog.css";

/**
 * A window above the page; while it is open nothing else can be used, and closing it gives the focus back to where it
 * was. Without `onClose` it stays until whoever shows it takes it away.
 */
export function Dialog(props: {
  readonly title: string;
  readonly onClose?: () => void;
  /** Whether a click beside it closes it too: where nothing that was typed would be lost. */
  readonly isLight?: boolean;
  /** How wide it may become; a wide one holds a list or a table. */
  readonly size?: "plain" | "wide";
  /** The title is for screen readers only, where what is in it says enough. */
  readonly isTitleUnseen?: boolean;
  readonly children: JSX.Element;
}): JSX.Element {
  const id = createUniqueId();
  let dialog: HTMLDialogElement | undefined;
  const before = document.activeElement;
  onMount(() => dialog?.showModal());
  onCleanup(() => {
    // An element that is only taken away does not give the focus back.
    dialog?.close();
    requestAnimationFrame(() => {
      const isLost = document.activeElement === document.body;
      if (isLost && before instanceof HTMLElement) before.focus();
    });
  });
  return (
    <dialog
      ref={(element) => {
        dialog = element;
        if (props.isLight === true) element.setAttribute("closedby", "any");
      }}
      class="dialog"
      data-size={props.size ?? "plain"}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose?.();
      }}
    >
      <div data-part="content">
        <h2 id={id} classList={{ unseen: props.isTitleUnseen === true }}>
          {props.title}
        </h2>
        {props.children}
      </div>
    </dialog>
  );
}

/** What can be done in a dialog, at its end. */
export function DialogTools(props: { readonly children: JSX.Element }): JSX.Element {
  return (
    <div class="tools" data-part="tools">
      {props.children}
    </div>
  );
}
