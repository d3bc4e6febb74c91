import type { SimulationResult } from "@evenhand/analysis";
import type { ChangeView } from "@evenhand/service";
import { A, useLocation } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import { formatCount, formatDay, formatMoney, formatMoneyDifference } from "../../format/format.ts";
import { Button } from "../../parts/button.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { useWords } from "../../words/words.tsx";
import { ShownId } from "../decisions/shown-id.tsx";
import type { ChangeOrder } from "./asked-changes.ts";
import type { ChangesInAddress } from "./use-asked-changes.ts";
import { ChangeFilters } from "./change-filters.tsx";
import { changesQuery } from "./simulation-queries.ts";

type Given = {
  readonly id: string;
  readonly result: SimulationResult;
  readonly address: ChangesInAddress;
  readonly isUnderWay: boolean;
};

/** The cases that come out otherwise, as far as the address asks for them, a page at a time. */
export function ChangedCases(props: Given): JSX.Element {
  const { t } = useWords();
  // By difference the service tells them only once all are found.
  const order = (): ChangeOrder => (props.isUnderWay ? "day" : props.address.order());
  const changes = useQuery(() =>
    changesQuery(props.id, {
      asked: props.address.asked(),
      order: order(),
      after: props.address.after(),
    }),
  );
  return (
    <section
      class="card overflow changed-cases"
      aria-labelledby="simulation-cases"
      aria-busy={changes.isPlaceholderData}
    >
      <h2 id="simulation-cases">{t("simulation.changes.title")}</h2>
      <ChangeFilters
        result={props.result}
        address={props.address}
        order={order()}
        isUnderWay={props.isUnderWay}
        total={changes.data?.total}
      />
      <Loaded query={changes}>
        {(page) => (
          <>
            <Show
              when={page().changes.length > 0}
              fallback={<p class="none">{t("simulation.changes.none")}</p>}
            >
              <ChangeTable
                id={props.id}
                changes={page().changes}
                order={order()}
                currency={props.result.currency}
              />
            </Show>
            <Paging next={page().next} address={props.address} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function Paging(props: { readonly next: string | null; readonly address: ChangesInAddress }): JSX.Element {
  const { t } = useWords();
  const isFirst = (): boolean => props.address.after() === undefined;
  return (
    <Show when={props.next !== null || !isFirst()}>
      <div class="tools changed-paging">
        <Show when={!isFirst()}>
          <Button onClick={() => props.address.goTo(undefined)}>{t("simulation.changes.first")}</Button>
        </Show>
        <Show when={props.next}>
          {(next) => (
            <Button onClick={() => props.address.goTo(next())}>{t("simulation.changes.next")}</Button>
          )}
        </Show>
      </div>
    </Show>
  );
}

function ChangeTable(props: {
  readonly id: string;
  readonly changes: readonly ChangeView[];
  readonly order: ChangeOrder;
  readonly currency: string;
}): JSX.Element {
  const { t } = useWords();
  const sortedBy = (order: ChangeOrder): "ascending" | "descending" | undefined => {
    if (props.order !== order) return undefined;
    return order === "day" ? "ascending" : "descending";
  };
  return (
    <table class="table listed">
      <caption class="unseen">{t("simulation.changes.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("simulation.changes.case")}</th>
          <th scope="col" aria-sort={sortedBy("day")}>
            {t("simulation.changes.decidedOn")}
          </th>
          <th scope="col">{t("simulation.changes.parties")}</th>
          <For each={["old", "new", "difference"] as const}>
            {(column) => (
              <th
                scope="col"
                class="number"
                aria-sort={column === "difference" ? sortedBy("difference") : undefined}
              >
                {t(`simulation.changes.${column}`)}
              </th>
            )}
          </For>
          <th scope="col">{t("simulation.changes.cause")}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.changes}>
          {(change) => <ChangeRow id={props.id} change={change} currency={props.currency} />}
        </For>
      </tbody>
    </table>
  );
}

function ChangeRow(props: {
  readonly id: string;
  readonly change: ChangeView;
  readonly currency: string;
}): JSX.Element {
  const { language } = useWords();
  const location = useLocation();
  const money = (minor: number): string => formatMoney(minor, props.currency, language());
  // What narrowed the list goes along, so that the way back leads to the same view.
  const address = (): string =>
    `/simulations/${encodeURIComponent(props.id)}/cases/${encodeURIComponent(props.change.id)}${location.search}`;
  return (
    <tr>
      <th scope="row">
        <A href={address()} class="code" title={props.change.id}>
          {shortCaseId(props.change.id)}
        </A>
      </th>
      <td>{formatDay(props.change.decidedOn, language())}</td>
      <td>
        <Who change={props.change} />
      </td>
      <td class="number">{money(props.change.baselineMinor)}</td>
      <td class="number">{money(props.change.candidateMinor)}</td>
      <td class="number">
        <SignedDifference minor={props.change.differenceMinor} currency={props.currency} />
      </td>
      <td>
        <Causes change={props.change} />
      </td>
    </tr>
  );
}

/** Ids of cases begin with when they came in, which many share: where there is little room, their ends tell them apart. */
const [MOST_DIGITS, KEPT_DIGITS] = [16, 8];

export function shortCaseId(id: string): string {
  return id.length > MOST_DIGITS ? `…${id.slice(-KEPT_DIGITS)}` : id;
}

/** A difference with its sign twice: as an arrow and as plus or minus. */
export function SignedDifference(props: { readonly minor: number; readonly currency: string }): JSX.Element {
  const { language } = useWords();
  const sign = (): string => {
    if (props.minor === 0) return "＝";
    return props.minor > 0 ? "▲" : "▼";
  };
  return (
    <span class="signed">
      {sign()} {formatMoneyDifference(props.minor, props.currency, language())}
    </span>
  );
}

/** More parties than these are only counted. */
const MOST_PARTIES = 3;

function Who(props: { readonly change: ChangeView }): JSX.Element {
  const { t, language } = useWords();
  const more = (): number => props.change.parties.length - MOST_PARTIES;
  return (
    <ul class="decision-parties">
      <For each={props.change.parties.slice(0, MOST_PARTIES)}>
        {({ party }) => (
          <li>
            <ShownId id={party} />
          </li>
        )}
      </For>
      <Show when={more() > 0}>
        <li class="soft">{t("simulation.changes.more", { count: formatCount(more(), language()) })}</li>
      </Show>
    </ul>
  );
}

/** By which rules, and in what respect where it is not only the amount; whether it comes of an earlier month. */
export function Causes(props: { readonly change: ChangeView }): JSX.Element {
  const { t, local } = useWords();
  const rules = (): string => {
    const named = props.change.causes.map(({ label }) => local(label));
    return named.length > 0 ? named.join(" · ") : t("simulation.changes.noCause");
  };
  const kinds = (): string => props.change.kinds.map((kind) => t(`effect.kinds.${kind}`)).join(" · ");
  return (
    <>
      {rules()}
      <div class="soft small">
        {kinds()}
        <Show when={props.change.by === "earlier-month"}>
          {" "}
          · {t("simulation.changes.labels.earlier-month")}
        </Show>
      </div>
    </>
  );
}
