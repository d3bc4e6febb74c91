import { VERDICTS, type Verdict } from "@evenhand/domain";
import { For, type JSX } from "solid-js";
import { formatCount, formatList } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";

/** How the verdicts divide: a bar, with the counts in words beside it. */
export function VerdictBar(props: { readonly counts: Readonly<Record<Verdict, number>> }): JSX.Element {
  const { t, language } = useWords();
  const known = () => VERDICTS.filter((verdict) => props.counts[verdict] > 0);
  const text = (): string =>
    formatList(
      known().map((verdict) =>
        t("replays.count", {
          verdict: t(`replays.verdicts.${verdict}`),
          count: formatCount(props.counts[verdict], language()),
        }),
      ),
      { language: language(), type: "conjunction" },
    );
  return (
    <div class="verdict-bar">
      <div aria-hidden="true" data-part="bar">
        <For each={known()}>
          {(verdict) => <span data-verdict={verdict} style={{ "flex-grow": props.counts[verdict] }} />}
        </For>
      </div>
      <span>{text()}</span>
    </div>
  );
}
