import { useMutation, useQuery } from "@tanstack/solid-query";
import { type JSX, Show, createSignal } from "solid-js";
import type { Draft, VersionStanding } from "../../api/answers.ts";
import { versionsQuery } from "../../api/queries.ts";
import { textAt } from "../../document/pointer.ts";
import { formatDay, formatDayWithWeekday, today } from "../../format/format.ts";
import { Button } from "../../parts/button.tsx";
import { DayField } from "../../parts/day-field.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";
import { dayAfter, isDay, isStanding } from "../policy/effect.ts";
import { InBetween } from "./in-between.tsx";
import { MiniTimeline } from "./mini-timeline.tsx";
import { publish } from "./review-queries.ts";
import type { Seen } from "./seen.ts";
import { useAfter } from "./use-after.ts";

/** From which day on what was approved is in force, and what that means for the cases of the days before. */
export function Publication(props: { readonly draft: Draft; readonly seen: Seen }): JSX.Element {
  const { t } = useWords();
  const after = useAfter();
  const versions = useQuery(() => versionsQuery(props.draft.policy));
  const standing = (): readonly VersionStanding[] =>
    (versions.isSuccess ? versions.data : []).filter(isStanding);
  const last = (): VersionStanding | undefined => standing().at(-1);
  const [chosen, choose] = createSignal<string>();
  const [isKnown, setIsKnown] = createSignal(false);
  // Days begin where the policy says, wherever the reader is: the service goes by the same.
  const now = (): string => today(textAt(props.draft.document, "/timeZone"));
  // The first day that can be published for: today, or the one after the newest version's.
  const first = (): string => {
    const next = dayAfter(last()?.effectiveFrom ?? dayAfter(now(), -1));
    return next > now() ? next : now();
  };
  const day = (): string => chosen() ?? first();
  const isOutdated = (): boolean => props.draft.newestVersion !== props.draft.baseVersion;
  const publication = useMutation(() => ({
    mutationFn: () => publish(props.draft.id, day()),
    onSettled: after,
  }));
  const isHeld = (): boolean =>
    publication.isPending ||
    props.seen.isOutdated() ||
    !isDay(day()) ||
    day() < first() ||
    (isOutdated() && !isKnown());
  return (
    <>
      <FirstDay day={day()} today={now()} first={first()} last={last()} onDay={choose} />
      <Show when={isDay(day())}>
        <MiniTimeline versions={standing()} from={day()} today={now()} />
        <InBetween draft={props.draft} from={day()} before={last()?.version} />
      </Show>
      <Show when={isOutdated()}>
        <label class="notice">
          <span>
            <input
              type="checkbox"
              checked={isKnown()}
              onChange={(event) => setIsKnown(event.currentTarget.checked)}
            />{" "}
            {t("review.publishOver", {
              base: props.draft.baseVersion ?? 0,
              newest: props.draft.newestVersion ?? 0,
            })}
          </span>
        </label>
      </Show>
      <Show when={publication.isError}>
        <Trouble error={publication.error} />
      </Show>
      <div>
        <Button kind="main" disabled={isHeld()} onClick={() => publication.mutate()}>
          {t("review.publish")}
        </Button>
      </div>
    </>
  );
}

function FirstDay(props: {
  readonly day: string;
  readonly today: string;
  readonly first: string;
  readonly last: VersionStanding | undefined;
  readonly onDay: (day: string) => void;
}): JSX.Element {
  const { t, language } = useWords();
  const hint = (): string | undefined => {
    if (!isDay(props.day)) return undefined;
    if (props.day < props.today) return t("review.pastDay");
    if (props.day >= props.first || !props.last) return formatDayWithWeekday(props.day, language());
    const { version, effectiveFrom } = props.last;
    return t("review.dayTaken", { version, from: formatDay(effectiveFrom, language()) });
  };
  return (
    <DayField
      label={t("review.effectiveFrom")}
      value={props.day}
      min={props.first}
      isWrong={props.day < props.first}
      hint={hint()}
      onDay={(day) => props.onDay(day)}
      onUnread={() => props.onDay("")}
    />
  );
}
