import { Tabs } from "@ark-ui/solid/tabs";
import { useSearchParams } from "@solidjs/router";
import { For, type JSX, Show, createSignal, lazy } from "solid-js";
import { Dynamic } from "solid-js/web";
import { AllComments } from "../../../comments/all-comments.tsx";
import { useLive } from "../../../live/live.tsx";
import { Trouble } from "../../../parts/trouble.tsx";
import { useWords } from "../../../words/words.tsx";
import type { DraftSession } from "../draft-session.ts";
import { EffectTab } from "../effect/effect-tab.tsx";
import { DraftReading } from "./draft-reading.tsx";
import { Problems } from "./problems.tsx";

const ExamplesTab = lazy(async () => ({
  default: (await import("../examples/examples-tab.tsx")).ExamplesTab,
}));

/** What every tab of the dock is given. */
export type DockTab = {
  readonly session: DraftSession;
  /** What is being edited, as a JSON pointer. */
  readonly at: string;
  readonly onGo: (pointer: string) => void;
  readonly onNextProblem: () => void;
};

/** In their order; a further tab stands here, in `CONTENTS`, and under `live.tabs` in the dictionaries. */
const TABS = ["problems", "reading", "examples", "effect", "comments"] as const;
type TabName = (typeof TABS)[number];

const CONTENTS: Readonly<Record<TabName, (props: DockTab) => JSX.Element>> = {
  problems: (props) => {
    const live = useLive();
    return (
      <Problems
        session={props.session}
        diagnostics={live.diagnostics()}
        onGo={props.onGo}
        onNext={() => props.onNextProblem()}
      />
    );
  },
  reading: (props) => <DraftReading at={props.at} onGo={props.onGo} />,
  examples: (props) => <ExamplesTab session={props.session} at={props.at} onGo={props.onGo} />,
  effect: EffectTab,
  comments: (props) => <AllComments draft={props.session.draft()} document={props.session.document()} />,
};

/** What is wrong with the draft as it stands on the screen, how it reads, and what it does to past cases. Which tab is shown stands in the address. */
export function Dock(props: DockTab): JSX.Element {
  const { t } = useWords();
  const live = useLive();
  const [asked, ask] = useSearchParams<{ readonly dock?: string }>();
  // Links within the draft lead to a place and say nothing of the dock, which stays as it was.
  const [chosen, choose] = createSignal<TabName>("problems");
  const tab = (): TabName => TABS.find((name) => name === asked.dock) ?? chosen();
  const counted = (name: TabName): string => {
    if (name === "problems") return `${live.diagnostics().length}`;
    const runs = live.examples() ?? [];
    if (name !== "examples" || runs.length === 0) return "";
    return `${runs.filter(({ failures }) => failures.length === 0).length}/${runs.length}`;
  };
  return (
    <aside class="card dock" aria-label={t("draft.dock")}>
      <Show when={live.trouble()}>{(error) => <Trouble error={error()} onRetry={() => live.retry()} />}</Show>
      <Tabs.Root
        value={tab()}
        onValueChange={({ value }) => {
          choose(TABS.find((name) => name === value) ?? "problems");
          ask({ dock: value }, { replace: true });
        }}
        lazyMount
        unmountOnExit
      >
        <Tabs.List class="tabs">
          <For each={TABS}>
            {(name) => (
              <Tabs.Trigger value={name}>
                {t(`live.tabs.${name}`)}{" "}
                <Show when={counted(name)}>{(count) => <span data-part="count">{count()}</span>}</Show>
              </Tabs.Trigger>
            )}
          </For>
        </Tabs.List>
        <For each={TABS}>
          {(name) => (
            <Tabs.Content value={name}>
              <Dynamic component={CONTENTS[name]} {...props} />
            </Tabs.Content>
          )}
        </For>
      </Tabs.Root>
    </aside>
  );
}
