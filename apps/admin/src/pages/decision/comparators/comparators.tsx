import type { ComparatorsView, PartyComparators } from "@evenhand/service";
import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import { formatCount } from "../../../format/format.ts";
import { Loaded } from "../../../parts/loaded.tsx";
import { useWords } from "../../../words/words.tsx";
import { ShownId } from "../../decisions/shown-id.tsx";
import type { DecisionReading } from "../decision-reading.ts";
import { ComparatorTable } from "./comparator-table.tsx";
import { comparatorsQuery } from "./comparators-query.ts";

/** How others fared in the nearest other cases, for whoever may read all decisions. */
export function Comparators(props: { readonly id: string; readonly reading: DecisionReading }): JSX.Element {
  const { t } = useWords();
  const found = useQuery(() => comparatorsQuery(props.id));
  return (
    <section class="card decision-card" id="comparators">
      <h2>{t("comparators.title")}</h2>
      <p class="soft">{t("comparators.text")}</p>
      <Loaded query={found}>{(view) => <Found view={view()} reading={props.reading} />}</Loaded>
    </section>
  );
}

function Found(props: { readonly view: ComparatorsView; readonly reading: DecisionReading }): JSX.Element {
  const { t, language } = useWords();
  const count = (number: number): string => formatCount(number, language());
  return (
    <>
      <For each={props.view.parties}>
        {(party) => (
          <OfParty
            party={party}
            currency={props.view.currency}
            isNamed={props.view.parties.length > 1}
            reading={props.reading}
          />
        )}
      </For>
      <Show when={props.view.leftOut > 0}>
        <p class="soft">{t("comparators.leftOut", { count: count(props.view.leftOut) })}</p>
      </Show>
      <p class="soft">
        {t(props.view.isCut ? "comparators.lookedNewest" : "comparators.looked", {
          count: count(props.view.looked),
        })}
      </p>
      <Show when={props.view.otherCurrency > 0}>
        <p class="soft">{t("comparators.otherCurrency", { count: count(props.view.otherCurrency) })}</p>
      </Show>
      <Show when={props.view.parties.some(({ comparators }) => comparators.length > 0)}>
        <p class="soft">{t("comparators.limit")}</p>
      </Show>
    </>
  );
}

function OfParty(props: {
  readonly party: PartyComparators;
  readonly currency: string;
  readonly isNamed: boolean;
  readonly reading: DecisionReading;
}): JSX.Element {
  const { t } = useWords();
  // They come with unlike ones first, then like ones, so that the first of them tells.
  const finding = () => props.party.comparators[0]?.standing ?? "none";
  return (
    <div class="amount-of">
      <Show when={props.isNamed}>
        <h3>
          <ShownId id={props.party.party} />
        </h3>
      </Show>
      <p>{t(`comparators.found.${finding()}`)}</p>
      <Show when={props.party.comparators.length > 0}>
        <ComparatorTable party={props.party} currency={props.currency} reading={props.reading} />
      </Show>
    </div>
  );
}
