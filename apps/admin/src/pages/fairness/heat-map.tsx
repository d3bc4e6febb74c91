import type { Crossed } from "@evenhand/analysis";
import { A } from "@solidjs/router";
import { For, type JSX, Match, Show, Switch, createMemo } from "solid-js";
import { Scroller } from "../../changes/scroller.tsx";
import { formatCount, formatMoney } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";
import { useFigures } from "./figures.ts";
import type { Measure } from "./groups/disparity-rows.ts";
import { type HeatCell, type HeatRow, heatRange, heatRows } from "./heat-rows.ts";

/** Of the colour of the highest figure so much is laid over the paper, so that what is written on it stays readable. */
const DARKEST = 32;

type Heat = {
  readonly crossed: Crossed;
  readonly measure: Measure;
  /** ISO 4217, of the amounts. */
  readonly currency: string;
  /** The address of the cases of a cell. */
  readonly casesOf: (row: string, column: string) => string;
};

/**
 * How people fare by two facts at once: a table whose cells are the darker the higher their figure, which stands in each with
 * its n. Where fewer than ten people are, a cell is hatched.
 */
export function HeatMap(props: Heat): JSX.Element {
  const { t, local, language } = useWords();
  const figures = useFigures(() => props.currency);
  const rows = createMemo(() => heatRows(props.crossed, props.measure));
  const written = (value: number): string =>
    props.measure === "amount"
      ? formatMoney(Math.round(value), props.currency, language())
      : figures.share(value);
  const title = (): string =>
    t(`fairness.heat.title.${props.measure}`, {
      rows: local(props.crossed.rows.attribute.label),
      columns: local(props.crossed.columns.attribute.label),
    });
  return (
    <div class="drawn">
      <h3>{title()}</h3>
      <Show when={heatRange(rows())} fallback={<p>{t("fairness.heat.noCell")}</p>}>
        {(range) => (
          <>
            <p>
              {t("fairness.heat.summary", { least: written(range().least), most: written(range().most) })}
            </p>
            <HeatTable {...props} rows={rows()} range={range()} title={title()} written={written} />
          </>
        )}
      </Show>
    </div>
  );
}

type Range = { readonly least: number; readonly most: number };

function HeatTable(
  props: Heat & {
    readonly rows: readonly HeatRow[];
    readonly range: Range;
    readonly title: string;
    readonly written: (value: number) => string;
  },
): JSX.Element {
  const { local } = useWords();
  const labelOf = (group: string): string =>
    local(props.crossed.rows.groups.find((one) => one.group === group)?.label ?? { en: group, zh: group });
  return (
    <Scroller label={props.title} isInside>
      <table class="table heat">
        <caption class="unseen">{props.title}</caption>
        <thead>
          <tr>
            <th scope="col">{local(props.crossed.rows.attribute.label)}</th>
            <For each={props.crossed.columns.groups}>
              {({ label }) => <th scope="col">{local(label)}</th>}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {({ group, cells }) => (
              <tr>
                <th scope="row">{labelOf(group)}</th>
                <For each={cells}>
                  {({ column, cell }) => (
                    <td data-shown={cell.shown} style={shadeOf(cell, props.range)}>
                      <Cell cell={cell} written={props.written} href={props.casesOf(group, column)} />
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroller>
  );
}

function shadeOf(cell: HeatCell, { least, most }: Range): JSX.CSSProperties {
  if (cell.shown !== "figure") return {};
  const place = most === least ? 0 : (cell.value - least) / (most - least);
  return { background: `color-mix(in srgb, var(--accent) ${DARKEST * place}%, var(--paper))` };
}

function Cell(props: {
  readonly cell: HeatCell;
  readonly written: (value: number) => string;
  readonly href: string;
}): JSX.Element {
  const { t, language } = useWords();
  return (
    <Switch fallback={<span class="soft">{t("fairness.heat.empty")}</span>}>
      <Match when={props.cell.shown === "figure" && props.cell}>
        {(cell) => (
          <>
            <A href={props.href}>{props.written(cell().value)}</A>
            <div data-part="n">n = {formatCount(cell().n, language())}</div>
          </>
        )}
      </Match>
      <Match when={props.cell.shown === "n < 10"}>
        <span data-part="small">{t("fairness.small")}</span>
      </Match>
      <Match when={props.cell.shown === "untold"}>
        <span class="soft">{t("fairness.heat.untold")}</span>
      </Match>
    </Switch>
  );
}
