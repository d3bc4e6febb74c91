import { type JSX, onMount } from "solid-js";
import { ProblemError } from "../api/problem.ts";
import { Button } from "../parts/button.tsx";
import { Trouble } from "../parts/trouble.tsx";
import { useWords } from "../words/words.tsx";

/** In place of a page that broke: what happened, and to try it again. The rest of the window goes on. */
export function PageFault(props: { readonly error: unknown; readonly onRetry: () => void }): JSX.Element {
  const { t } = useWords();
  const id = crypto.randomUUID().slice(0, 8);
  // The id leads whoever is asked for help to what the browser wrote down.
  onMount(() => console.error(`page fault ${id}`, props.error));
  const reason = (): string => (props.error instanceof Error ? props.error.message : String(props.error));
  return (
    <section class="card page-fault">
      <h1>{t("pageFault.title")}</h1>
      <p>{t("pageFault.text")}</p>
      {props.error instanceof ProblemError ? (
        <Trouble error={props.error} />
      ) : (
        <p class="soft code">{t("pageFault.reason", { reason: reason(), id })}</p>
      )}
      <div class="tools">
        <Button kind="main" onClick={() => props.onRetry()}>
          {t("trouble.retry")}
        </Button>
        <Button onClick={() => window.location.reload()}>{t("pageFault.reload")}</Button>
      </div>
    </section>
  );
}
