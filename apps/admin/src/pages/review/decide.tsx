import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { type JSX, Match, Show, Switch } from "solid-js";
import type { Draft } from "../../api/answers.ts";
import { versionsQuery } from "../../api/queries.ts";
import { useMay } from "../../api/use-may.ts";
import { formatDayWithWeekday } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";
import { Approvals } from "./approvals.tsx";
import { Publication } from "./publication.tsx";
import type { Reviewed } from "./reviewed.ts";
import type { Seen } from "./seen.ts";
import { Verdict } from "./verdict.tsx";
import { WhyNot, useHindrance } from "./why-not.tsx";

/** What can be done with the draft as it stands: approve or return it, or publish what was approved; or why not. */
export function Decide(props: {
  readonly draft: Draft;
  readonly reviewed: Reviewed;
  readonly seen: Seen;
}): JSX.Element {
  const { t } = useWords();
  const may = useMay();
  const hindrance = useHindrance(() => props.draft);
  const isOpen = (): boolean => props.draft.state === "in-review" || props.draft.state === "approved";
  return (
    <section class="card review-part">
      <h2>{t("review.decide")}</h2>
      <Approvals draft={props.draft} />
      <Switch>
        <Match when={props.draft.state === "published"}>
          <Published draft={props.draft} />
          <A href={`/policies/${props.draft.policy}`}>{t("review.toPolicy")}</A>
        </Match>
        <Match when={!isOpen()}>
          <p class="soft">{t("review.notHandedIn")}</p>
        </Match>
        <Match when={props.draft.state === "approved" && may("policies:publish") && !isOwn(hindrance())}>
          <Publication draft={props.draft} seen={props.seen} />
          <Show when={hindrance() === undefined}>
            <details>
              <summary>{t("review.judgeToo")}</summary>
              <div class="review-more">
                <Verdict draft={props.draft} reviewed={props.reviewed} seen={props.seen} />
              </div>
            </details>
          </Show>
        </Match>
        <Match when={hindrance()}>{(why) => <WhyNot why={why()} draft={props.draft} />}</Match>
        <Match when={true}>
          <Verdict draft={props.draft} reviewed={props.reviewed} seen={props.seen} />
        </Match>
      </Switch>
    </section>
  );
}

/** The version that came of it, and its day. */
function Published(props: { readonly draft: Draft }): JSX.Element {
  const { t, language } = useWords();
  const versions = useQuery(() => versionsQuery(props.draft.policy));
  const own = () => versions.data?.find(({ draft }) => draft === props.draft.id);
  return (
    <Show when={own()}>
      {(found) => (
        <p role="status">
          {t("review.published", {
            version: found().version,
            from: formatDayWithWeekday(found().effectiveFrom, language()),
          })}
        </p>
      )}
    </Show>
  );
}

/** Whoever approved may publish; whoever wrote or handed in may not. */
function isOwn(hindrance: ReturnType<ReturnType<typeof useHindrance>>): boolean {
  return hindrance === "wrote" || hindrance === "handed-in";
}
