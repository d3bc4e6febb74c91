import type { JSX } from "solid-js";
import { Button } from "../../../parts/button.tsx";
import { CopyButton } from "../../../parts/copy-button.tsx";
import { useWords } from "../../../words/words.tsx";

/** A secret that the service does not keep: whoever sees it copies it now, and says when they have. */
export function ShownOnce(props: {
  readonly title: string;
  readonly secret: string;
  readonly copy: string;
  readonly onDone: () => void;
  /** What is to be done with it. */
  readonly children: JSX.Element;
}): JSX.Element {
  const { t } = useWords();
  return (
    <section
      class="card shown-once"
      aria-labelledby="shown-once"
      tabindex="-1"
      ref={(card) => queueMicrotask(() => card.focus())}
    >
      <h3 id="shown-once">{props.title}</h3>
      <p>
        <strong>{t("settings.shownOnce")}</strong>
      </p>
      <div class="secret">
        <output class="code">{props.secret}</output>
        <CopyButton text={props.secret} label={props.copy} />
      </div>
      {props.children}
      <div>
        <Button onClick={() => props.onDone()}>{t("settings.done")}</Button>
      </div>
    </section>
  );
}
