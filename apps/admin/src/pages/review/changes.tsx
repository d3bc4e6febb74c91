import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import type { Draft } from "../../api/answers.ts";
import { ChangeViews } from "../../changes/change-views.tsx";
import type { ChangedThing, ReachedPlace } from "../../changes/group-changes.ts";
import { AllComments } from "../../comments/all-comments.tsx";
import { threadsQuery } from "../../comments/comment-queries.ts";
import { Comments } from "../../comments/comments.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { useWords } from "../../words/words.tsx";
import { addressInReading } from "../policy/policy-place.ts";
import type { Reviewed } from "./reviewed.ts";

/** Every change as a sentence, in a table or as JSON; each can be ticked off once it was looked at. */
export function Changes(props: {
  readonly draft: Draft;
  readonly reviewed: Reviewed;
  readonly onAgainst: (version: number) => void;
}): JSX.Element {
  const { t } = useWords();
  const viewedCount = (): number => props.reviewed.things().length - props.reviewed.notViewed().length;
  const addressOf = ({ side, pointer }: ReachedPlace): string =>
    side === "after"
      ? `/policies/${props.draft.policy}/draft/${props.draft.id}?at=${encodeURIComponent(pointer)}`
      : addressInReading({ policy: props.draft.policy, version: props.reviewed.against(), pointer });
  return (
    <section class="review-changes">
      <header>
        <h2>{t("review.changes", { version: props.reviewed.against() })}</h2>
        <p class="soft" role="status">
          {t("review.viewedCount", { viewed: viewedCount(), count: props.reviewed.things().length })}
        </p>
        <Against {...props} />
      </header>
      <Loaded query={props.reviewed.comparison}>
        {(found) => (
          <Show when={found().changes.length > 0} fallback={<p class="soft">{t("review.noChanges")}</p>}>
            <ChangeViews
              comparison={found()}
              readings={props.reviewed.readings.data}
              addressOf={addressOf}
              beside={{
                mark: (thing, labelledBy) => (
                  <ViewedMark thing={thing} labelledBy={labelledBy} reviewed={props.reviewed} />
                ),
                below: (thing) => <Comments draft={props.draft} about={thing.key} />,
              }}
            />
          </Show>
        )}
      </Loaded>
      <OtherComments draft={props.draft} reviewed={props.reviewed} />
    </section>
  );
}

/** What was said of changes that are not made any more. */
function OtherComments(props: { readonly draft: Draft; readonly reviewed: Reviewed }): JSX.Element {
  const { t } = useWords();
  const threads = useQuery(() => threadsQuery(props.draft.id));
  const isOther = (about: string): boolean => props.reviewed.things().every(({ key }) => key !== about);
  const hasOthers = (): boolean =>
    (threads.isSuccess ? threads.data : []).some(({ about }) => isOther(about));
  return (
    <Show when={props.reviewed.comparison.isSuccess && hasOthers()}>
      <section class="card changed-things">
        <h3>{t("review.otherComments")}</h3>
        <AllComments draft={props.draft} document={props.draft.document} isShownHere={isOther} />
      </section>
    </Show>
  );
}

function ViewedMark(props: {
  readonly thing: ChangedThing;
  readonly labelledBy: string;
  readonly reviewed: Reviewed;
}): JSX.Element {
  const { t } = useWords();
  return (
    <label class="viewed-mark">
      <input
        type="checkbox"
        aria-labelledby={`${props.labelledBy}-viewed ${props.labelledBy}`}
        checked={props.reviewed.viewed.isViewed(props.thing)}
        onChange={(event) => props.reviewed.viewed.mark(props.thing, event.currentTarget.checked)}
      />
      <span id={`${props.labelledBy}-viewed`}>{t("review.viewed")}</span>
    </label>
  );
}

/** What the draft is compared with, where a newer version was published since it began. */
function Against(props: {
  readonly draft: Draft;
  readonly reviewed: Reviewed;
  readonly onAgainst: (version: number) => void;
}): JSX.Element {
  const { t } = useWords();
  const choices = (): readonly { readonly version: number; readonly text: string }[] =>
    [
      { version: props.draft.newestVersion, text: "review.againstNewest" as const },
      { version: props.draft.baseVersion, text: "review.againstBase" as const },
    ].flatMap(({ version, text }) => (version === null ? [] : [{ version, text: t(text, { version }) }]));
  return (
    <Show when={props.draft.newestVersion !== props.draft.baseVersion}>
      <label class="against">
        {t("review.against")}
        <select onChange={(event) => props.onAgainst(Number(event.currentTarget.value))}>
          <For each={choices()}>
            {({ version, text }) => (
              <option value={version} selected={version === props.reviewed.against()}>
                {text}
              </option>
            )}
          </For>
        </select>
      </label>
    </Show>
  );
}
