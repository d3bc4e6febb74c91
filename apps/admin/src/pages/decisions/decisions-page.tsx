import { A, useSearchParams } from "@solidjs/router";
import { keepPreviousData, useQuery } from "@tanstack/solid-query";
import { type JSX, Show } from "solid-js";
import { useMay } from "../../api/use-may.ts";
import { formatCount } from "../../format/format.ts";
import { Button } from "../../parts/button.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { useWords } from "../../words/words.tsx";
import "../policies/policies.css";
import { DecisionFilters } from "./decision-filters.tsx";
import { type DecisionPage, decisionsQuery } from "./decision-queries.ts";
import { DecisionTable } from "./decision-table.tsx";
import "./decisions.css";
import { HowDecisionsCome } from "./how-decisions-come.tsx";
import { FILTERS, type FilterName, type Filters, readFilters } from "./filters.ts";

type Asked = Filters & { readonly cursor?: string };

const NOTHING = Object.fromEntries([...FILTERS, "cursor"].map((name) => [name, undefined]));

/** The decisions that whoever looks may see, the newest first. Filters and page stand in the address. */
export function DecisionsPage(): JSX.Element {
  const { t } = useWords();
  const may = useMay();
  const [asked, ask] = useSearchParams<Asked>();
  const filters = (): Filters => readFilters(asked);
  const decisions = useQuery(() => ({
    ...decisionsQuery(filters(), asked.cursor),
    placeholderData: keepPreviousData,
  }));
  // Another filter begins at the newest again, and another policy has other versions.
  const change = (name: FilterName, value: string): void =>
    ask({
      [name]: value === "" ? undefined : value,
      ...(name === "policy" ? { version: undefined } : {}),
      cursor: undefined,
    });
  return (
    <>
      <div class="list-head">
        <div>
          <h1>{t("decisions.title")}</h1>
          <p class="soft">{t(may("decisions:read") ? "decisions.intro" : "decisions.introOwn")}</p>
        </div>
        <Show when={may("evidence:replay")}>
          <A href="/replays">{t("decisions.toReplays")}</A>
        </Show>
      </div>
      <DecisionFilters filters={filters()} onChange={change} onClear={() => ask(NOTHING)} />
      <Loaded query={decisions}>
        {(page) => (
          <FoundDecisions
            page={page()}
            isFetching={decisions.isPlaceholderData}
            isFiltered={Object.keys(filters()).length > 0}
            isFirst={asked.cursor === undefined}
            onClear={() => ask(NOTHING)}
            onPage={(cursor) => ask({ cursor }, { scroll: true })}
          />
        )}
      </Loaded>
    </>
  );
}

function FoundDecisions(props: {
  readonly page: DecisionPage;
  readonly isFetching: boolean;
  readonly isFiltered: boolean;
  /** Whether it is the page of the newest. */
  readonly isFirst: boolean;
  readonly onClear: () => void;
  readonly onPage: (cursor: string | undefined) => void;
}): JSX.Element {
  const { t, language } = useWords();
  const count = (): number => props.page.decisions.length;
  const isMore = (): boolean => props.page.next !== null || !props.isFirst;
  return (
    <>
      <p class="soft" role="status">
        {t(isMore() ? "decisions.onPage" : "decisions.count", { count: formatCount(count(), language()) })}
      </p>
      <div class="card overflow" aria-busy={props.isFetching}>
        <Show
          when={count() > 0}
          fallback={
            <>
              <p class="none">
                {t(props.isFiltered ? "decisions.noneFound" : "decisions.none")}
                <Show when={props.isFiltered}>
                  <Button kind="quiet" onClick={() => props.onClear()}>
                    {t("decisions.clear")}
                  </Button>
                </Show>
              </p>
              <Show when={!props.isFiltered}>
                <HowDecisionsCome />
              </Show>
            </>
          }
        >
          <DecisionTable decisions={props.page.decisions} />
        </Show>
      </div>
      <Show when={isMore()}>
        <div class="tools">
          <Show when={!props.isFirst}>
            <Button onClick={() => props.onPage(undefined)}>{t("decisions.newest")}</Button>
          </Show>
          <Show when={props.page.next}>
            {(next) => <Button onClick={() => props.onPage(next())}>{t("decisions.older")}</Button>}
          </Show>
        </div>
      </Show>
    </>
  );
}
