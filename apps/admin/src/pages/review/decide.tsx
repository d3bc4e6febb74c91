import { A } from "@solidjs/router";
import { useMutation, useQueryClient } from "@tanstack/solid-query";
import { type JSX, Match, Show, Switch, createSignal } from "solid-js";
import type { Draft } from "../../api/answers.ts";
import { today } from "../../format/format.ts";
import { Button } from "../../parts/button.tsx";
import { TextField } from "../../parts/text-field.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";
import { publish, sendReview } from "./review-queries.ts";

/** What can be done with the draft as it stands: approve or return it, or publish what was approved. */
export function Decide(props: { readonly draft: Draft }): JSX.Element {
  const { t } = useWords();
  return (
    <section class="card review-part">
      <h2>{t("review.decide")}</h2>
      <Switch>
        <Match when={props.draft.state === "in-review"}>
          <Verdict draft={props.draft} />
        </Match>
        <Match when={props.draft.state === "approved"}>
          <Publication draft={props.draft} />
        </Match>
        <Match when={props.draft.state === "published"}>
          <p>{t("review.published")}</p>
          <A href={`/policies/${props.draft.policy}`}>{t("review.toPolicy")}</A>
        </Match>
        <Match when={true}>
          <p class="soft">{t("review.notHandedIn")}</p>
        </Match>
      </Switch>
    </section>
  );
}

/** After something was done everything about drafts and policies is asked for again. */
function useAfter(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: ["drafts"] });
    await queries.invalidateQueries({ queryKey: ["policies"] });
  };
}

function Verdict(props: { readonly draft: Draft }): JSX.Element {
  const { t } = useWords();
  const after = useAfter();
  const [reason, setReason] = createSignal("");
  const review = useMutation(() => ({
    mutationFn: (verdict: "approved" | "returned") => sendReview(props.draft, verdict, reason()),
    onSettled: after,
  }));
  return (
    <>
      <p class="soft">{t("review.editors")}</p>
      <TextField
        label={t("review.reason")}
        hint={t("review.reasonHint")}
        value={reason()}
        onInput={setReason}
      />
      <Show when={review.isError}>
        <Trouble error={review.error} />
      </Show>
      <div class="tools">
        <Button disabled={review.isPending} onClick={() => review.mutate("returned")}>
          {t("review.sendBack")}
        </Button>
        <Button kind="main" disabled={review.isPending} onClick={() => review.mutate("approved")}>
          {t("review.approve")}
        </Button>
      </div>
      <p class="soft">{t("review.voids")}</p>
    </>
  );
}

function Publication(props: { readonly draft: Draft }): JSX.Element {
  const { t } = useWords();
  const after = useAfter();
  const [day, setDay] = createSignal(today());
  const publication = useMutation(() => ({
    mutationFn: () => publish(props.draft.id, day()),
    onSettled: after,
  }));
  return (
    <>
      <TextField
        label={t("review.effectiveFrom")}
        hint={t("review.publishHint")}
        type="date"
        value={day()}
        onInput={setDay}
      />
      <Show when={publication.isError}>
        <Trouble error={publication.error} />
      </Show>
      <div>
        <Button kind="main" disabled={publication.isPending} onClick={() => publication.mutate()}>
          {t("review.publish")}
        </Button>
      </div>
    </>
  );
}
