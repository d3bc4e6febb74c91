import type { Comparator } from "@evenhand/analysis";
import { labelOf, wordOf } from "@evenhand/policy";
import type { PartyComparators } from "@evenhand/service";
import { A } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import { formatDay, formatMoney, formatMoneyDifference } from "../../../format/format.ts";
import { Tag } from "../../../parts/tag.tsx";
import { useWords } from "../../../words/words.tsx";
import { ShownId } from "../../decisions/shown-id.tsx";
import type { DecisionReading } from "../decision-reading.ts";
import { useRelevantText } from "./use-relevant-text.ts";

type Given = {
  readonly party: PartyComparators;
  readonly currency: string;
  readonly reading: DecisionReading;
};

/** The nearest others, one a line: which case, how near, what it cost them, and what differs in the facts. */
export function ComparatorTable(props: Given): JSX.Element {
  const { t } = useWords();
  return (
    <div class="overflow">
      <table class="table comparators">
        <thead>
          <tr>
            <th scope="col">{t("comparators.case")}</th>
            <th scope="col">{t("comparators.standing")}</th>
            <th scope="col">{t("comparators.penalty")}</th>
            <th scope="col">{t("comparators.differs")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.party.comparators}>{(one) => <Line {...props} one={one} />}</For>
        </tbody>
      </table>
    </div>
  );
}

function Line(props: Given & { readonly one: Comparator }): JSX.Element {
  const { t, language } = useWords();
  const isOtherVersion = (): boolean => props.one.policy.hash !== props.reading.version.hash;
  return (
    <tr data-standing={props.one.standing}>
      <th scope="row">
        <A href={`/decisions/${props.one.id}`}>{props.one.reference}</A>
        <div class="soft">
          <ShownId id={props.one.party} /> · {formatDay(props.one.decidedOn, language())}
        </div>
        <Show when={isOtherVersion()}>
          <div class="soft">{t("comparators.version", { version: props.one.policy.version })}</div>
        </Show>
      </th>
      <td>
        <Tag tone={props.one.standing === "unlike" ? "warn" : "plain"}>
          {t(`comparators.standings.${props.one.standing}`)}
        </Tag>
      </td>
      <td>
        <Penalty {...props} />
      </td>
      <td>
        <Differing {...props} />
      </td>
    </tr>
  );
}

/** What they were made to bear, and how far that is from what was decided here. */
function Penalty(props: Given & { readonly one: Comparator }): JSX.Element {
  const { t, language } = useWords();
  const money = (minor: number): string => formatMoney(minor, props.currency, language());
  const byMinor = (): number => props.one.decided.totalMinor - props.party.decided.totalMinor;
  const difference = (): string => {
    if (byMinor() === 0) return `＝ ${t("comparators.sameAmount")}`;
    return `${byMinor() > 0 ? "▲" : "▼"} ${formatMoneyDifference(byMinor(), props.currency, language())}`;
  };
  const grade = (): string | undefined => {
    const { grade: theirs } = props.one.decided;
    if (theirs !== null) return t("comparators.grade", { grade: wordOf(theirs, props.reading.vocabulary) });
    return props.party.decided.grade === null ? undefined : t("comparators.noGrade");
  };
  const isDeparted = (): boolean =>
    props.one.proposed.totalMinor !== props.one.decided.totalMinor ||
    props.one.proposed.grade !== props.one.decided.grade;
  return (
    <>
      {money(props.one.decided.totalMinor)} <span class="soft">{difference()}</span>
      <Show when={grade()}>{(text) => <div>{text()}</div>}</Show>
      <Show when={isDeparted()}>
        <div class="soft">{t("comparators.departed")}</div>
      </Show>
    </>
  );
}

function Differing(props: Given & { readonly one: Comparator }): JSX.Element {
  const { t } = useWords();
  const text = useRelevantText();
  return (
    <Show when={props.one.differing.length > 0} fallback={t("comparators.same")}>
      <ul class="plain-list">
        <For each={props.one.differing}>
          {({ fact, own, theirs }) => (
            <li>
              {labelOf(fact, props.reading.vocabulary)}{" "}
              <span class="soft">
                {text(fact, own, props.reading.vocabulary)} → {text(fact, theirs, props.reading.vocabulary)}
              </span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
