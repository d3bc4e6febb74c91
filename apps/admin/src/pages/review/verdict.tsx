import { shortHash } from "@evenhand/domain";
import { useNavigate } from "@solidjs/router";
import { useMutation } from "@tanstack/solid-query";
import { type JSX, Show, createSignal } from "solid-js";
import type { Draft } from "../../api/answers.ts";
import { hashOf } from "../../changes/link-to-change.ts";
import { UnsentNotice, hasUnsent } from "../../comments/unsent.tsx";
import { Button } from "../../parts/button.tsx";
import { TextField } from "../../parts/text-field.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";
import { sendReview } from "./review-queries.ts";
import type { Reviewed } from "./reviewed.ts";
import type { Seen } from "./seen.ts";
import { useAfter } from "./use-after.ts";

/** Approving exactly the content that was seen, or returning it with a reason. Who has not viewed everything is asked. */
export function Verdict(props: {
  readonly draft: Draft;
  readonly reviewed: Reviewed;
  readonly seen: Seen;
}): JSX.Element {
  const { t } = useWords();
  const after = useAfter();
  const [reason, setReason] = createSignal("");
  const [isAsking, setIsAsking] = createSignal(false);
  const review = useMutation(() => ({
    mutationFn: (verdict: "approved" | "returned") =>
      sendReview({ draft: props.draft.id, contentHash: props.seen.contentHash() }, verdict, reason()),
    onSettled: after,
  }));
  const approve = (): void => {
    setIsAsking(props.reviewed.notViewed().length > 0);
    if (!isAsking()) review.mutate("approved");
  };
  const isHeld = (): boolean => review.isPending || props.seen.isOutdated() || hasUnsent();
  return (
    <>
      <TextField
        label={t("review.reason")}
        hint={t("review.reasonHint")}
        value={reason()}
        onInput={setReason}
      />
      <Show when={review.isError}>
        <Trouble error={review.error} />
      </Show>
      <Show when={isAsking() && props.reviewed.notViewed().length > 0}>
        <Asked
          reviewed={props.reviewed}
          isHeld={isHeld()}
          onApprove={() => review.mutate("approved")}
          onLook={() => setIsAsking(false)}
        />
      </Show>
      <UnsentNotice />
      <div class="tools">
        <Button disabled={isHeld() || reason().trim() === ""} onClick={() => review.mutate("returned")}>
          {t("review.sendBack")}
        </Button>
        <Button kind="main" disabled={isHeld()} onClick={approve}>
          {t("review.approve")}
        </Button>
        <span class="soft">{t("review.mark", { mark: shortHash(props.seen.contentHash()) })}</span>
      </div>
    </>
  );
}

function Asked(props: {
  readonly reviewed: Reviewed;
  readonly isHeld: boolean;
  readonly onApprove: () => void;
  readonly onLook: () => void;
}): JSX.Element {
  const { t } = useWords();
  const navigate = useNavigate();
  const look = (): void => {
    const [first] = props.reviewed.notViewed();
    props.onLook();
    if (first) navigate(`${window.location.search}${hashOf(first.key)}`, { scroll: false });
  };
  return (
    <div class="notice" role="alert">
      <p>
        {t("review.notAllViewed", {
          count: props.reviewed.notViewed().length,
          all: props.reviewed.things().length,
        })}
      </p>
      <div class="tools">
        <Button onClick={look}>{t("review.lookFirst")}</Button>
        <Button disabled={props.isHeld} onClick={() => props.onApprove()}>
          {t("review.approveAnyway")}
        </Button>
      </div>
    </div>
  );
}
