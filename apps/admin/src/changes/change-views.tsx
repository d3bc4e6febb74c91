import { Tabs } from "@ark-ui/solid/tabs";
import { useSearchParams } from "@solidjs/router";
import { For, type JSX } from "solid-js";
import { useWords } from "../words/words.tsx";
import type { ChangeSections } from "./change-sections.tsx";
import { ChangeTable } from "./change-table.tsx";
import "./changes.css";
import { Sentences } from "./sentences.tsx";
import { SideBySide } from "./side-by-side.tsx";

const VIEWS = ["sentences", "table", "json"] as const;

/** What differs between two documents, as sentences, as a table or as JSON. The address says which. */
export function ChangeViews(props: Parameters<typeof ChangeSections>[0]): JSX.Element {
  const { t } = useWords();
  const [asked, ask] = useSearchParams<{ readonly view?: string }>();
  const view = (): string => VIEWS.find((one) => one === asked.view) ?? "sentences";
  return (
    <Tabs.Root
      class="change-views"
      value={view()}
      onValueChange={({ value }) =>
        ask({ view: value === "sentences" ? undefined : value }, { replace: true })
      }
      lazyMount
      unmountOnExit
    >
      <Tabs.List aria-label={t("changes.views")}>
        <For each={VIEWS}>{(one) => <Tabs.Trigger value={one}>{t(`changes.${one}`)}</Tabs.Trigger>}</For>
      </Tabs.List>
      <Tabs.Content value="sentences">
        <Sentences {...props} />
      </Tabs.Content>
      <Tabs.Content value="table">
        <ChangeTable comparison={props.comparison} />
      </Tabs.Content>
      <Tabs.Content value="json">
        <SideBySide comparison={props.comparison} />
      </Tabs.Content>
    </Tabs.Root>
  );
}
