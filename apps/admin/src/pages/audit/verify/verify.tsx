import { type JSX, Match, Switch, createSignal } from "solid-js";
import { formatCount } from "../../../format/format.ts";
import { Button } from "../../../parts/button.tsx";
import { FileField } from "../../../parts/file-field.tsx";
import { Progress } from "../../../parts/progress.tsx";
import { TextField } from "../../../parts/text-field.tsx";
import { Trouble } from "../../../parts/trouble.tsx";
import { useWords } from "../../../words/words.tsx";
import { type VerifyState, createVerification } from "./create-verification.ts";
import { Carry } from "../carry.tsx";
import { Verified } from "./verified.tsx";

/** Verifies the whole log here in the browser: nothing that the service says of itself is taken for granted. */
export function Verify(): JSX.Element {
  const { t } = useWords();
  const { state, start, cancel } = createVerification();
  const [vkey, setVkey] = createSignal("");
  const [kept, setKept] = createSignal<File>();
  const begin = async (): Promise<void> => {
    const given = vkey().trim();
    const file = await kept()?.arrayBuffer();
    start({
      ...(given === "" ? {} : { vkey: given }),
      ...(file === undefined ? {} : { kept: new Uint8Array(file) }),
    });
  };
  return (
    <section class="card audit-verify" aria-labelledby="audit-verify">
      <div class="section-head">
        <h2 id="audit-verify">{t("audit.verify.title")}</h2>
        <Button kind="main" disabled={state().kind === "running"} onClick={() => void begin()}>
          {t("audit.verify.begin")}
        </Button>
      </div>
      <p class="soft">{t("audit.verify.intro")}</p>
      <details>
        <summary>{t("audit.verify.against")}</summary>
        <div class="audit-against">
          <FileField
            label={t("audit.verify.kept")}
            hint={t("audit.verify.keptHint")}
            accept=".json,application/json"
            onFile={setKept}
          />
          <TextField
            label={t("audit.verify.key")}
            hint={t("audit.verify.keyHint")}
            value={vkey()}
            onInput={setVkey}
          />
        </div>
      </details>
      <Carry />
      <Standing state={state()} onCancel={cancel} />
    </section>
  );
}

function Standing(props: { readonly state: VerifyState; readonly onCancel: () => void }): JSX.Element {
  const { t, language } = useWords();
  const count = (leaves: number): string => formatCount(leaves, language());
  const running = () => (props.state.kind === "running" ? props.state : undefined);
  const cancelled = () => (props.state.kind === "cancelled" ? props.state : undefined);
  const failed = () => (props.state.kind === "failed" ? props.state : undefined);
  const done = () => (props.state.kind === "done" ? props.state : undefined);
  return (
    <Switch>
      <Match when={running()}>
        {(now) => (
          <>
            <Progress
              done={now().done}
              total={now().total}
              label={t("audit.verify.running")}
              counts={t("audit.verify.counts", {
                done: count(now().done),
                total: count(now().total),
              })}
            />
            <div>
              <Button onClick={() => props.onCancel()}>{t("audit.verify.cancel")}</Button>
            </div>
          </>
        )}
      </Match>
      <Match when={cancelled()}>
        {(at) => (
          <p role="status">
            {t("audit.verify.cancelled", {
              done: count(at().done),
              total: count(at().total),
              held: count(at().held),
            })}
          </p>
        )}
      </Match>
      <Match when={failed()}>{(state) => <Trouble error={state().error} />}</Match>
      <Match when={done()}>{(state) => <Verified result={state().result} />}</Match>
    </Switch>
  );
}
