import { For, type JSX, createMemo, createSignal, Show } from "solid-js";
import { useWords } from "../../../words/words.tsx";
import { ViewToggle } from "../../../parts/view-toggle.tsx";
import type { DecisionReading, Told } from "../decision-reading.ts";
import { SchedulePlan } from "./schedule-plan.tsx";
import { WaterfallChart } from "./waterfall-chart.tsx";
import { WaterfallTable } from "./waterfall-table.tsx";
import { useWaterfallWords } from "./waterfall-words.ts";
import { type Waterfall, waterfallOf } from "./waterfall.ts";

/** What each of those concerned is charged, from nothing to the total, and when it is taken. */
export function Amounts(props: {
  readonly reading: DecisionReading<Told>;
  /** Unlike any other on the page. */
  readonly id?: string;
}): JSX.Element {
  const { t } = useWords();
  const [view, setView] = createSignal<"picture" | "table">("picture");
  const charged = createMemo(() => chargedIn(props.reading));
  return (
    <section class="card decision-card" id={props.id ?? "amount"}>
      <div class="decision-row">
        <h2>{t("decision.amount.title")}</h2>
        <Show when={charged().length > 0}>
          <ViewToggle label={t("decision.amount.title")} value={view()} onChange={setView} />
        </Show>
      </div>
      <AmountsOfEach reading={props.reading} view={view()} />
    </section>
  );
}

/** The amounts alone, party by party. */
export function AmountsOfEach(props: {
  readonly reading: DecisionReading<Told>;
  readonly view: "picture" | "table";
}): JSX.Element {
  const { t } = useWords();
  const charged = createMemo(() => chargedIn(props.reading));
  return (
    <Show when={charged().length > 0} fallback={<p>{t("decision.amount.nobody")}</p>}>
      <For each={charged()}>
        {(waterfall) => <OfParty reading={props.reading} waterfall={waterfall} view={props.view} />}
      </For>
    </Show>
  );
}

function chargedIn({ record }: DecisionReading<Told>): readonly Waterfall[] {
  return record.outcome.parties
    .map(({ party }) => waterfallOf(record, party))
    .filter(({ parts }) => parts.length > 0);
}

function OfParty(props: {
  readonly reading: DecisionReading<Told>;
  readonly waterfall: Waterfall;
  readonly view: "picture" | "table";
}): JSX.Element {
  const words = useWaterfallWords(() => props.reading);
  const outcome = () =>
    props.reading.record.outcome.parties.find(({ party }) => party === props.waterfall.party);
  return (
    <div class="amount-of">
      <h3>{props.waterfall.party}</h3>
      <p>{words.summary(props.waterfall)}</p>
      <Show
        when={props.view === "picture"}
        fallback={<WaterfallTable waterfall={props.waterfall} words={words} />}
      >
        <WaterfallChart waterfall={props.waterfall} words={words} />
      </Show>
      <Show when={outcome()}>
        {(found) => <SchedulePlan outcome={found()} currency={props.reading.version.policy.currency} />}
      </Show>
    </div>
  );
}
