import { formatMoneyDifference, formatMoneyShort } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";
import type { HistogramBar } from "./histogram-bars.ts";

const SIGNS = { lower: "▼", same: "＝", higher: "▲" } as const;

/** What bars of differences, and ranges over several of them, are called. */
export function useBarNames(currency: () => string) {
  const { t, language } = useWords();
  const money = (minor: number): string => formatMoneyDifference(minor, currency(), language());
  /** From one difference to another, both included; null is open. */
  const between = (least: number | null, most: number | null): string => {
    if (least === 0 && most === 0) return t("simulation.histogram.same");
    // Bars end on whole amounts: of those, what is told is the amount that is not reached.
    const ends = [
      ...(least === null
        ? []
        : [
            least > 0
              ? t("simulation.histogram.above", { difference: money(least - 1) })
              : t("simulation.histogram.from", { difference: money(least) }),
          ]),
      ...(most === null
        ? []
        : [
            most < 0
              ? t("simulation.histogram.below", { difference: money(most + 1) })
              : t("simulation.histogram.to", { difference: money(most) }),
          ]),
    ];
    return ends.join(t("simulation.histogram.ends"));
  };
  return {
    between,
    range: ({ direction, leastMinor, mostMinor }: HistogramBar): string =>
      `${SIGNS[direction]} ${between(leastMinor, mostMinor)}`,
    /** The difference at which a bar ends, away from nothing; none of one that is open. */
    edge: ({ direction, leastMinor, mostMinor }: HistogramBar): string => {
      const edge = direction === "lower" ? leastMinor : mostMinor;
      if (direction === "same") return "0";
      return edge === null ? "" : formatMoneyShort(edge, currency(), language());
    },
  };
}
