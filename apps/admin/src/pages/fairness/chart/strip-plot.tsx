import type { Outlier } from "@evenhand/analysis";
import { A } from "@solidjs/router";
import { For, type JSX } from "solid-js";
import { formatCount } from "../../../format/format.ts";
import { useWords } from "../../../words/words.tsx";
import type { Scale } from "./scale.ts";
import { type StripRow, stripOf, stripScale } from "./strip.ts";

/**
 * How values are spread, one strip above the other: the middle half as a box with the median in it, and each value that lies
 * far off as a dot that leads to its decision. The sentence and the table beside it say the same.
 */
export function StripPlot(props: {
  readonly rows: readonly StripRow[];
  /** How a value is written. */
  readonly written: (value: number) => string;
}): JSX.Element {
  const { language } = useWords();
  const scale = () => stripScale(props.rows);
  return (
    <div class="strips" aria-hidden="true">
      <For each={props.rows}>
        {(row) => (
          <>
            <span data-part="name">{row.label}</span>
            <span data-part="n">n = {formatCount(row.quartiles.n, language())}</span>
            <Track row={row} scale={scale()} written={props.written} />
          </>
        )}
      </For>
      <div class="strip-axis">
        <For each={scale().marks}>
          {(mark) => <span style={{ left: percent(scale().at(mark)) }}>{props.written(mark)}</span>}
        </For>
      </div>
    </div>
  );
}

function Track(props: {
  readonly row: StripRow;
  readonly scale: Scale;
  readonly written: (value: number) => string;
}): JSX.Element {
  const { t } = useWords();
  const strip = () => stripOf(props.row.quartiles, props.scale);
  const span = ({ from, to }: { readonly from: number; readonly to: number }): JSX.CSSProperties => ({
    left: percent(from),
    width: `${100 * (to - from)}%`,
  });
  const titleOf = ({ reference, value }: Outlier): string =>
    t("fairness.named", { name: reference, value: props.written(value) });
  return (
    <div class="strip-track">
      <span data-part="whiskers" style={span(strip().whiskers)} />
      <span data-part="box" style={span(strip().box)} />
      <span data-part="median" style={{ left: percent(strip().median) }} />
      <For each={props.row.outliers}>
        {(outlier) => (
          <A
            data-part="outlier"
            href={`/decisions/${outlier.id}`}
            tabIndex={-1}
            style={{ left: percent(props.scale.at(outlier.value)) }}
            title={titleOf(outlier)}
          />
        )}
      </For>
    </div>
  );
}

function percent(place: number): string {
  return `${100 * place}%`;
}
