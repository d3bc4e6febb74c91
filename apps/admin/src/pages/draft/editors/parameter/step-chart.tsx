import { For, type JSX, Show, createMemo } from "solid-js";
import { useWords } from "../../../../words/words.tsx";
import { dayAfter, dayNumber } from "../../../policy/effect.ts";
import { type Scale, scaleOf } from "../../../policy/time-scale.ts";
import type { FigurePoint } from "./figure-history.ts";

const TOP = 22;
const BOTTOM = 108;
const HEIGHT = 132;

/** A figure over the days as a step line: solid as published, dashed as the draft would have it. */
export function StepChart(props: {
  readonly points: readonly FigurePoint[];
  readonly today: string;
  /** What the picture shows, in a sentence. */
  readonly summary: string;
  readonly textOf: (value: number) => string;
}): JSX.Element {
  const { t } = useWords();
  const steps = createMemo(() => stepsOf(props.points));
  const scale = createMemo(() =>
    scaleOf(
      steps().map(({ from }, index) => ({ version: index, effectiveFrom: from, effectiveUntil: null })),
      [props.today, roomAfter(steps(), props.today)],
    ),
  );
  const height = createMemo(() => heightOf(steps().map(({ value }) => value)));
  const x = (day: string): string => `${scale().of(day)}%`;
  return (
    <svg class="step-chart" role="img" aria-label={props.summary} height={HEIGHT}>
      <Years scale={scale()} />
      <line data-part="today" x1={x(props.today)} x2={x(props.today)} y1={12} y2={BOTTOM} />
      <text data-part="today" x={x(props.today)} y={10} text-anchor={anchorAt(scale().of(props.today))}>
        {t("asOf.today")}
      </text>
      <For each={steps()}>
        {(step, index) => (
          <g data-state={step.isDraft ? "draft" : "published"}>
            <Show when={steps()[index() - 1]}>
              {(last) => (
                <line
                  data-part="rise"
                  x1={x(step.from)}
                  x2={x(step.from)}
                  y1={height()(last().value)}
                  y2={height()(step.value)}
                />
              )}
            </Show>
            <line
              data-part="level"
              x1={x(step.from)}
              x2={endOf(index())}
              y1={height()(step.value)}
              y2={height()(step.value)}
            />
            <text x={x(step.from)} dx={4} y={height()(step.value) - 6}>
              {props.textOf(step.value)}
            </text>
          </g>
        )}
      </For>
    </svg>
  );

  function endOf(index: number): string {
    const next = steps()[index + 1];
    return next ? x(next.from) : "100%";
  }
}

function Years(props: { readonly scale: Scale }): JSX.Element {
  return (
    <For each={props.scale.years}>
      {(year) => (
        <>
          <line data-part="year" x1={`${year.at}%`} x2={`${year.at}%`} y1={BOTTOM} y2={BOTTOM + 5} />
          <text data-part="year" x={`${year.at}%`} y={HEIGHT - 5} text-anchor={anchorAt(year.at)}>
            {year.year}
          </text>
        </>
      )}
    </For>
  );
}

type Step = { readonly from: string; readonly value: number; readonly isDraft: boolean };

/** One step for each value, so that versions that leave it as it is make none; the draft always has its own. */
function stepsOf(points: readonly FigurePoint[]): readonly Step[] {
  const steps: Step[] = [];
  for (const { version, from, value } of points) {
    if (typeof value !== "number") continue;
    const isDraft = version === undefined;
    if (isDraft || steps.at(-1)?.value !== value) steps.push({ from, value, isDraft });
  }
  const first = steps[0]?.from;
  // The day of a draft is not known yet: it is drawn at some distance after everything that is.
  return steps.map((step) =>
    step.isDraft && first !== undefined
      ? { ...step, from: dayAfter(step.from, spaceFor(first, step.from)) }
      : step,
  );
}

/** A day so far after the last step that its level can be seen. */
function roomAfter(steps: readonly Step[], today: string): string {
  const [first = today, last = today] = [steps[0]?.from, steps.at(-1)?.from];
  return dayAfter(last, spaceFor(first, last));
}

const LEAST_DAYS = 30;

function spaceFor(first: string, last: string): number {
  return Math.max(LEAST_DAYS, Math.round((dayNumber(last) - dayNumber(first)) / 6));
}

/** How far down each value stands; all of them alike stand in the middle. */
function heightOf(values: readonly number[]): (value: number) => number {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return (value) =>
    most === least
      ? (TOP + BOTTOM) / 2
      : BOTTOM - 10 - ((value - least) / (most - least)) * (BOTTOM - TOP - 20);
}

function anchorAt(at: number): "start" | "middle" | "end" {
  if (at < 15) return "start";
  return at > 92 ? "end" : "middle";
}
