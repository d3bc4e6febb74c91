import { A, useParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { type JSX, Show } from "solid-js";
import type { Draft } from "../../api/answers.ts";
import { usePolicyTitle } from "../../api/use-policy-title.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { Tag } from "../../parts/tag.tsx";
import { useWords } from "../../words/words.tsx";
import { Changes } from "./changes.tsx";
import { Decide } from "./decide.tsx";
import { Evidence } from "./evidence.tsx";
import { reviewedDraftQuery } from "./review-queries.ts";
import "./review.css";

/** What a second person sees before deciding: every change, the evidence for exactly this content, and the verdict. */
export function ReviewPage(): JSX.Element {
  const params = useParams<{ readonly draft: string }>();
  const draft = useQuery(() => reviewedDraftQuery(params.draft));
  // What was typed and what was refused stay on the page while the draft is asked for again.
  return (
    <Show when={draft.data} fallback={<Loaded query={draft}>{() => null}</Loaded>}>
      {(found) => <Review draft={found()} />}
    </Show>
  );
}

function Review(props: { readonly draft: Draft }): JSX.Element {
  const { t } = useWords();
  const titleOf = usePolicyTitle();
  return (
    <>
      <div>
        <h1>{t("review.title", { policy: titleOf(props.draft.policy) })}</h1>
        <p class="soft">
          <Tag>{t(`draftState.${props.draft.state}`)}</Tag>{" "}
          <A href={`/policies/${props.draft.policy}/draft/${props.draft.id}`}>{t("review.toDraft")}</A>
        </p>
      </div>
      <div class="review">
        <Changes draft={props.draft} />
        <div class="review-side">
          <Evidence draft={props.draft} />
          <Decide draft={props.draft} />
        </div>
      </div>
    </>
  );
}
