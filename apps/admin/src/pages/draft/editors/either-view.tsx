import { Tabs } from "@ark-ui/solid/tabs";
import type { JSX } from "solid-js";
import { textAt } from "../../../document/pointer.ts";
import { useWords } from "../../../words/words.tsx";
import type { DraftSession } from "../draft-session.ts";

/** A table in a view of its own kind, and beside it as the table that it is. */
export function EitherView(props: {
  readonly session: DraftSession;
  /** Where the table stands. */
  readonly at: string;
  readonly name: string;
  /** What the ordinary view is called; a table where nothing is said. */
  readonly gridName?: string;
  /** What a part without labels is called. */
  readonly otherwise?: string;
  readonly children: JSX.Element;
  /** The table in its ordinary editor. */
  readonly grid: JSX.Element;
}): JSX.Element {
  const { t, language } = useWords();
  return (
    <>
      <h2>
        {textAt(props.session.document(), `${props.at}/label/${language()}`) ||
          (props.otherwise ?? t("parts.unnamed"))}
      </h2>
      <Tabs.Root defaultValue="own" lazyMount unmountOnExit>
        <Tabs.List class="tabs">
          <Tabs.Trigger value="own">{props.name}</Tabs.Trigger>
          <Tabs.Trigger value="grid">{props.gridName ?? t("parts.views.table")}</Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content value="own">{props.children}</Tabs.Content>
        <Tabs.Content value="grid">{props.grid}</Tabs.Content>
      </Tabs.Root>
    </>
  );
}
