import { A } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import type { CheckSummary } from "../../api/answers.ts";
import { formatInstant } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";
import { type Subject, contentOf } from "./check-queries.ts";
import { useFoundText } from "./use-found-text.ts";

/** The checks so far, and how much each found. */
export function CheckList(props: {
  readonly checks: readonly CheckSummary[];
  /** The content as it is now, by hash. */
  readonly current: string;
  readonly shown: string | undefined;
  readonly addressOf: (id: string) => string;
}): JSX.Element {
  const { t } = useWords();
  // A published version never says anything else.
  const contentText = (subject: Subject): string => {
    if ("version" in subject) return t("checks.ofVersion", { version: subject.version });
    return t(contentOf(subject) === props.current ? "checks.thisContent" : "checks.earlierContent");
  };
  return (
    <section class="card overflow check-list">
      <h2>{t("checks.earlier")}</h2>
      <Show when={props.checks.length > 0} fallback={<p class="none">{t("checks.none")}</p>}>
        <table class="table listed">
          <thead>
            <tr>
              <th scope="col">{t("checks.begun")}</th>
              <th scope="col">{t("checks.content")}</th>
              <th scope="col">{t("checks.state")}</th>
              <th scope="col">{t("checks.found")}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.checks}>
              {(check) => (
                <Line
                  check={check}
                  content={contentText(check.subject)}
                  isShown={check.id === props.shown}
                  address={props.addressOf(check.id)}
                />
              )}
            </For>
          </tbody>
        </table>
      </Show>
    </section>
  );
}

function Line(props: {
  readonly check: CheckSummary;
  readonly content: string;
  readonly isShown: boolean;
  readonly address: string;
}): JSX.Element {
  const { t, language } = useWords();
  const foundText = useFoundText();
  return (
    <tr data-shown={props.isShown}>
      <th scope="row">
        <A href={props.address} aria-current={props.isShown ? "true" : undefined}>
          {formatInstant(props.check.createdAt, language())}
        </A>
      </th>
      <td>{props.content}</td>
      <td>{t(`tray.states.${props.check.state}`)}</td>
      <td>{foundText(props.check)}</td>
    </tr>
  );
}
