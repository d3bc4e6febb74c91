import { For, type JSX, Show } from "solid-js";
import { formatCount } from "../format/format.ts";
import { useWords } from "../words/words.tsx";
import "./parts.css";

/** One bar of a picture of counts, from the first to the last in time. */
export type CountBar = { readonly name: string; readonly count: number };

const HEIGHT = 72;
const BASE = HEIGHT - 18;
const TOP = 12;
/** The part of its room that a bar takes. */
const FILLED = 0.8;

/** How many there are of something in each of several spans of time, as bars. */
export function CountBars(props: {
  readonly bars: readonly CountBar[];
  /** What the picture says, in a sentence. */
  readonly summary: string;
  /** What stands below the first and the last bar. */
  readonly ends: { readonly first: string; readonly last: string };
}): JSX.Element {
  const { language } = useWords();
  const most = (): number => Math.max(0, ...props.bars.map(({ count }) => count));
  const room = (): number => 100 / props.bars.length;
  const height = ({ count }: CountBar): number => (count / most()) * (BASE - TOP);
  return (
    <svg class="count-bars" role="img" aria-label={props.summary} height={HEIGHT}>
      <text x="0" y="9">
        {formatCount(most(), language())}
      </text>
      <line x1="0" x2="100%" y1={BASE} y2={BASE} />
      <For each={props.bars}>
        {(bar, index) => (
          <Show when={bar.count > 0}>
            <rect
              x={`${(index() + (1 - FILLED) / 2) * room()}%`}
              width={`${FILLED * room()}%`}
              y={BASE - height(bar)}
              height={height(bar)}
            >
              <title>
                {bar.name}: {formatCount(bar.count, language())}
              </title>
            </rect>
          </Show>
        )}
      </For>
      <text x="0" y={HEIGHT - 4}>
        {props.ends.first}
      </text>
      <text x="100%" y={HEIGHT - 4} text-anchor="end">
        {props.ends.last}
      </text>
    </svg>
  );
}
