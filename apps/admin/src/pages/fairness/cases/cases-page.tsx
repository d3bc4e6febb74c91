import type { FairnessCase, FairnessCasePage, FairnessView } from "@evenhand/service";
import type { Policy } from "@evenhand/domain";
import { vocabularyOf, wordOf } from "@evenhand/policy";
import { A, useParams, useSearchParams } from "@solidjs/router";
import { keepPreviousData, useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show, createMemo } from "solid-js";
import { formatDay, formatMoney } from "../../../format/format.ts";
import { versionTextQuery } from "../../../live/queries.ts";
import { Button } from "../../../parts/button.tsx";
import { Loaded } from "../../../parts/loaded.tsx";
import { Tag } from "../../../parts/tag.tsx";
import { useWords } from "../../../words/words.tsx";
import { ShownId, withShortIds } from "../../decisions/shown-id.tsx";
import "../../decisions/decisions.css";
import "../../policies/policies.css";
import { parametersOf } from "../ask/asked.ts";
import { askedOf } from "../ask/request.ts";
import "../fairness.css";
import { casesQuery, reviewQuery } from "../fairness-queries.ts";
import type { CasesOf } from "./cases-address.ts";

/** The people behind one figure of a run, one a line; each leads to the decision. */
export function FairnessCasesPage(): JSX.Element {
  const params = useParams<{ readonly id: string }>();
  const [asked, ask] = useSearchParams<CasesOf & { readonly cursor?: string }>();
  const review = useQuery(() => reviewQuery(params.id));
  const cases = useQuery(() => ({
    ...casesQuery({
      id: params.id,
      group: asked.group,
      value: asked.value,
      and: asked.and,
      andValue: asked.andValue,
      decider: asked.decider,
      cursor: asked.cursor,
    }),
    placeholderData: keepPreviousData,
  }));
  const nameOf = useNameOfWord(() => (review.isSuccess ? review.data : undefined));
  return (
    <Loaded query={review}>
      {(found) => (
        <>
          <Head review={found()} of={asked} />
          <Loaded query={cases}>
            {(page) => (
              <FoundCases
                page={page()}
                nameOf={nameOf}
                isFetching={cases.isPlaceholderData}
                isFirst={asked.cursor === undefined}
                onPage={(cursor) => ask({ cursor }, { scroll: true })}
              />
            )}
          </Loaded>
        </>
      )}
    </Loaded>
  );
}

type NameOf = (word: string) => string;

/** What kinds and grades are called, by the newest version that decided; their ids until that is known. */
function useNameOfWord(review: () => FairnessView | undefined): NameOf {
  const { language } = useWords();
  const version = (): number | undefined => review()?.result?.review.versions.at(-1)?.version;
  const text = useQuery(() => ({
    ...versionTextQuery({ policy: review()?.policy ?? "", version: version() ?? 0 }),
    enabled: version() !== undefined,
  }));
  const vocabulary = createMemo(() =>
    // INVARIANT: what was published was validated.
    text.isSuccess ? vocabularyOf(JSON.parse(text.data) as Policy, language()) : undefined,
  );
  return (word) => {
    const known = vocabulary();
    return known ? wordOf(word, known) : word;
  };
}

function Head(props: { readonly review: FairnessView; readonly of: CasesOf }): JSX.Element {
  const { t } = useWords();
  const labelOf = useGroupLabel(() => props.review);
  const of = (): string =>
    [
      labelOf(props.of.group, props.of.value),
      labelOf(props.of.and, props.of.andValue),
      withShortIds(props.of.decider ?? ""),
    ]
      .filter((name) => name !== "")
      .join(" · ");
  const back = (): string => {
    const search = parametersOf(askedOf(props.review));
    search.set("run", props.review.id);
    return `/fairness?${search}`;
  };
  return (
    <div>
      <h1>{of() === "" ? t("fairness.dots.all") : t("fairness.dots.title", { group: of() })}</h1>
      <p class="soft">{t("fairness.dots.intro")}</p>
      <p>
        <A href={back()}>{t("fairness.dots.back")}</A>
      </p>
    </div>
  );
}

