import type { FairnessKept, FairnessView } from "@evenhand/service";
import { For, type JSX, Show } from "solid-js";
import { formatCount, formatDay, formatInstant, formatList } from "../../format/format.ts";
import { Button } from "../../parts/button.tsx";
import { useWords } from "../../words/words.tsx";
import { pathOf } from "./fairness-queries.ts";

/** What was found in a sentence, and of which decisions: how many, of which days and versions, by which hash. */
export function ResultHead(props: {
  readonly review: FairnessView;
  readonly kept: FairnessKept;
  readonly onKind: (kind: string) => void;
}): JSX.Element {
  const { t, local, language } = useWords();
  const answers = () => props.kept.review;
  const count = (value: number): string => formatCount(value, language());
  const basis = (): string => {
    const { decisions, upheld, persons, penalised } = answers().counts;
    return t("fairness.result.basis", {
      decisions: count(decisions),
      upheld: count(upheld),
      persons: count(persons),
      penalised: count(penalised),
    });
  };
  const versions = (): string =>
    formatList(
      answers().versions.map(({ version, decisions }) =>
        t("fairness.result.versionCount", { version, decisions: count(decisions) }),
      ),
      { language: language(), type: "conjunction" },
    );
  return (
    <section class="card fairness-card" aria-labelledby="found">
      <h2 id="found">{t("fairness.result.title")}</h2>
      <p class="headline-sentence">{local(answers().headline)}</p>
      <Show when={props.review.isStale}>
        <p class="notice">{t("fairness.runs.stale")}</p>
      </Show>
      <Show when={answers().window} fallback={<p>{t("fairness.result.noneHint")}</p>}>
        {(window) => (
          <>
            <p>{basis()}</p>
            <p>
              {t("fairness.result.window", {
                from: formatDay(window().from, language()),
                until: formatDay(window().until, language()),
                at: formatInstant(props.review.createdAt, language()),
                versions: versions(),
              })}
            </p>
            <Kinds {...props} />
          </>
        )}
      </Show>
      <ul class="soft limits" aria-label={t("fairness.result.limits")}>
        <For each={answers().limits}>{(limit) => <li>{local(limit)}</li>}</For>
      </ul>
      <p class="soft">
        {t("fairness.result.set")} <span class="code">{props.kept.decisionSet.hash}</span>
      </p>
      <Exports id={props.review.id} />
    </section>
  );
}

/** Which kinds of case there were; pressing one asks the same of that kind alone. */
function Kinds(props: { readonly kept: FairnessKept; readonly onKind: (kind: string) => void }): JSX.Element {
  const { t, local, language } = useWords();
  const kinds = () => props.kept.review.categories;
  return (
    <Show when={kinds().length > 1}>
      <div class="tools" role="group" aria-label={t("fairness.result.kinds")}>
        <For each={kinds()}>
          {({ category, label, decisions }) => (
            <Button disabled={category === null} onClick={() => category !== null && props.onKind(category)}>
              {t("fairness.result.kindCount", {
                kind: local(label),
                decisions: formatCount(decisions, language()),
              })}
            </Button>
          )}
        </For>
      </div>
    </Show>
  );
}

const FORMATS = ["csv", "xlsx", "html"] as const;

/** The same figures to keep: as a table, for Excel, or as a page to print. */
function Exports(props: { readonly id: string }): JSX.Element {
  const { t, language } = useWords();
  const address = (format: (typeof FORMATS)[number]): string =>
    `${pathOf(props.id)}/export?${new URLSearchParams({ format, lang: language() })}`;
  return (
    <div class="tools">
      <For each={FORMATS}>
        {(format) => (
          <a class="button" href={address(format)} target={format === "html" ? "_blank" : undefined}>
            {t(`fairness.result.save.${format}`)}
          </a>
        )}
      </For>
    </div>
  );
}
