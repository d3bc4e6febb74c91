import { For, type JSX, Match, Show, Switch } from "solid-js";
import { NoConnection, ProblemError } from "../api/problem.ts";
import { useWords } from "../words/words.tsx";
import { Button } from "./button.tsx";
import "./parts.css";

/** What went wrong, what can be done, and by which id the service finds it in its log. */
export function Trouble(props: { readonly error: unknown; readonly onRetry?: () => void }): JSX.Element {
  const { t } = useWords();
  const refused = (): ProblemError | undefined =>
    props.error instanceof ProblemError ? props.error : undefined;
  return (
    <div class="trouble" role="alert">
      <Switch fallback={<strong>{t("trouble.unexpected")}</strong>}>
        <Match when={refused()}>{(error) => <Refusal error={error()} />}</Match>
        <Match when={props.error instanceof NoConnection}>
          <strong>{t("trouble.noConnection")}</strong>
          <span data-part="help">{t("trouble.noConnectionHelp")}</span>
        </Match>
      </Switch>
      <Show when={props.onRetry}>
        {(retry) => (
          <div>
            <Button onClick={() => retry()()}>{t("trouble.retry")}</Button>
          </div>
        )}
      </Show>
    </div>
  );
}

function Refusal(props: { readonly error: ProblemError }): JSX.Element {
  const { t } = useWords();
  return (
    <>
      <ul>
        <For each={props.error.problems}>
          {(problem) => (
            <li>
              {problem.detail}
              <Show when={problem.help}>
                <div data-part="help">{problem.help}</div>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <span data-part="request" class="code">
        {t("trouble.request", { id: props.error.requestId })}
      </span>
    </>
  );
}
