import { type JSX, Show } from "solid-js";
import type { RunProgress } from "../api/answers.ts";
import { formatCount, formatDuration } from "../format/format.ts";
import { isUnderWay } from "../shell/runs.ts";
import { useWords } from "../words/words.tsx";
import { Button } from "./button.tsx";
import { Progress } from "./progress.tsx";
import { secondsLeft } from "./seconds-left.ts";

/** How far a run of the service is: what is done, skipped, how fast, and how long it still takes at that rate. */
export function RunProgressView(props: {
  /** What is being done. */
  readonly label: string;
  readonly progress: RunProgress;
  /** Calls it off; without it that is not offered. */
  readonly onCancel?: (() => void) | undefined;
  readonly isCancelling?: boolean;
}): JSX.Element {
  const { t } = useWords();
  const counts = useRunCounts();
  return (
    <div class="run-progress">
      <Progress
        done={props.progress.done}
        total={props.progress.total}
        label={props.label}
        counts={counts(props.progress)}
      />
      <Show when={isUnderWay(props.progress) && props.onCancel}>
        {(cancel) => (
          <Button disabled={props.isCancelling === true} onClick={() => cancel()()}>
            {t("tray.cancel")}
          </Button>
        )}
      </Show>
    </div>
  );
}

/** The counts of a run in words: “6,912 of 9,932 · 41 skipped · 690 a second · about 5 secs left”. */
export function useRunCounts(): (progress: RunProgress) => string {
  const { t, language } = useWords();
  const count = (number: number): string => formatCount(number, language());
  return (progress) => {
    const { state, done, skipped, total, perSecond } = progress;
    if (state === "queued" && done === 0) return t("run.inLine");
    // Its cases may still be being found: what they come to is not known yet.
    if (state === "running" && done === 0) return t("run.found", { total: count(total) });
    const left = secondsLeft(progress);
    return [
      t("tray.counted", { done: count(done), total: count(total) }),
      ...(skipped > 0 ? [t("run.skipped", { count: count(skipped) })] : []),
      ...(state === "running" && perSecond !== null
        ? [t("run.rate", { count: count(rounded(perSecond)) })]
        : []),
      ...(left === undefined ? [] : [t("run.left", { time: formatDuration(left, language()) })]),
    ].join(" · ");
  };
}

/** From this rate on, tenths say nothing to anybody. */
const WHOLE_FROM = 10;

function rounded(perSecond: number): number {
  return perSecond < WHOLE_FROM ? perSecond : Math.round(perSecond);
}
