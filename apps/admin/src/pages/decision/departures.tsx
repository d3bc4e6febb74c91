import type { Departure, PartyOutcome } from "@evenhand/domain";
import { wordOf } from "@evenhand/policy";
import { For, type JSX, Show } from "solid-js";
import { formatMoney } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";
import { isHidden } from "./appeals.tsx";
import type { DecisionReading } from "./decision-reading.ts";

/** What a named person decided otherwise than the rules propose, and why. */
export function Departures(props: { readonly reading: DecisionReading }): JSX.Element {
  const { t } = useWords();
  const record = () => props.reading.record;
  return (
    <Show when={record().departures.length > 0 || record().reason !== undefined}>
      <section class="card decision-card">
        <h2>
          {t(record().departures.length > 0 ? "decision.departures.title" : "decision.departures.reason")}
        </h2>
        <Show when={record().departures.length > 0}>
          <DepartureTable reading={props.reading} />
        </Show>
        <Show when={record().reason}>
          {(reason) => (
            <Show when={!isHidden(reason())} fallback={<p class="soft">{t("decision.hidden")}</p>}>
              <blockquote>{reason()}</blockquote>
            </Show>
          )}
        </Show>
      </section>
    </Show>
  );
}

const FIGURES = ["fineMinor", "bonusMinor", "grade"] as const;

function DepartureTable(props: { readonly reading: DecisionReading }): JSX.Element {
  const { t, language } = useWords();
  const shown = (value: number | string | null | undefined): string => {
    if (value === undefined) return "–";
    if (value === null) return t("decision.departures.none");
    return typeof value === "number"
      ? formatMoney(value, props.reading.version.policy.currency, language())
      : wordOf(value, props.reading.vocabulary);
  };
  const proposed = (party: string): PartyOutcome | undefined =>
    props.reading.record.proposal.parties.find((one) => one.party === party);
  const lines = () =>
    props.reading.record.departures.flatMap((departure: Departure) =>
      FIGURES.filter((figure) => departure[figure] !== undefined).map((figure) => ({
        party: departure.party,
        figure,
        before: proposed(departure.party)?.[figure],
        after: departure[figure],
      })),
    );
  return (
    <div class="overflow">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t("decision.departures.party")}</th>
            <th scope="col">{t("decision.departures.figure")}</th>
            <th scope="col" class="number">
              {t("decision.departures.proposed")}
            </th>
            <th scope="col" class="number">
              {t("decision.departures.decided")}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={lines()}>
            {({ party, figure, before, after }) => (
              <tr>
                <td>{party}</td>
                <td>{t(`decision.departures.figures.${figure}`)}</td>
                <td class="number">{shown(before)}</td>
                <td class="number">{shown(after)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
