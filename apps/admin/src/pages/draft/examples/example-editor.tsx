import { useSearchParams } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import { type JsonObject, pointerTo, textAt, withValueAt } from "../../../document/pointer.ts";
import { useLive } from "../../../live/live.tsx";
import { Button } from "../../../parts/button.tsx";
import { TextField } from "../../../parts/text-field.tsx";
import { useWords } from "../../../words/words.tsx";
import type { DraftSession } from "../draft-session.ts";
import { TextPair } from "../editors/text-pair.tsx";
import { CaseFields } from "./case-fields.tsx";
import { withCopy } from "./example-list.ts";
import "./examples.css";
import { Verdict } from "./examples-tab.tsx";
import { ExpectedOutcome } from "./expected-outcome.tsx";
import { Reasons } from "./reasons.tsx";
import { useExampleWords } from "./use-example-words.ts";
import type { Write } from "./write.ts";

type Given = { readonly session: DraftSession; readonly index: number };

/** One example: its case as facts by name, what must come out beside what does, and the rules that must apply. */
export function ExampleEditor(props: Given): JSX.Element {
  return <For each={[props.index]}>{(index) => <Example session={props.session} index={index} />}</For>;
}

function Example(props: Given): JSX.Element {
  const { t } = useWords();
  const live = useLive();
  const words = useExampleWords(() => props.session);
  const at = (...steps: readonly string[]): string => pointerTo("examples", props.index, ...steps);
  const text = (...steps: readonly string[]): string => textAt(props.session.document(), at(...steps));
  const name = (): string => words.example(props.index);
  /** How it came out last; what came out of another one that stood here before an edit is not taken for it. */
  const run = () => {
    const found = live.examples()?.[props.index];
    return found?.id === text("id") ? found : undefined;
  };
  const write: Write = (what, place, value) =>
    props.session.edit(
      t("examples.editor.edited", { name: name(), what }),
      // INVARIANT: a value put into an object leaves an object.
      (document) => withValueAt(document, place, value) as JsonObject,
    );
  return (
    <div class="example-editor">
      <h2>{name()}</h2>
      <div class="tools">
        <Verdict run={run()} />
        <CopyAndRemove {...props} name={name()} />
      </div>
      <Show when={live.hasErrors()}>
        <p class="soft">{t("examples.mend")}</p>
      </Show>
      <ExpectedOutcome session={props.session} index={props.index} run={run()} write={write} />
      <Reasons session={props.session} index={props.index} run={run()} write={write} />
      <CaseFields session={props.session} index={props.index} write={write} />
      <TextPair
        session={props.session}
        at={at("title")}
        label={t("examples.editor.name")}
        edit={t("examples.editor.edited", { name: text("id"), what: t("examples.editor.name") })}
      />
      <div class="example-fields">
        <TextField
          at={at("id")}
          label={t("examples.editor.id")}
          hint={t("examples.editor.idHint")}
          value={text("id")}
          onInput={(id) => write(t("examples.editor.id"), at("id"), id)}
        />
        <TextField
          at={at("request", "case", "reference")}
          label={t("examples.editor.reference")}
          value={text("request", "case", "reference")}
          onInput={(reference) =>
            write(t("examples.editor.reference"), at("request", "case", "reference"), reference)
          }
        />
        <TextField
          at={at("evaluatedAt")}
          label={t("examples.editor.moment")}
          hint={t("examples.editor.momentHint")}
          value={text("evaluatedAt")}
          onInput={(moment) => write(t("examples.editor.moment"), at("evaluatedAt"), moment || undefined)}
        />
      </div>
    </div>
  );
}

function CopyAndRemove(props: Given & { readonly name: string }): JSX.Element {
  const { t } = useWords();
  const [, ask] = useSearchParams();
  const copy = (): void => {
    const { index } = props;
    props.session.edit(t("examples.add.copyLabel", { name: props.name }), (document) =>
      withCopy(document, index),
    );
    ask({ at: pointerTo("examples", index + 1) });
  };
  const remove = (): void => {
    const place = pointerTo("examples", props.index);
    props.session.edit(
      t("examples.add.removeLabel", { name: props.name }),
      // INVARIANT: a value taken out of an object leaves an object.
      (document) => withValueAt(document, place, undefined) as JsonObject,
    );
    ask({ at: pointerTo("examples", Math.max(props.index - 1, 0)), dock: "examples" });
  };
  return (
    <>
      <Button onClick={copy}>{t("examples.add.copy")}</Button>
      <Button kind="quiet" onClick={remove}>
        {t("examples.add.remove")}
      </Button>
    </>
  );
}
