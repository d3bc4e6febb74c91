import type { AppealSummary } from "@evenhand/domain";
import { A } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import { formatDay, formatInstant } from "../../format/format.ts";
import { Tag } from "../../parts/tag.tsx";
import { useWords } from "../../words/words.tsx";

/** Who objected to the decision, why, and what came of it; and until when somebody may. */
export function Appeals(props: {
  readonly appeals: readonly AppealSummary[];
  readonly appealUntil: string;
}): JSX.Element {
  const { t, language } = useWords();
  return (
    <section class="card decision-card" id="appeals">
      <h2>{t("decision.appeals.title")}</h2>
      <p class="soft">{t("decision.appeals.until", { day: formatDay(props.appealUntil, language()) })}</p>
      <Show when={props.appeals.length > 0} fallback={<p>{t("decision.appeals.none")}</p>}>
        <ul class="plain-list">
          <For each={props.appeals}>{(appeal) => <Appeal appeal={appeal} />}</For>
        </ul>
      </Show>
    </section>
  );
}

function Appeal(props: { readonly appeal: AppealSummary }): JSX.Element {
  const { t, language } = useWords();
  return (
    <li class="appeal">
      <p>
        {t("decision.appeals.filed", {
          party: props.appeal.party,
          at: formatInstant(props.appeal.filedAt, language()),
        })}{" "}
        <Tag tone={props.appeal.state === "open" ? "warn" : "plain"}>
          {t(`decision.appeals.states.${props.appeal.state}`)}
        </Tag>
      </p>
      <Show when={!isHidden(props.appeal.statement)}>
        <blockquote>{props.appeal.statement}</blockquote>
      </Show>
      <Show when={props.appeal.decidedAt}>
        {(at) => <p>{t("decision.appeals.decided", { at: formatInstant(at(), language()) })}</p>}
      </Show>
      <Show when={props.appeal.reason !== null && !isHidden(props.appeal.reason)}>
        <blockquote>{props.appeal.reason}</blockquote>
      </Show>
      <Show when={props.appeal.supersededBy}>
        {(other) => <A href={`/decisions/${other()}`}>{t("decision.appeals.answer")}</A>}
      </Show>
    </li>
  );
}

/** Whether a text stands there as a commitment only: whoever looks may not read what people wrote. */
export function isHidden(text: string): boolean {
  return /^text-[0-9a-f]{8}…$/.test(text);
}
