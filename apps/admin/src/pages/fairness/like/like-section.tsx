import type { LikeCases, UnlikeOutcomes } from "@evenhand/analysis";
import type { Vocabulary } from "@evenhand/policy";
import { For, type JSX, Show, createSignal } from "solid-js";
import { formatCount } from "../../../format/format.ts";
import { Button } from "../../../parts/button.tsx";
import { useWords } from "../../../words/words.tsx";
import { Question } from "../question.tsx";
import { UnlikeOutcomesTable } from "./outcomes-table.tsx";
import { relevantLines } from "./relevant-lines.ts";
import { useRelevantText } from "./use-relevant-text.ts";

/** So many groups are shown, and so many more each time. */
const AT_ONCE = 3;

/** Were like cases treated alike? Every group of like cases with more than one outcome. */
export function LikeSection(props: {
  readonly like: LikeCases & { readonly unlikeGroups: number };
  readonly currency: string;
  readonly vocabulary: Vocabulary;
}): JSX.Element {
  const { t, language } = useWords();
  const [shown, setShown] = createSignal(AT_ONCE);
  const count = (value: number): string => formatCount(value, language());
  const more = (): number => props.like.unlike.length - shown();
  const summary = (): string => {
    const { decisions, groups, compared, unlikeGroups } = props.like;
    if (groups === 0) return t("fairness.like.noGroups", { decisions: count(decisions) });
    const counts = { decisions: count(decisions), groups: count(groups), compared: count(compared) };
    if (unlikeGroups === 0) return t("fairness.like.allAlike", counts);
    return t("fairness.like.summary", { ...counts, unlike: count(unlikeGroups) });
  };
  return (
    <Question id="like" asks={t("fairness.like.asks")}>
      <p>{summary()}</p>
      <For each={props.like.unlike.slice(0, shown())}>
        {(unlike) => <Unlike unlike={unlike} currency={props.currency} vocabulary={props.vocabulary} />}
      </For>
      <Show when={more() > 0}>
        <div class="tools">
          <Button onClick={() => setShown(shown() + AT_ONCE)}>
            {t("fairness.like.more", { count: count(more()) })}
          </Button>
        </div>
      </Show>
    </Question>
  );
}

/** One group: what they have in common, and what each of them came to. */
function Unlike(props: {
  readonly unlike: UnlikeOutcomes;
  readonly currency: string;
  readonly vocabulary: Vocabulary;
}): JSX.Element {
  const { t, language } = useWords();
  const textOf = useRelevantText();
  return (
    <div class="unlike">
      <h3>
        {t("fairness.like.group", {
          decisions: formatCount(props.unlike.decisions, language()),
          outcomes: formatCount(props.unlike.outcomes.length, language()),
          version: props.unlike.policy.version,
        })}
      </h3>
      <details>
        <summary>{t("fairness.like.facts")}</summary>
        <dl class="relevant">
          <For each={relevantLines(props.unlike.facts, props.vocabulary)}>
            {(line) => (
              <div>
                <dt>{textOf(line, props.vocabulary).name}</dt>
                <dd>{textOf(line, props.vocabulary).value}</dd>
              </div>
            )}
          </For>
        </dl>
      </details>
      <UnlikeOutcomesTable unlike={props.unlike} currency={props.currency} vocabulary={props.vocabulary} />
    </div>
  );
}
