import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import type { DraftSummary, Me } from "../../api/answers.ts";
import { draftsQuery } from "../../api/queries.ts";
import { useMay } from "../../api/use-may.ts";
import { usePolicyTitle } from "../../api/use-policy-title.ts";
import { OpenThreads } from "../../comments/open-threads.tsx";
import { formatInstant } from "../../format/format.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { Tag } from "../../parts/tag.tsx";
import { useWords } from "../../words/words.tsx";
import { returnedQuery, reviewsForQuery } from "./home-queries.ts";

/** What waits for whoever approves: what others handed in, and what is approved and has no day yet. */
export function ReviewsForMe(props: { readonly me: Me }): JSX.Element {
  const { t } = useWords();
  const waiting = useQuery(() => reviewsForQuery(props.me.id));
  return (
    <section class="card">
      <h2>{t("home.reviewsForMe")}</h2>
      <Loaded query={waiting}>
        {(drafts) => <DraftList drafts={drafts()} whenNone={t("home.noReviewsForMe")} />}
      </Loaded>
    </section>
  );
}

/** What somebody has in work, and what of it waits for somebody else. */
export function MyDrafts(props: { readonly me: Me }): JSX.Element {
  const { t } = useWords();
  const drafts = useQuery(draftsQuery);
  const mine = (...states: readonly DraftSummary["state"][]): readonly DraftSummary[] =>
    (drafts.data ?? []).filter(
      ({ state, createdBy }) => states.includes(state) && createdBy === `user:${props.me.id}`,
    );
  const returned = useQuery(() => returnedQuery(mine("draft")));
  return (
    <>
      <section class="card">
        <div class="home-head">
          <h2>{t("home.myDrafts")}</h2>
          <A href="/imports/policy">{t("policyFile.link")}</A>
        </div>
        <Loaded query={drafts}>
          {() => (
            <DraftList drafts={mine("draft")} returned={returned.data ?? []} whenNone={t("home.noDrafts")} />
          )}
        </Loaded>
      </section>
      <section class="card">
        <h2>{t("home.handedIn")}</h2>
        <Loaded query={drafts}>
          {() => <DraftList drafts={mine("in-review", "approved")} whenNone={t("home.nothingHandedIn")} />}
        </Loaded>
      </section>
    </>
  );
}

/** Drafts that others have in work, for those who write or look over. */
export function OthersDrafts(props: { readonly me: Me }): JSX.Element {
  const { t } = useWords();
  const may = useMay();
  const drafts = useQuery(draftsQuery);
  // What waits for them they have seen above.
  const waiting = useQuery(() => ({ ...reviewsForQuery(props.me.id), enabled: may("drafts:review") }));
  const others = (): readonly DraftSummary[] =>
    (drafts.data ?? []).filter(
      ({ id, state, createdBy }) =>
        (state === "draft" || state === "in-review" || state === "approved") &&
        createdBy !== `user:${props.me.id}` &&
        waiting.data?.some((one) => one.id === id) !== true,
    );
  return (
    <Show when={others().length > 0}>
      <section class="card">
        <h2>{t("home.othersDrafts")}</h2>
        <DraftList drafts={others()} whenNone="" />
      </section>
    </Show>
  );
}

type Listed = Pick<DraftSummary, "id" | "policy" | "state" | "changedAt" | "openThreads">;

function DraftList(props: {
  readonly drafts: readonly Listed[];
  /** Those of them that were returned, by their ids. */
  readonly returned?: readonly string[];
  readonly whenNone: string;
}): JSX.Element {
  const { t, language } = useWords();
  const titleOf = usePolicyTitle();
  return (
    <ul>
      <For each={props.drafts} fallback={<li class="soft">{props.whenNone}</li>}>
        {(draft) => (
          <li>
            <span>
              <A href={placeOf(draft)}>{titleOf(draft.policy)}</A>{" "}
              <Show
                when={props.returned?.includes(draft.id)}
                fallback={<Tag>{t(`draftState.${draft.state}`)}</Tag>}
              >
                <Tag tone="warn">{t("home.returned")}</Tag>
              </Show>
              <OpenThreads draft={draft} />
            </span>
            <span class="soft">
              {t("home.changed", { when: formatInstant(draft.changedAt, language()) })}
            </span>
          </li>
        )}
      </For>
    </ul>
  );
}

/** Where one goes on with a draft: to write it, or to review what was handed in. */
function placeOf({ id, policy, state }: Listed): string {
  return state === "draft" ? `/policies/${policy}/draft/${id}` : `/reviews/${id}`;
}
