import { A, useParams, useSearchParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { type JSX, Show } from "solid-js";
import type { Draft } from "../../api/answers.ts";
import { usePolicyTitle } from "../../api/use-policy-title.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { useWords } from "../../words/words.tsx";
import { Changes } from "./changes.tsx";
import { ChangedMeanwhile } from "./changed-meanwhile.tsx";
import { Decide } from "./decide.tsx";
import { Evidence } from "./evidence.tsx";
import { InBetween } from "./in-between.tsx";
import { NewPolicy } from "./new-policy.tsx";
import { Overtaken } from "./overtaken.tsx";
import { reviewedDraftQuery } from "./review-queries.ts";
import "./review.css";
import { createReviewed } from "./reviewed.ts";
import { createSeen } from "./seen.ts";
import { Stages } from "./stages.tsx";

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
  const [asked, ask] = useSearchParams<{ readonly against?: string }>();
  // What it would change is what differs from the newest version; once published, it is that one itself.
  const usual = (): number | undefined => {
    const { state, baseVersion, newestVersion } = props.draft;
    return (state === "published" ? baseVersion : newestVersion) ?? undefined;
  };
  const against = (): number | undefined =>
    [props.draft.baseVersion, props.draft.newestVersion].find((one) => asked.against === String(one)) ??
    usual();
  const reviewed = createReviewed(
    () => props.draft,
    () => against() ?? 0,
  );
  const seen = createSeen(() => props.draft);
  return (
    <>
      <div class="review-head">
        <div>
          <h1>{t("review.title", { policy: titleOf(props.draft.policy) })}</h1>
          <p>
            <A href={`/policies/${props.draft.policy}/draft/${props.draft.id}`}>{t("review.toDraft")}</A>
          </p>
        </div>
        <Stages draft={props.draft} />
      </div>
      <ChangedMeanwhile draft={props.draft} seen={seen} />
      <Overtaken draft={props.draft} />
      <div class="review">
        <Show when={against()} fallback={<NewPolicy draft={props.draft} />}>
          <Changes
            draft={props.draft}
            reviewed={reviewed}
            onAgainst={(version) => ask({ against: version === usual() ? undefined : version })}
          />
        </Show>
        <div class="review-side">
          <Evidence draft={props.draft} />
          <Show when={props.draft.state === "draft" || props.draft.state === "in-review"}>
            <section class="card review-part">
              <InBetween draft={props.draft} />
            </section>
          </Show>
          <Decide draft={props.draft} reviewed={reviewed} seen={seen} />
        </div>
      </div>
    </>
  );
}