/** What a group is called in the answer that its cases were counted for. */
function useGroupLabel(review: () => FairnessView) {
  const { local } = useWords();
  return (fact: string | undefined, value: string | undefined): string => {
    if (fact === undefined || value === undefined) return "";
    const answers = review().result?.review;
    const attributes = [
      ...(answers?.disparities.attributes.map(({ attribute }) => attribute) ?? []),
      ...(answers?.crossed ? [answers.crossed.rows.attribute, answers.crossed.columns.attribute] : []),
    ];
    const label = attributes.find((attribute) => attribute.fact === fact)?.values?.[value];
    return label ? local(label) : value;
  };
}

function FoundCases(props: {
  readonly page: FairnessCasePage;
  readonly nameOf: NameOf;
  readonly isFetching: boolean;
  readonly isFirst: boolean;
  readonly onPage: (cursor: string | undefined) => void;
}): JSX.Element {
  const { t } = useWords();
  return (
    <>
      <div class="card overflow" aria-busy={props.isFetching}>
        <Show when={props.page.cases.length > 0} fallback={<p class="none">{t("fairness.dots.none")}</p>}>
          <CaseTable cases={props.page.cases} nameOf={props.nameOf} />
        </Show>
      </div>
      <Show when={props.page.next !== null || !props.isFirst}>
        <div class="tools">
          <Show when={!props.isFirst}>
            <Button onClick={() => props.onPage(undefined)}>{t("replays.firstPage")}</Button>
          </Show>
          <Show when={props.page.next}>
            {(next) => <Button onClick={() => props.onPage(next())}>{t("replays.nextPage")}</Button>}
          </Show>
        </div>
      </Show>
    </>
  );
}

function CaseTable(props: { readonly cases: readonly FairnessCase[]; readonly nameOf: NameOf }): JSX.Element {
  const { t } = useWords();
  return (
    <table class="table listed">
      <caption class="unseen">{t("fairness.dots.all")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("decisions.reference")}</th>
          <th scope="col">{t("decisions.decidedOn")}</th>
          <th scope="col">{t("fairness.dots.person")}</th>
          <th scope="col">{t("fairness.dots.kind")}</th>
          <th scope="col" class="number">
            {t("fairness.dots.loss")}
          </th>
          <th scope="col" class="number">
            {t("fairness.dots.proposed")}
          </th>
          <th scope="col" class="number">
            {t("decisions.amount")}
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={props.cases}>{(one) => <CaseRow one={one} nameOf={props.nameOf} />}</For>
      </tbody>
    </table>
  );
}

function CaseRow(props: { readonly one: FairnessCase; readonly nameOf: NameOf }): JSX.Element {
  const { t, language } = useWords();
  const money = (minor: number): string => formatMoney(minor, props.one.currency, language());
  return (
    <tr>
      <th scope="row">
        <A href={`/decisions/${props.one.decision}`}>{props.one.reference}</A>
        <div class="soft">{t("policies.versionName", { version: props.one.version })}</div>
      </th>
      <td>{formatDay(props.one.decidedOn, language())}</td>
      <td>
        <ShownId id={props.one.party} />
      </td>
      <td>{props.one.category === null ? "–" : props.nameOf(props.one.category)}</td>
      <td class="number">{props.one.lossMinor === null ? "–" : money(props.one.lossMinor)}</td>
      <td class="number">{money(props.one.proposedMinor)}</td>
      <td class="number">
        {money(props.one.totalMinor)}
        <Show when={props.one.grade}>{(grade) => <div>{props.nameOf(grade())}</div>}</Show>
        <Show when={props.one.isDeparture}>
          <div>
            <Tag tone="warn">{t("decisions.departure")}</Tag>
          </div>
        </Show>
      </td>
    </tr>
  );
}
