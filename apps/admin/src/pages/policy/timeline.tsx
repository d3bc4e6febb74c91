import { For, type JSX, Show, createMemo } from "solid-js";
import { formatDay } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";
import { type EffectFinding, type EffectOf, isNever } from "./effect.ts";
import { useEffectWords } from "./effect-words.ts";
import { type Scale, scaleOf } from "./time-scale.ts";

const HEAD = 36;
const LANE = 40;
const FOOT = 20;

/** The days of each version as a bar, with the day it is and the day that is looked at. The table below says the same. */
export function Timeline(props: {
  readonly versions: readonly EffectOf[];
  readonly findings: readonly EffectFinding[];
  readonly today: string;
  readonly asOf: string;
  readonly shown: number | undefined;
}): JSX.Element {
  const { t, language } = useWords();
  const scale = createMemo(() => scaleOf(props.versions, [props.today, props.asOf]));
  const height = () => HEAD + props.versions.length * LANE + FOOT;
  const bottom = () => height() - FOOT;
  return (
    <svg class="timeline" role="img" aria-label={t("versions.picture")} height={height()}>
      <For each={scale().years}>
        {(year) => (
          <>
            <line data-part="year" x1={`${year.at}%`} x2={`${year.at}%`} y1={HEAD} y2={bottom()} />
            <text data-part="year" x={`${year.at}%`} y={height() - 5} text-anchor={anchorAt(year.at)}>
              {year.year}
            </text>
          </>
        )}
      </For>
      <For each={props.findings}>
        {(found) => (
          <Show when={found.kind !== "never" && found}>
            {(days) => (
              <rect
                data-part={days().kind}
                {...stretch(scale(), days().from, days().until)}
                y={HEAD}
                height={bottom() - HEAD}
              />
            )}
          </Show>
        )}
      </For>
      <Mark kind="today" at={scale().of(props.today)} row={12} bottom={bottom()} text={t("asOf.today")} />
      <Show when={props.asOf !== props.today}>
        <Mark
          kind="as-of"
          at={scale().of(props.asOf)}
          row={29}
          bottom={bottom()}
          text={formatDay(props.asOf, language())}
        />
      </Show>
      <For each={props.versions}>
        {(one, index) => (
          <Bar
            version={one}
            scale={scale()}
            top={HEAD + index() * LANE}
            asOf={props.asOf}
            isShown={props.shown === one.version}
          />
        )}
      </For>
    </svg>
  );
}

function Bar(props: {
  readonly version: EffectOf;
  readonly scale: Scale;
  readonly top: number;
  readonly asOf: string;
  readonly isShown: boolean;
}): JSX.Element {
  const { t } = useWords();
  const words = useEffectWords();
  const isLate = (): boolean => props.scale.of(props.version.effectiveFrom) > 55;
  return (
    <g data-state={words.standing(props.version, props.asOf)} data-shown={props.isShown}>
      <text
        x={isLate() ? "100%" : `${props.scale.of(props.version.effectiveFrom)}%`}
        y={props.top + 15}
        text-anchor={isLate() ? "end" : "start"}
      >
        {t("versions.bar", { version: props.version.version, days: words.days(props.version) })}
      </text>
      <Show when={!isNever(props.version)}>
        <rect
          data-part="bar"
          {...stretch(props.scale, props.version.effectiveFrom, props.version.effectiveUntil)}
          y={props.top + 21}
          height={12}
          rx={3}
        />
      </Show>
    </g>
  );
}

function Mark(props: {
  readonly kind: "today" | "as-of";
  readonly at: number;
  readonly row: number;
  readonly bottom: number;
  readonly text: string;
}): JSX.Element {
  return (
    <g data-part={props.kind}>
      <line x1={`${props.at}%`} x2={`${props.at}%`} y1={props.row + 4} y2={props.bottom} />
      <text x={`${props.at}%`} y={props.row} text-anchor={anchorAt(props.at)}>
        {props.text}
      </text>
    </g>
  );
}

/** From the first to the last day, wide enough to be seen. */
function stretch(
  scale: Scale,
  from: string,
  until: string | null,
): { readonly x: string; readonly width: string } {
  const start = scale.of(from);
  const end = until === null ? 100 : scale.of(until, 1);
  return { x: `${start}%`, width: `${Math.max(0.4, end - start)}%` };
}

function anchorAt(at: number): "start" | "middle" | "end" {
  if (at < 10) return "start";
  return at > 90 ? "end" : "middle";
}
