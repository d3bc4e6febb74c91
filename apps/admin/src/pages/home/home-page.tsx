import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import type { DraftSummary } from "../../api/answers.ts";
import { draftsQuery, meQuery, policiesQuery } from "../../api/queries.ts";
import { useMay } from "../../api/use-may.ts";
import { usePolicyTitle } from "../../api/use-policy-title.ts";
import { formatInstant, today } from "../../format/format.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { Tag } from "../../parts/tag.tsx";
import { useWords } from "../../words/words.tsx";
import { versionOn } from "../policies/version-on.ts";
import "./home.css";

/** What needs me today. */
export function HomePage(): JSX.Element {
  const { t } = useWords();
  const me = useQuery(meQuery);
  const may = useMay();
  return (
    <>
      <h1>{t("home.greeting", { name: me.data?.name ?? "" })}</h1>
      <div class="home">
        <Show when={may("drafts:read")}>
          <Drafts />
        </Show>
        <Show when={may("policies:read")}>
          <InForce />
        </Show>
      </div>
    </>
  );
}

function Drafts(): JSX.Element {
  const { t } = useWords();
  const drafts = useQuery(draftsQuery);
  const inState = (...states: readonly DraftSummary["state"][]): readonly DraftSummary[] =>
    (drafts.data ?? []).filter(({ state }) => states.includes(state));
  return (
    <>
      <section class="card">
        <h2>{t("home.drafts")}</h2>
        <Loaded query={drafts}>
          {() => <DraftList drafts={inState("draft")} whenNone={t("home.noDrafts")} />}
        </Loaded>
      </section>
      <section class="card">
        <h2>{t("home.reviews")}</h2>
        <Loaded query={drafts}>
          {() => <DraftList drafts={inState("in-review", "approved")} whenNone={t("home.noReviews")} />}
        </Loaded>
      </section>
    </>
  );
}

function DraftList(props: {
  readonly drafts: readonly DraftSummary[];
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
              <A href={placeOf(draft)}>{titleOf(draft.policy)}</A> <Tag>{t(`draftState.${draft.state}`)}</Tag>
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
function placeOf({ id, policy, state }: DraftSummary): string {
  return state === "draft" ? `/policies/${policy}/draft/${id}` : `/reviews/${id}`;
}

function InForce(): JSX.Element {
  const { t, local } = useWords();
  const policies = useQuery(policiesQuery);
  return (
    <section class="card">
      <h2>{t("home.inForce")}</h2>
      <Loaded query={policies}>
        {(all) => (
          <ul>
            <For each={all()}>
              {(policy) => (
                <Show when={versionOn(policy.versions, today())}>
                  {(version) => (
                    <li>
                      <A href={`/policies/${policy.id}`}>{local(policy.title)}</A>
                      <span class="soft">{t("policies.versionName", { version: version().version })}</span>
                    </li>
                  )}
                </Show>
              )}
            </For>
          </ul>
        )}
      </Loaded>
    </section>
  );
}
