import type { JSX } from "solid-js";
import IconDown from "~icons/lucide/arrow-down";
import IconUp from "~icons/lucide/arrow-up";
import IconCopy from "~icons/lucide/copy-plus";
import IconPlus from "~icons/lucide/plus";
import IconTrash from "~icons/lucide/trash-2";
import { Button } from "../../../../parts/button.tsx";
import { useWords } from "../../../../words/words.tsx";
import type { GridCommands, GridModel } from "./grid-commands.ts";
import type { GridState } from "./grid-state.ts";

/** What can be done with rows, as buttons; all of it works on the rows that are selected. */
export function TableTools(props: {
  readonly model: GridModel;
  readonly state: GridState;
  readonly commands: GridCommands;
  readonly isReadOnly: boolean;
  /** Called once what a button stands for is done. */
  readonly onDone: () => void;
  readonly children?: JSX.Element;
}): JSX.Element {
  const { t } = useWords();
  const range = () => props.state.range();
  const count = (): number => props.model.rows().length;
  const isIdle = (): boolean => props.isReadOnly || count() === 0;
  const add = (): void => {
    const at = count() === 0 ? 0 : range().bottom + 1;
    props.commands.addRow(at);
    props.state.goTo({ row: at, column: 0 });
  };
  const does = (work: () => void) => (): void => {
    work();
    props.onDone();
  };
  return (
    <div class="tools" role="toolbar" aria-label={t("table.tools")}>
      <Button disabled={props.isReadOnly} title={t("table.addRowFull")} onClick={does(add)}>
        <IconPlus aria-hidden="true" />
        {t("table.addRow")}
      </Button>
      <Button disabled={isIdle()} onClick={does(() => props.commands.duplicate(range()))}>
        <IconCopy aria-hidden="true" />
        {t("table.duplicate")}
      </Button>
      <Button disabled={isIdle()} onClick={does(() => props.commands.remove(range()))}>
        <IconTrash aria-hidden="true" />
        {t("table.remove")}
      </Button>
      <Button
        disabled={isIdle() || range().top === 0}
        title={t("table.up")}
        aria-label={t("table.up")}
        onClick={does(() => props.commands.moveRows(range(), -1))}
      >
        <IconUp aria-hidden="true" />
      </Button>
      <Button
        disabled={isIdle() || range().bottom >= count() - 1}
        title={t("table.down")}
        aria-label={t("table.down")}
        onClick={does(() => props.commands.moveRows(range(), 1))}
      >
        <IconDown aria-hidden="true" />
      </Button>
      {props.children}
    </div>
  );
}
