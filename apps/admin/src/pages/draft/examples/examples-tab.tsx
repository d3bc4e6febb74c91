import { useSearchParams } from "@solidjs/router";
import { For, type JSX, Show, createSignal, untrack } from "solid-js";
import { useLive } from "../../../live/live.tsx";
import type { ExampleRun } from "../../../live/run-example.ts";
import { Button } from "../../../parts/button.tsx";
import { useWords } from "../../../words/words.tsx";
import type { DraftSession } from "../draft-session.ts";
import { CaseDialog } from "./case-dialog.tsx";
import { Coverage } from "./coverage-list.tsx";
import { createMaker } from "./create-maker.ts";
import { type ExampleIn, examplesIn } from "./example-list.ts";
import "./examples.css";
import { FailureList } from "./failure-list.tsx";
import { SheetTools } from "./sheet/sheet-tools.tsx";

/** The examples of a draft: how each comes out at this very edit, new ones, and what they reach. */
export function ExamplesTab(props: {
  readonly session: DraftSession;
  readonly at: string;
  readonly onGo: (pointer: string) => void;
}): JSX.Element {
  const { t } = useWords();
  const live = useLive();
  const maker = createMaker(
    untrack(() => props.session),
    (pointer) => props.onGo(pointer),
  );
  const [isChoosing, choose] = createSignal(false);
  const examples = () => examplesIn(props.session.document());
  return (
    <div class="examples">
      <div class="tools">
        <Button onClick={() => void maker.empty()}>{t("examples.add.empty")}</Button>
        <Button disabled={live.hasErrors()} onClick={() => choose(true)}>
          {t("examples.add.fromCase")}
        </Button>
      </div>
      <SheetTools session={props.session} />
      <Show when={live.hasErrors()}>
        <p class="soft" role="status">
          {t("examples.mend")}
        </p>
      </Show>
      <Show when={examples().length > 0} fallback={<p class="soft">{t("examples.none")}</p>}>
        <Examples {...props} examples={examples()} runs={live.examples()} />
      </Show>
      <Show when={live.examples()}>
        {(runs) => <Coverage session={props.session} runs={runs()} maker={maker} onGo={props.onGo} />}
      </Show>
      <Show when={isChoosing()}>
        <CaseDialog maker={maker} session={props.session} onClose={() => choose(false)} />
      </Show>
    </div>
  );
}

type Listed = { readonly example: ExampleIn; readonly run: ExampleRun | undefined };

function Examples(props: {
  readonly session: DraftSession;
  readonly at: string;
  readonly examples: readonly ExampleIn[];
  readonly runs: readonly ExampleRun[] | undefined;
  readonly onGo: (pointer: string) => void;
}): JSX.Element {
  const { t } = useWords();
  const [asked, ask] = useSearchParams<{ readonly examples?: string }>();
  const onlyFailing = (): boolean => asked.examples === "failing";
  const show = (failing: boolean): void => {
    ask({ examples: failing ? "failing" : undefined }, { replace: true });
  };
  // A run is told a moment after an edit; where examples were added or removed meanwhile, those of others are not taken.
  const listed = (): readonly Listed[] =>
    props.examples.map((example) => {
      const run = props.runs?.[example.index];
      return { example, run: run?.id === example.id ? run : undefined };
    });
  const shown = () => listed().filter(({ run }) => !onlyFailing() || (run?.failures.length ?? 0) > 0);
  const passing = () => listed().filter(({ run }) => run?.failures.length === 0).length;
  return (
    <>
      <Show when={props.runs}>
        <p role="status">{t("examples.summary", { passing: passing(), total: props.examples.length })}</p>
      </Show>
      <label class="tick">
        <input
          type="checkbox"
          checked={onlyFailing()}
          onChange={(event) => show(event.currentTarget.checked)}
        />{" "}
        {t("examples.onlyFailing")}
      </label>
      <Show
        when={shown().length > 0}
        fallback={
          <div class="tools">
            <p class="soft">{t("examples.allPass")}</p>
            <Button kind="quiet" onClick={() => show(false)}>
              {t("examples.showAll")}
            </Button>
          </div>
        }
      >
        <ul class="example-list">
          <For each={shown()}>{(one) => <ExampleLine {...props} {...one} />}</For>
        </ul>
      </Show>
    </>
  );
}

function ExampleLine(
  props: Listed & {
    readonly session: DraftSession;
    readonly at: string;
    readonly onGo: (pointer: string) => void;
  },
): JSX.Element {
  const { t, language } = useWords();
  const isCurrent = (): boolean => `${props.at}/`.startsWith(`${props.example.pointer}/`);
  return (
    <li>
      <button
        type="button"
        aria-current={isCurrent() ? "true" : undefined}
        onClick={() => props.onGo(props.example.pointer)}
      >
        <Verdict run={props.run} />
        <span>{props.example.name(language())}</span>
      </button>
      <Show when={props.run}>
        {(run) => (
          <Show when={run().failures.length > 0}>
            <FailureList
              session={props.session}
              index={props.example.index}
              run={run()}
              label={t("examples.fails")}
            />
          </Show>
        )}
      </Show>
    </li>
  );
}

/** Whether an example comes out as it says, in a sign and a word. */
export function Verdict(props: { readonly run: ExampleRun | undefined }): JSX.Element {
  const { t } = useWords();
  const passes = (): boolean => props.run?.failures.length === 0;
  return (
    <Show when={props.run} fallback={<span class="verdict">…</span>}>
      <span class="verdict" data-passes={passes()}>
        {passes() ? "✓" : "✗"} {t(passes() ? "examples.passes" : "examples.fails")}
      </span>
    </Show>
  );
}
