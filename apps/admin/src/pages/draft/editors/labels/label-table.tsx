import { For, Index, type JSX, Show } from "solid-js";
import IconDown from "~icons/lucide/arrow-down";
import IconUp from "~icons/lucide/arrow-up";
import IconRemove from "~icons/lucide/x";
import { type Json, textAt } from "../../../../document/pointer.ts";
import { Button } from "../../../../parts/button.tsx";
import { isComposing } from "../../../../shell/keys.ts";
import { useWords } from "../../../../words/words.tsx";
import "./labels.css";

/** A name that rules use, with its labels. */
export type LabelRow = {
  readonly name: string;
  /** Where the name stands, and where its labels do: the same place, unless they are kept elsewhere. */
  readonly at: string;
  readonly labelsAt: string;
  readonly labels: Json | undefined;
};

/** Names that rules use, each with its label in both languages; an index tells rows of one name apart. */
export function LabelTable(props: {
  readonly rows: readonly LabelRow[];
  readonly onLabel: (row: LabelRow, language: "en" | "zh", text: string) => void;
  /** Absent where the order means nothing. */
  readonly onMove?: (row: LabelRow, by: 1 | -1, index: number) => void;
  readonly onRemove: (row: LabelRow, index: number) => void;
  /** What begins a further row. */
  readonly children: JSX.Element;
}): JSX.Element {
  return (
    <>
      <Show when={props.rows.length > 0}>
        <Table>
          <Index each={props.rows}>
            {(row, index) => (
              <Row
                row={row()}
                onLabel={(language, text) => props.onLabel(row(), language, text)}
                onMove={props.onMove && ((by) => props.onMove?.(row(), by, index))}
                onRemove={() => props.onRemove(row(), index)}
              />
            )}
          </Index>
        </Table>
      </Show>
      {props.children}
    </>
  );
}

function Table(props: { readonly children: JSX.Element }): JSX.Element {
  const { t } = useWords();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t("draft.general.chinese")}</th>
          <th scope="col">{t("draft.general.english")}</th>
          <th scope="col">{t("facts.value")}</th>
          <th scope="col">
            <span class="unseen">{t("facts.acts")}</span>
          </th>
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  );
}

function Row(props: {
  readonly row: LabelRow;
  readonly onLabel: (language: "en" | "zh", text: string) => void;
  readonly onMove: ((by: 1 | -1) => void) | undefined;
  readonly onRemove: () => void;
}): JSX.Element {
  const { t, language } = useWords();
  const called = (): string => textAt(props.row.labels ?? null, `/${language()}`) || props.row.name;
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.altKey && !isComposing(event) ? MOVES[event.key] : undefined;
    if (by === undefined || props.onMove === undefined) return;
    event.preventDefault();
    props.onMove(by);
  };
  const act = (name: "up" | "down" | "remove", work: () => void, icon: JSX.Element): JSX.Element => (
    <Button
      kind="quiet"
      aria-label={t(`facts.valueActs.${name}`, { value: called() })}
      title={t(`facts.valueActs.${name}`, { value: called() })}
      onClick={() => work()}
    >
      {icon}
    </Button>
  );
  return (
    <tr data-at={props.row.at} onKeyDown={onKeyDown}>
      <For each={["zh", "en"] as const}>
        {(language) => (
          <td>
            <input
              data-at={`${props.row.labelsAt}/${language}`}
              lang={language === "zh" ? "zh-CN" : "en"}
              aria-label={t(`facts.labelOf.${language}`, { value: called() })}
              value={textAt(props.row.labels ?? null, `/${language}`)}
              onInput={(event) => props.onLabel(language, event.currentTarget.value)}
            />
          </td>
        )}
      </For>
      <td class="code soft">{props.row.name}</td>
      <td>
        <div class="acts">
          <Show when={props.onMove}>
            {(move) => (
              <>
                {act("up", () => move()(-1), <IconUp aria-hidden="true" />)}
                {act("down", () => move()(1), <IconDown aria-hidden="true" />)}
              </>
            )}
          </Show>
          {act("remove", () => props.onRemove(), <IconRemove aria-hidden="true" />)}
        </div>
      </td>
    </tr>
  );
}

const MOVES: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1 };
