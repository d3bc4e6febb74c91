import type { NotComputable, Rate, Ratio } from "@evenhand/analysis";
import { isComputed } from "@evenhand/analysis";
import { formatMoneyDifference, formatP, formatShare, formatTimes } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";
import type { DotFigure } from "./chart/dot-row.ts";

/** How the figures of fairness are written, each with its interval. */
export type Figures = {
  readonly share: (share: number) => string;
  readonly times: (times: number) => string;
  readonly difference: (minor: number) => string;
  readonly p: (p: number) => string;
  /** A figure, then its ends: “1.42 (1.10 to 1.83)”. */
  readonly withInterval: (figure: DotFigure, written: (value: number) => string) => string;
  readonly rate: (rate: Rate) => string;
  /** A ratio; a dash where there is none, which the rows of the table explain. */
  readonly ratio: (ratio: Ratio | NotComputable) => string;
};

/** @param currency ISO 4217, of the amounts */
export function useFigures(currency: () => string): Figures {
  const { t, language } = useWords();
  const share = (value: number): string => formatShare(value, 1, language());
  const times = (value: number): string => formatTimes(value, language());
  const withInterval: Figures["withInterval"] = ({ estimate, lower, upper }, written) =>
    t("fairness.withInterval", {
      estimate: estimate === null ? "∞" : written(estimate),
      lower: written(lower),
      upper: upper === null ? "∞" : written(upper),
    });
  return {
    share,
    times,
    difference: (minor) => formatMoneyDifference(Math.round(minor), currency(), language()),
    p: (p) => formatP(p, language()),
    withInterval,
    rate: (rate) => withInterval(rate, share),
    ratio: (ratio) => (isComputed(ratio) ? withInterval(ratio, times) : "–"),
  };
}
