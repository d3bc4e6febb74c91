import type { DecisionTable, ExplanationStep, FactValue } from "@evenhand/domain";
import { labelOf } from "@evenhand/policy";
import { For, type JSX, Show, createMemo } from "solid-js";
import { type Json, itemsOf, jsonOf } from "../../../document/pointer.ts";
import { useValueText } from "../../../seen/use-value-text.ts";
import { useWords } from "../../../words/words.tsx";
import { cellText, figuresBehind } from "../../draft/editors/table/cell-text.ts";
import { type Column, columnsOf } from "../../draft/editors/table/columns.ts";
import { useColumnName } from "../../draft/editors/table/column-name.ts";
import { surroundingsIn } from "../../draft/editors/table/readable.ts";
import type { DecisionReading, Told } from "../decision-reading.ts";
import { type AskedRow, askedTable } from "./row-match.ts";

type Given = { readonly reading: DecisionReading<Told>; readonly step: ExplanationStep };

/** Of a rule that is the row of a table: the row with the values of the case in it, and the rows beside it. */
export function HitRow(props: Given): JSX.Element {
  const tableId = (): string => props.step.rule?.split("#")[0] ?? "";
  const table = (): DecisionTable | undefined =>
    props.step.rule?.includes("#") === true ? props.reading.version.policy.tables[tableId()] : undefined;
  return <Show when={table()}>{(found) => <Rows {...props} id={tableId()} table={found()} />}</Show>;
}

function Rows(props: Given & { readonly id: string; readonly table: DecisionTable }): JSX.Element {
  const { t } = useWords();
  const valueText = useValueText();
  const columnName = useColumnName();
  const asked = createMemo(() =>
    askedTable(
      props.id,
      props.table,
      props.reading.record.explanation.filter(({ party }) => party === props.step.party),
    ),
  );
  const columns = createMemo(() => {
    const { inputs, outputs, event } = jsonOf(props.table);
    return columnsOf({ inputs, outputs, event }, surroundingsIn(jsonOf(props.reading.version.policy))).filter(
      ({ part }) => part !== "references",
    );
  });
  const saw = (value: FactValue, index: number): string =>
    valueText(props.table.inputs[index]?.fact ?? "", value, props.reading.vocabulary);
  const nameOf = (column: Column): string =>
    column.part === "when" ? labelOf(column.name, props.reading.vocabulary) : columnName(column);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- who has no mouse scrolls it once it has the focus
    <section class="overflow" aria-label={t("decision.story.rows")} tabindex="0">
      <table class="table hit-row">
        <thead>
          <tr>
            <th scope="col">{t("decision.story.rows")}</th>
            <For each={columns()}>{(column) => <th scope="col">{nameOf(column)}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <tr data-part="saw">
            <th scope="row">{t("decision.story.thisCase")}</th>
            <For each={asked().saw}>{(value, index) => <td>{saw(value, index())}</td>}</For>
            <td colspan={props.table.outputs.length}>–</td>
          </tr>
          <For each={asked().rows}>
            {(row) => <AskedRowLine row={row} table={props.table} columns={columns()} />}
          </For>
        </tbody>
      </table>
    </section>
  );
}

function AskedRowLine(props: {
  readonly row: AskedRow;
  readonly table: DecisionTable;
  readonly columns: readonly Column[];
}): JSX.Element {
  const { t, language } = useWords();
  const met = (): number => props.row.cells.filter(Boolean).length;
  const valueOf = (column: Column): Json => {
    const row = jsonOf(props.table.rows[props.row.index] ?? {});
    return itemsOf(row[column.part])[column.index] ?? null;
  };
  const cell = (column: Column): string => cellText(valueOf(column), column, language());
  const figures = (column: Column): string => figuresBehind(valueOf(column), column);
  return (
    <tr data-hit={props.row.isHit}>
      <th scope="row">
        {t("decision.story.row", { number: props.row.index + 1 })}
        <Show when={!props.row.isHit}>
          <div class="soft">{t("decision.story.matched", { met: met(), of: props.row.cells.length })}</div>
        </Show>
      </th>
      <For each={props.columns}>
        {(column) => (
          <td>
            <Show when={column.part === "when"}>
              <Mark isMet={props.row.cells[column.index] === true} />{" "}
            </Show>
            {cell(column)}
            <Show when={figures(column)}>{(behind) => <div class="soft">{behind()}</div>}</Show>
          </td>
        )}
      </For>
    </tr>
  );
}

function Mark(props: { readonly isMet: boolean }): JSX.Element {
  const { t } = useWords();
  return (
    <span
      class="mark"
      data-met={props.isMet}
      role="img"
      aria-label={t(props.isMet ? "rules.try.holds" : "rules.try.failed")}
    >
      {props.isMet ? "✓" : "✗"}
    </span>
  );
}
