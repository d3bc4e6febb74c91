import { For, type JSX } from "solid-js";
import { useWords } from "../../../words/words.tsx";
import type { WaterfallWords } from "./waterfall-words.ts";
import type { Waterfall, WaterfallPart } from "./waterfall.ts";

/** A bar for each part, beginning where the one before it ended, and one for what is left. The sentence above says the same. */
export function WaterfallChart(props: {
  readonly waterfall: Waterfall;
  readonly words: WaterfallWords;
}): JSX.Element {
  const { t } = useWords();
  const most = (): number =>
    Math.max(
      1,
      ...props.waterfall.parts.map(({ startMinor, amountMinor }) =>
        Math.max(startMinor, startMinor + amountMinor),
      ),
    );
  const least = (): number =>
    Math.min(0, ...props.waterfall.parts.map(({ startMinor, amountMinor }) => startMinor + amountMinor));
  const share = (minor: number): number => (100 * minor) / (most() - least());
  const span = ({ startMinor, amountMinor }: Pick<WaterfallPart, "startMinor" | "amountMinor">) => ({
    left: `${share(Math.min(startMinor, startMinor + amountMinor) - least())}%`,
    width: `max(2px, ${share(Math.abs(amountMinor))}%)`,
  });
  const total = (): number => props.waterfall.totalMinor;
  return (
    <div class="waterfall" role="img" aria-label={props.words.summary(props.waterfall)}>
      <For each={props.waterfall.parts}>
        {(part) => (
          <div class="waterfall-row" data-sign={part.amountMinor < 0 ? "off" : "on"}>
            <span data-part="name">{props.words.name(part)}</span>
            <span data-part="track">
              <span data-part="bar" style={span(part)} />
            </span>
            <span data-part="amount">{props.words.difference(part.amountMinor)}</span>
          </div>
        )}
      </For>
      <div class="waterfall-row" data-sign="total">
        <span data-part="name">{t("decision.amount.total")}</span>
        <span data-part="track">
          <span data-part="bar" style={span({ startMinor: 0, amountMinor: total() })} />
        </span>
        <span data-part="amount">{props.words.money(total())}</span>
      </div>
    </div>
  );
}
