import type { RecentCase } from "@evenhand/service";
import { For, type JSX, Show } from "solid-js";
import { formatDay } from "../../../format/format.ts";
import { Button } from "../../../parts/button.tsx";
import { Dialog, DialogTools } from "../../../parts/dialog.tsx";
import { Loaded } from "../../../parts/loaded.tsx";
import { useWords } from "../../../words/words.tsx";
import type { DraftSession } from "../draft-session.ts";
import type { Maker } from "./create-maker.ts";
import { useFactText } from "./use-fact-text.ts";

/** As many cases as somebody looks through. */
const MOST_SHOWN = 50;

/** The newest past cases, masked, each of which may become an example. */
export function CaseDialog(props: {
  readonly maker: Maker;
  readonly session: DraftSession;
  readonly onClose: () => void;
}): JSX.Element {
  const { t, language } = useWords();
  const facts = useFactText(() => props.session);
  const take = async (one: RecentCase): Promise<void> => {
    if (await props.maker.fromPast(one)) props.onClose();
  };
  const day = (one: RecentCase): string => formatDay(one.appliesOn ?? one.createdAt.slice(0, 10), language());
  return (
    <Dialog title={t("examples.cases.title")} size="wide" isLight onClose={() => props.onClose()}>
      <p>{t("examples.cases.lead")}</p>
      <Show when={props.maker.refused()}>
        {(reason) => <p role="alert">{t("examples.cases.refused", { reason: reason() })}</p>}
      </Show>
      <Loaded query={props.maker.sample}>
        {(sample) => (
          <Show when={sample().cases.length > 0} fallback={<p class="soft">{t("examples.cases.none")}</p>}>
            <Show when={sample().cases.length > MOST_SHOWN}>
              <p class="soft">{t("examples.cases.shown", { count: MOST_SHOWN })}</p>
            </Show>
            <div class="sideways">
              <table class="table">
                <thead>
                  <tr>
                    <th scope="col">{t("examples.cases.day")}</th>
                    <th scope="col">{t("examples.cases.facts")}</th>
                    <th scope="col">
                      <span class="unseen">{t("examples.cases.take")}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  <For each={sample().cases.slice(0, MOST_SHOWN)}>
                    {(one) => (
                      <tr>
                        <td class="day">{day(one)}</td>
                        <td>{facts.ofCase(one.case)}</td>
                        <td>
                          <Button onClick={() => void take(one)}>{t("examples.cases.take")}</Button>
                        </td>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
            </div>
          </Show>
        )}
      </Loaded>
      <DialogTools>
        <Button onClick={() => props.onClose()}>{t("examples.accept.cancel")}</Button>
      </DialogTools>
    </Dialog>
  );
}
