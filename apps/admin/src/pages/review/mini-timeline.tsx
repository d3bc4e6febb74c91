import { type JSX, createMemo } from "solid-js";
import type { VersionStanding } from "../../api/answers.ts";
import { dayAfter } from "../policy/effect.ts";
import "../policy/policy.css";
import { Timeline } from "../policy/timeline.tsx";

/** So many versions before the one that comes are shown. */
const MOST_BEFORE = 2;

/** The last versions by their days, and what comes after them from a day on. */
export function MiniTimeline(props: {
  readonly versions: readonly VersionStanding[];
  /** The number that what comes will have. */
  readonly next: number;
  readonly from: string;
  /** The day it is where the policy holds. */
  readonly today: string;
}): JSX.Element {
  const shown = createMemo(() => [
    ...props.versions.slice(-MOST_BEFORE).map(({ version, effectiveFrom, effectiveUntil }) => ({
      version,
      effectiveFrom,
      effectiveUntil: effectiveUntil ?? dayAfter(props.from, -1),
    })),
    { version: props.next, effectiveFrom: props.from, effectiveUntil: null },
  ]);
  return (
    <Timeline versions={shown()} findings={[]} today={props.today} asOf={props.today} shown={props.next} />
  );
}
