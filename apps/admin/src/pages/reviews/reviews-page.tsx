import { A, useSearchParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import type { DraftSummary } from "../../api/answers.ts";
import { draftsQuery, meQuery } from "../../api/queries.ts";
import { usePolicyTitle } from "../../api/use-policy-title.ts";
import { OpenThreads } from "../../comments/open-threads.tsx";
import { formatInstant } from "../../format/format.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { Tag } from "../../parts/tag.tsx";
import { useWords } from "../../words/words.tsx";
import { LISTS, type ReviewList, inList } from "./review-lists.ts";
import "./reviews.css";

/** Drafts that were handed in: those that wait for whoever is signed in, their own, and those that are through. */
export function ReviewsPage(): JSX.Element {
  const { t } = useWords();
  const [asked] = useSearchParams<{ readonly show?: string }>();
  const drafts = useQuery(draftsQuery);
  const me = useQuery(meQuery);
  const shown = (): ReviewList => LISTS.find((list) => list === asked.show) ?? "waiting";
  const found = (all: readonly DraftSummary[], list: ReviewList): readonly DraftSummary[] =>
    all.filter((draft) => inList(draft, list, `user:${me.data?.id}`));
  return (
    <>
      <div>
        <h1>{t("reviews.title")}</h1>
        <p class="soft">{t("reviews.intro")}</p>
      </div>
      <Loaded query={drafts}>
        {(all) => (
          <>
            <nav class="review-lists" aria-label={t("reviews.lists")}>
              <For each={LISTS}>
                {(list) => (
                  <a href={`/reviews?show=${list}`} aria-current={shown() === list ? "page" : undefined}>
                    {t(`reviews.${list}`)} <span class="number">{found(all(), list).length}</span>
                  </a>
                )}
              </For>
            </nav>
            <Show
              when={found(all(), shown()).length > 0}
              fallback={<p class="card none">{t(`reviews.none.${shown()}`)}</p>}
            >
              <DraftTable drafts={found(all(), shown())} />
            </Show>
          </>
        )}
      </Loaded>
    </>
  );
}

function DraftTable(props: { readonly drafts: readonly DraftSummary[] }): JSX.Element {
  const { t, language } = useWords();
  const titleOf = usePolicyTitle();
  const origin = ({ baseVersion }: DraftSummary): string =>
    baseVersion === null ? t("versions.newDraft") : t("versions.draftFrom", { version: baseVersion });
  return (
    <div class="card overflow">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t("reviews.draft")}</th>
            <th scope="col">{t("reviews.state")}</th>
            <th scope="col">{t("reviews.changed")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.drafts}>
            {(draft) => (
              <tr>
                <td>
                  <A href={`/reviews/${draft.id}`}>{titleOf(draft.policy)}</A>
                  <div class="soft">{origin(draft)}</div>
                </td>
                <td>
                  <Tag tone={draft.state === "approved" ? "good" : "plain"}>
                    {t(`draftState.${draft.state}`)}
                  </Tag>
                  <OpenThreads draft={draft} />
                </td>
                <td>{formatInstant(draft.changedAt, language())}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
