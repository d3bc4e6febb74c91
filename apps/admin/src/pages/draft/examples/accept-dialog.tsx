import { For, type JSX, createSignal } from "solid-js";
import {
  type JsonObject,
  fieldsOf,
  itemsOf,
  pointerTo,
  valueAt,
  withValueAt,
} from "../../../document/pointer.ts";
import { useLive } from "../../../live/live.tsx";
import type { ExampleRun } from "../../../live/run-example.ts";
import { Button } from "../../../parts/button.tsx";
import { Dialog, DialogTools } from "../../../parts/dialog.tsx";
import { TextField } from "../../../parts/text-field.tsx";
import { useWords } from "../../../words/words.tsx";
import type { DraftSession } from "../draft-session.ts";
import { accepted, asJson } from "./expectation.ts";
import { FailureList } from "./failure-list.tsx";
import { useExampleWords } from "./use-example-words.ts";

/** Takes what comes out now for what must come out, with the reason why that is right. */
export function AcceptDialog(props: {
  readonly session: DraftSession;
  readonly index: number;
  readonly run: ExampleRun;
  readonly onClose: () => void;
}): JSX.Element {
  const { t } = useWords();
  const live = useLive();
  const words = useExampleWords(() => props.session);
  const [reason, setReason] = createSignal("");
  const at = (field: string): string => pointerTo("examples", props.index, field);
  const dropped = () =>
    itemsOf(valueAt(props.session.document(), at("reasons"))).filter(
      (rule): rule is string => typeof rule === "string" && !props.run.standing.includes(rule),
    );
  const canTake = (): boolean => reason().trim() !== "" && live.areExamplesCurrent();
  const take = (): void => {
    const outcome = asJson(props.run.outcome ?? {});
    const gone: ReadonlySet<unknown> = new Set(dropped());
    const [expect, reasons] = [at("expect"), at("reasons")];
    const label = t("examples.accept.label", { reason: reason().trim(), name: words.example(props.index) });
    props.session.edit(label, (document) => {
      const kept = itemsOf(valueAt(document, reasons)).filter((rule) => !gone.has(rule));
      const next = withValueAt(document, expect, accepted(fieldsOf(valueAt(document, expect)), outcome));
      // INVARIANT: a value put into an object leaves an object.
      return withValueAt(next, reasons, kept) as JsonObject;
    });
    props.onClose();
  };
  return (
    <Dialog title={t("examples.accept.title")} size="wide" onClose={() => props.onClose()}>
      <p>{t("examples.accept.lead")}</p>
      <FailureList
        session={props.session}
        index={props.index}
        run={props.run}
        label={t("examples.accept.title")}
      />
      <For each={dropped()}>
        {(rule) => <p class="soft">{t("examples.accept.dropped", { rule: words.ruleById(rule) })}</p>}
      </For>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (canTake()) take();
        }}
      >
        <TextField
          label={t("examples.accept.reason")}
          hint={t("examples.accept.reasonHint")}
          value={reason()}
          isFirst
          onInput={setReason}
        />
        <DialogTools>
          <Button onClick={() => props.onClose()}>{t("examples.accept.cancel")}</Button>
          <Button type="submit" kind="main" disabled={!canTake()}>
            {t("examples.accept.take")}
          </Button>
        </DialogTools>
      </form>
    </Dialog>
  );
}
