import { type JSX, Show, createSignal, onCleanup } from "solid-js";
import IconCheck from "~icons/lucide/check";
import IconCopy from "~icons/lucide/copy";
import { useWords } from "../words/words.tsx";
import { Button } from "./button.tsx";
import "./parts.css";

/** How long it is said that something was copied. */
const TELL_MS = 4_000;

/** Puts a text on the clipboard, and says so; where the browser does not let it, that is said as well. */
export function CopyButton(props: { readonly text: string; readonly label: string }): JSX.Element {
  const { t } = useWords();
  const [told, setTold] = createSignal<"copied" | "notCopied">();
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  const copy = async (): Promise<void> => {
    const done = await navigator.clipboard.writeText(props.text).then(
      () => true,
      () => false,
    );
    setTold(done ? "copied" : "notCopied");
    clearTimeout(timer);
    timer = setTimeout(() => setTold(undefined), TELL_MS);
  };
  return (
    <span class="copy">
      <Button onClick={() => void copy()}>
        <Show when={told() === "copied"} fallback={<IconCopy aria-hidden="true" />}>
          <IconCheck aria-hidden="true" />
        </Show>
        {props.label}
      </Button>
      <span role="status" class="soft">
        <Show when={told()}>{(state) => <>{t(`parts.copy.${state()}`)}</>}</Show>
      </span>
    </span>
  );
}
