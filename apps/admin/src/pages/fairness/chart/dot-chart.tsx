import { A } from "@solidjs/router";
import { For, type JSX, Match, Show, Switch } from "solid-js";
import { formatCount } from "../../../format/format.ts";
import { useWords } from "../../../words/words.tsx";
import type { DotFigure, DotRow } from "./dot-row.ts";
import type { Scale } from "./scale.ts";

type Drawn = {
  readonly scale: Scale;
  /** How a figure of the scale is written. */
  readonly written: (value: number) => string;
  /** A figure with its interval, as text. */
  readonly figureText: (figure: DotFigure) => string;
  /** What is said of a row that is too small to be shown. */
  readonly hidden: string;
  /** The way to the cases of a row; none where a row has none to show. */
  readonly casesOf?: (row: DotRow) => Cases | undefined;
};

export type Cases = { readonly href: string; readonly text: string };

/**
 * A dot with its interval for each row, and a line at what they are held against. Everything that is drawn also stands
 * beside it as text; the dot and the number of cases both lead to the cases.
 */
export function DotChart(
  props: Drawn & { readonly label: string; readonly rows: readonly DotRow[] },
): JSX.Element {
  return (
    <div class="dots">
      <Axis scale={props.scale} written={props.written} />
      <ul aria-label={props.label}>
        <For each={props.rows}>
          {(row) => (
            <li data-shown={row.shown}>
              <Row {...props} row={row} />
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}

/** Room at both ends of a track, in hundredths of it, so that what is written at an end is not cut. */
const ROOM = 6;

function percent(place: number): string {
  return `${ROOM + (100 - 2 * ROOM) * place}%`;
}

function Axis(props: Pick<Drawn, "scale" | "written">): JSX.Element {
  return (
    <div class="dots-axis" aria-hidden="true">
      <For each={props.scale.marks}>
        {(mark) => <span style={{ left: percent(props.scale.at(mark)) }}>{props.written(mark)}</span>}
      </For>
    </div>
  );
}

function Row(props: Drawn & { readonly row: DotRow }): JSX.Element {
  const { t, local, language } = useWords();
  const count = (): string => ("n" in props.row ? formatCount(props.row.n, language()) : "");
  return (
    <>
      <span data-part="name">{props.row.label}</span>
      <Switch>
        <Match when={props.row.shown === "n < 10"}>
          <span data-part="n">{t("fairness.small")}</span>
          <span data-part="words">{props.hidden}</span>
        </Match>
        <Match when={props.row.shown === "words" && props.row}>
          {(row) => (
            <>
              <span data-part="n">n = {count()}</span>
              <span data-part="words">{local(row().words)}</span>
            </>
          )}
        </Match>
        <Match when={props.row.shown === "figure" && props.row}>
          {(row) => (
            <>
              <span data-part="n">n = {count()}</span>
              <Track {...props} figure={row().figure} />
              <span data-part="figure">
                {props.figureText(row().figure)}
                <Show when={row().isFinding}>
                  <span class="stands-out"> {t("fairness.standsOut")}</span>
                </Show>
              </span>
            </>
          )}
        </Match>
      </Switch>
      <Show when={props.casesOf?.(props.row)}>
        {(cases) => (
          <A
            data-part="cases"
            href={cases().href}
            aria-label={t("fairness.named", { name: cases().text, value: props.row.label })}
          >
            {cases().text}
          </A>
        )}
      </Show>
    </>
  );
}

/** The picture of a figure. The same is written beside it, so that nobody needs to see it. */
function Track(props: Drawn & { readonly row: DotRow; readonly figure: DotFigure }): JSX.Element {
  const left = (value: number): JSX.CSSProperties => ({ left: percent(props.scale.at(value)) });
  const interval = (): JSX.CSSProperties => {
    const [from, to] = [props.scale.at(props.figure.lower), props.scale.at(props.figure.upper ?? Infinity)];
    return { left: percent(from), width: `${(100 - 2 * ROOM) * (to - from)}%` };
  };
  return (
    <span class="dots-track" aria-hidden="true">
      <For each={props.scale.marks}>{(mark) => <span data-part="mark" style={left(mark)} />}</For>
      <Show when={props.scale.reference !== null}>
        <span data-part="reference" style={left(props.scale.reference ?? 0)} />
      </Show>
      <span data-part="interval" data-open={props.figure.upper === null} style={interval()} />
      <Show when={props.figure.estimate !== null}>
        <Show
          when={props.casesOf?.(props.row)}
          fallback={<span {...dotOf(props.row)} style={left(props.figure.estimate ?? 0)} />}
        >
          {(cases) => (
            <A
              href={cases().href}
              tabIndex={-1}
              {...dotOf(props.row)}
              style={left(props.figure.estimate ?? 0)}
            />
          )}
        </Show>
      </Show>
    </span>
  );
}

function dotOf({ isFinding }: DotRow): { readonly "data-part": "dot"; readonly "data-filled": boolean } {
  return { "data-part": "dot", "data-filled": isFinding };
}
