import type { LeftOut, LowestPays } from "@evenhand/analysis";
import { type Vocabulary, wordOf } from "@evenhand/policy";
import { A } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import { Scroller } from "../../changes/scroller.tsx";
import { formatCount, formatList, formatMoney } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";
import { ShownId, withShortIds } from "../decisions/shown-id.tsx";
import { useFigures } from "./figures.ts";
import { Question } from "./question.tsx";

/** Who is left out? What fell on those who did it, and on those who instructed, planned, trained or supervised. */
export function LeftOutSection(props: {
  readonly leftOut: LeftOut;
  readonly currency: string;
  readonly vocabulary: Vocabulary;
}): JSX.Element {
  const { t, language } = useWords();
  const count = (value: number): string => formatCount(value, language());
  const isStated = (): boolean => props.leftOut.parts.some(({ people }) => people > 0);
  return (
    <Question id="left-out" asks={t("fairness.leftOut.asks")}>
      <Show when={isStated()} fallback={<p>{t("fairness.leftOut.noParts")}</p>}>
        <PartTable leftOut={props.leftOut} currency={props.currency} />
        <p class="soft">{t("fairness.leftOut.counted", { count: count(props.leftOut.withoutPart) })}</p>
      </Show>
      <p>
        {props.leftOut.severalRanks === 0
          ? t("fairness.leftOut.noRanks")
          : t("fairness.leftOut.lowest", {
              lowest: count(props.leftOut.lowestPays),
              several: count(props.leftOut.severalRanks),
            })}
      </p>
      <Show when={props.leftOut.cases.length > 0}>
        <LowestList cases={props.leftOut.cases} vocabulary={props.vocabulary} />
      </Show>
    </Question>
  );
}

function PartTable(props: { readonly leftOut: LeftOut; readonly currency: string }): JSX.Element {
  const { t, language } = useWords();
  const figures = useFigures(() => props.currency);
  return (
    <Scroller label={t("fairness.leftOut.part")} isInside>
      <table class="table listed figures-table">
        <caption class="unseen">{t("fairness.leftOut.asks")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("fairness.leftOut.part")}</th>
            <th scope="col" class="number">
              {t("fairness.leftOut.people")}
            </th>
            <th scope="col" class="number">
              {t("fairness.leftOut.penalised")}
            </th>
            <th scope="col" class="number">
              {t("fairness.leftOut.amount")}
            </th>
            <th scope="col" class="number">
              {t("fairness.leftOut.share")}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.leftOut.parts}>
            {({ part, people, penalised, amountMinor, shareOfAmount }) => (
              <tr>
                <th scope="row">{t(`fairness.leftOut.parts.${part}`)}</th>
                <td class="number">{formatCount(people, language())}</td>
                <td class="number">{formatCount(penalised, language())}</td>
                <td class="number">{formatMoney(amountMinor, props.currency, language())}</td>
                <td class="number">{shareOfAmount === null ? "–" : figures.share(shareOfAmount)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroller>
  );
}

/** The cases in which only the lowest rank bears anything, with who of a higher rank bears nothing. */
function LowestList(props: {
  readonly cases: readonly LowestPays[];
  readonly vocabulary: Vocabulary;
}): JSX.Element {
  const { t, language } = useWords();
  const rankText = (rank: string): string => wordOf(rank, props.vocabulary);
  const listed = (names: readonly string[]): string =>
    formatList(names, { language: language(), type: "conjunction" });
  const sparedText = ({ party, rank, parts }: LowestPays["spared"][number]): string =>
    t(parts.length === 0 ? "fairness.leftOut.sparedOne" : "fairness.leftOut.sparedWithPart", {
      party: withShortIds(party),
      rank: rankText(rank),
      parts: listed(parts.map((part) => t(`fairness.leftOut.parts.${part}`))),
    });
  return (
    <Scroller label={t("fairness.leftOut.cases")} isInside>
      <table class="table listed">
        <caption class="unseen">{t("fairness.leftOut.cases")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("decisions.reference")}</th>
            <th scope="col">{t("fairness.leftOut.paying")}</th>
            <th scope="col">{t("fairness.leftOut.spared")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.cases}>
            {({ id, reference, paying, spared }) => (
              <tr>
                <th scope="row">
                  <A href={`/decisions/${id}`}>{reference}</A>
                </th>
                <td>
                  <For each={paying}>
                    {(party) => (
                      <div>
                        <ShownId id={party} />
                      </div>
                    )}
                  </For>
                </td>
                <td>
                  <For each={spared}>{(one) => <div>{sparedText(one)}</div>}</For>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroller>
  );
}
