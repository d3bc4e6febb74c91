import { useMutation, useQuery } from "@tanstack/solid-query";
import { type JSX, Show, createSignal } from "solid-js";
import type { Draft, VersionStanding } from "../../api/answers.ts";
import { versionsQuery } from "../../api/queries.ts";
import { UnsentNotice, hasUnsent } from "../../comments/unsent.tsx";
import { textAt } from "../../document/pointer.ts";
import { formatDay, formatDayWithWeekday, today } from "../../format/format.ts";
import { Button } from "../../parts/button.tsx";
import { DayField } from "../../parts/day-field.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";
import { dayAfter, isDay, isStanding } from "../policy/effect.ts";
import { InBetween } from "./in-between.tsx";
import { MiniTimeline } from "./mini-timeline.tsx";
import { PublishDialog } from "./publish-dialog.tsx";
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
  const [isAsking, setIsAsking] = createSignal(false);
  // The number of a version that was withdrawn is not given again.
  const next = (): number => ((versions.isSuccess ? versions.data : []).at(-1)?.version ?? 0) + 1;
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
  const isPossible = (): boolean => isDay(day()) && day() >= first();
  const isHeld = (): boolean =>
    publication.isPending ||
    !versions.isSuccess ||
    props.seen.isOutdated() ||
    hasUnsent() ||
    !isPossible() ||
    (isOutdated() && !isKnown());
  const publishNow = (): void => {
    setIsAsking(false);
    publication.mutate();
  };
  return (
    <>
      <FirstDay day={day()} today={now()} first={first()} last={last()} onDay={choose} />
      <Show when={isPossible()}>
        <MiniTimeline versions={standing()} next={next()} from={day()} today={now()} />
        <InBetween draft={props.draft} from={day()} before={last()?.version} />
      </Show>
      <Show when={isOutdated()}>
        <KnownOver draft={props.draft} isKnown={isKnown()} onKnown={setIsKnown} />
      </Show>
      <Show when={publication.isError}>
        <Trouble error={publication.error} />
      </Show>
      <UnsentNotice />
      <div>
        <Button kind="main" disabled={isHeld()} onClick={() => setIsAsking(true)}>
          {t("review.publish")}
        </Button>
      </div>
      <Show when={isAsking() && !isHeld()}>
        <PublishDialog
          version={next()}
          from={day()}
          today={now()}
          onPublish={publishNow}
          onClose={() => setIsAsking(false)}
        />
      </Show>
    </>
  );
}

/** Whoever publishes past a newer version says that they know. */
function KnownOver(props: {
  readonly draft: Draft;
  readonly isKnown: boolean;
  readonly onKnown: (isKnown: boolean) => void;
}): JSX.Element {
  const { t } = useWords();
  return (
    <label class="notice">
      <span>
        <input
          type="checkbox"
          checked={props.isKnown}
          onChange={(event) => props.onKnown(event.currentTarget.checked)}
        />{" "}
        {t("review.publishOver", {
          base: props.draft.baseVersion ?? 0,
          newest: props.draft.newestVersion ?? 0,
        })}
      </span>
    </label>
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
