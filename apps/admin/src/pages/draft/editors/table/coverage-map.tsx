import type { TableCoverage } from "@evenhand/policy";
import { For, type JSX, Show, createMemo, createSignal, createUniqueId } from "solid-js";
import { useWords } from "../../../../words/words.tsx";
import { type MapCell, type MapOf, mapCell } from "./coverage-cells.ts";

/**
 * Which row holds where, over two of the columns: a table of its own, so that it reads aloud as it is drawn. Of further
 * columns one value at a time is looked at.
 */
export function CoverageMap(props: MapOf): JSX.Element {
  const { t, local } = useWords();
  const [chosen, setChosen] = createSignal<readonly number[]>([]);
  const axes = () => props.coverage.axes;
  const across = () => axes()[0];
  const down = () => axes()[1];
  const others = () => axes().slice(2);
  const segmentsAt = (column: number, row: number): readonly number[] =>
    [column, row, ...others().map((_, index) => chosen()[index] ?? 0)].slice(0, axes().length);
  const choose = (index: number, segment: number): void => {
    setChosen(others().map((_, at) => (at === index ? segment : (chosen()[at] ?? 0))));
  };
  return (
    <>
      <For each={others()}>
        {(axis, index) => <AxisChoice axis={axis} onChoose={(segment) => choose(index(), segment)} />}
      </For>
      <div class="coverage-scroll">
        <table class="coverage">
          <caption>
            {down()
              ? t("coverage.mapOfTwo", { across: nameOf(across()), down: nameOf(down()) })
              : t("coverage.mapOfOne", { across: nameOf(across()) })}
          </caption>
          <thead>
            <tr>
              <Show when={down()}>
                <th scope="col">{nameOf(down())}</th>
              </Show>
              <For each={across()?.segments}>{(segment) => <th scope="col">{local(segment.text)}</th>}</For>
            </tr>
          </thead>
          <tbody>
            <For each={down()?.segments ?? [undefined]}>
              {(segment, row) => (
                <tr>
                  <Show when={segment}>{(named) => <th scope="row">{local(named().text)}</th>}</Show>
                  <For each={across()?.segments}>
                    {(_, column) => <Part cell={mapCell(segmentsAt(column(), row()), props)} />}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </>
  );

  function nameOf(axis: TableCoverage["axes"][number] | undefined): string {
    return axis ? local(axis.label) : "";
  }
}

function AxisChoice(props: {
  readonly axis: TableCoverage["axes"][number];
  readonly onChoose: (segment: number) => void;
}): JSX.Element {
  const { local } = useWords();
  const id = createUniqueId();
  return (
    <div class="coverage-choice">
      <label for={id}>{local(props.axis.label)}</label>
      <select id={id} onChange={(event) => props.onChoose(event.currentTarget.selectedIndex)}>
        <For each={props.axis.segments}>{(segment) => <option>{local(segment.text)}</option>}</For>
      </select>
    </div>
  );
}

function Part(props: { readonly cell: MapCell }): JSX.Element {
  const { t } = useWords();
  const text = createMemo((): string => {
    const { cell } = props;
    switch (cell.kind) {
      case "row":
        return t("coverage.row", { row: cell.rows[0] });
      case "overlap":
        return t("coverage.rows", { rows: cell.rows.join(" + ") });
      default:
        return t(`coverage.kinds.${cell.kind}`);
    }
  });
  return <td data-kind={props.cell.kind}>{text()}</td>;
}
