import { A } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { type JSX, Show, createSignal } from "solid-js";
import type { DraftSummary } from "../../api/answers.ts";
import { formatInstant } from "../../format/format.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog, DialogTools } from "../../parts/dialog.tsx";
import { useWords } from "../../words/words.tsx";
import type { BeginDraft } from "./begin-draft.ts";
import { openDraftsQuery } from "./policy-queries.ts";

/** Begins a draft from a version; where an open one began from it already, it asks whether that is to be gone on with. */
export function BeginButton(props: {
  readonly policy: string;
  readonly from: number;
  readonly begin: BeginDraft;
  readonly kind: "main" | "plain" | "quiet";
  readonly children: JSX.Element;
}): JSX.Element {
  const { t, language } = useWords();
  const queries = useQueryClient();
  const [found, setFound] = createSignal<DraftSummary>();
  const begin = (): void => props.begin.mutate({ policy: props.policy, from: props.from });
  const beginOrAsk = async (): Promise<void> => {
    // What cannot be looked up keeps nobody from beginning.
    const open = await queries.fetchQuery(openDraftsQuery(props.policy)).catch(() => []);
    const same = open.find(({ baseVersion }) => baseVersion === props.from);
    if (same) setFound(same);
    else begin();
  };
  const beginAnother = (): void => {
    setFound(undefined);
    begin();
  };
  return (
    <>
      <Button kind={props.kind} disabled={props.begin.isPending} onClick={() => void beginOrAsk()}>
        {props.children}
      </Button>
      <Show when={found()}>
        {(draft) => (
          <Dialog
            title={t("versions.draftExists", { version: props.from })}
            onClose={() => setFound(undefined)}
          >
            <p>{t("home.changed", { when: formatInstant(draft().changedAt, language()) })}</p>
            <DialogTools>
              <Button onClick={beginAnother}>{t("versions.beginAnother")}</Button>
              <A class="button" data-kind="main" href={`/policies/${draft().policy}/draft/${draft().id}`}>
                {t("versions.goOn")}
              </A>
            </DialogTools>
          </Dialog>
        )}
      </Show>
    </>
  );
}
