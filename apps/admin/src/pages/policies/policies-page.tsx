import { useSearchParams } from "@solidjs/router";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/solid-query";
import { type JSX, Show } from "solid-js";
import type { PolicySummary } from "../../api/answers.ts";
import { policiesQuery } from "../../api/queries.ts";
import { formatDay } from "../../format/format.ts";
import { Button } from "../../parts/button.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";
import { useAsOf } from "../../shell/as-of.ts";
import { clausesQuery } from "./clauses-query.ts";
import type { ClauseHits } from "./find-clauses.ts";
import "./policies.css";
import { PolicyTable } from "./policy-table.tsx";

/** Which version of which policy applies on a day. Day and search stand in the address. */
export function PoliciesPage(): JSX.Element {
  const { t, language } = useWords();
  const policies = useQuery(policiesQuery);
  const [asked, ask] = useSearchParams<{ readonly q?: string }>();
  const { day } = useAsOf();
  const text = (): string => asked.q ?? "";
  const search = (wanted: string): void => ask({ q: wanted === "" ? undefined : wanted }, { replace: true });
  return (
    <>
      <div class="list-head">
        <div>
          <h1>{t("policies.title")}</h1>
          <p class="soft">{t("policies.intro", { day: formatDay(day(), language()) })}</p>
        </div>
        <div class="list-tools">
          <label class="search">
            <span class="unseen">{t("policies.search")}</span>
            <input
              type="search"
              placeholder={t("policies.search")}
              value={text()}
              onInput={(event) => search(event.currentTarget.value)}
            />
          </label>
        </div>
      </div>
      <Loaded query={policies}>
        {(all) => <FoundPolicies policies={all()} day={day()} text={text()} onClear={() => search("")} />}
      </Loaded>
    </>
  );
}

/** The policies that a text finds, by what they are called or by the articles that they cite. */
function FoundPolicies(props: {
  readonly policies: readonly PolicySummary[];
  readonly day: string;
  readonly text: string;
  readonly onClear: () => void;
}): JSX.Element {
  const { t } = useWords();
  const queries = useQueryClient();
  const clauses = useQuery(() => ({ ...clausesQuery(queries, props), placeholderData: keepPreviousData }));
  const hits = (): readonly ClauseHits[] =>
    props.text.trim() !== "" && clauses.isSuccess ? clauses.data : [];
  const isFound = (policy: PolicySummary): boolean =>
    isCalled(policy, props.text) || hits().some((one) => one.policy === policy.id);
  const matching = () => props.policies.filter(isFound);
  return (
    <>
      <Show when={clauses.error}>
        {(error) => <Trouble error={error()} onRetry={() => void clauses.refetch()} />}
      </Show>
      <p class="unseen" role="status">
        <Show when={props.text.trim() !== "" && !clauses.isFetching && matching().length > 0}>
          {t("versions.found", { count: matching().length })}
        </Show>
      </p>
      <div class="card overflow" aria-busy={clauses.isFetching}>
        <Show
          when={matching().length > 0 || clauses.isFetching}
          fallback={
            <p class="none" role="status">
              {t("policies.none", { text: props.text })}
              <Button kind="quiet" onClick={() => props.onClear()}>
                {t("policies.clear")}
              </Button>
            </p>
          }
        >
          <PolicyTable policies={matching()} day={props.day} hits={hits()} />
        </Show>
      </div>
    </>
  );
}

function isCalled({ id, title }: PolicySummary, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return [id, title.en, title.zh].some((one) => one.toLowerCase().includes(wanted));
}
