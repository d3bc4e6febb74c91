import { type JSX, Show } from "solid-js";
import { currencyOf } from "../../document/currency.ts";
import { formatCount, formatMoney } from "../../format/format.ts";
import { Tag } from "../../parts/tag.tsx";
import { useWords } from "../../words/words.tsx";
import type { CheckedContent } from "./content.ts";
import { MakeExample } from "./make-example.tsx";
import { Rules } from "./rule-name.tsx";
import { type Finding, casesOfFinding } from "./shown-case.ts";
import { SideBySide } from "./side-by-side.tsx";

/** A finding as a sentence, by which rules, and the cases that show it side by side. */
export function FindingCard(props: {
  readonly content: CheckedContent;
  readonly finding: Finding;
  readonly isOpen: boolean;
}): JSX.Element {
  const { t, local, language } = useWords();
  const by = (): string => formatMoney(props.finding.byMinor, currencyOf(props.content.document), language());
  const cases = () => casesOfFinding(props.finding);
  return (
    <article class="check-finding">
      <p>
        <Tag>{t(`checks.kinds.${props.finding.kind}`)}</Tag>{" "}
        <Show when={props.finding.byMinor > 0}>
          <span class="soft">{t("checks.by", { amount: by() })}</span>
        </Show>
        <Show when={props.finding.times > 1}>
          <span class="soft">
            {" · "}
            {t("checks.times", { count: formatCount(props.finding.times, language()) })}
          </span>
        </Show>
      </p>
      <p class="check-said">{local(props.finding.message)}</p>
      <p>
        <Rules content={props.content} rules={props.finding.rules} />
      </p>
      <Show when={cases().length > 0}>
        <details open={props.isOpen}>
          <summary>{t("checks.show")}</summary>
          <SideBySide content={props.content} cases={cases()} />
          <MakeExample
            content={props.content}
            cases={cases()}
            titleOf={(number) => ({
              en: t("checks.exampleTitles.finding.en", { what: props.finding.message.en, number }),
              zh: t("checks.exampleTitles.finding.zh", { what: props.finding.message.zh, number }),
            })}
          />
        </details>
      </Show>
    </article>
  );
}
