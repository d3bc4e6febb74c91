import type { ParameterUnit } from "@evenhand/domain";
import type { Accessor } from "solid-js";
import { formatDay } from "../../../../format/format.ts";
import { useWords } from "../../../../words/words.tsx";
import { writtenFigure } from "../figure.ts";
import { type FigurePoint, changesBefore, exactDifference, lastPublished } from "./figure-history.ts";

/** What the history of a figure comes to, in a sentence. */
export function useHistorySummary(
  points: Accessor<readonly FigurePoint[]>,
  figure: {
    readonly textOf: (value: number | string) => string;
    readonly unit: Accessor<ParameterUnit>;
    readonly currency: Accessor<string>;
  },
): Accessor<string> {
  const { t, language } = useWords();
  return () => {
    const draft = points().at(-1)?.value ?? "";
    const last = lastPublished(points());
    if (last?.value === undefined) return t("parts.history.isNew", { value: figure.textOf(draft) });
    const texts = {
      before: figure.textOf(last.value),
      after: figure.textOf(draft),
      day: formatDay(sinceWhen(points()) ?? last.from, language()),
    };
    const difference = differenceText(last.value, draft);
    const now =
      difference === undefined
        ? t("parts.history.same", texts)
        : t("parts.history.changes", { ...texts, difference });
    const count = changesBefore(points());
    return (
      now + (count === 0 ? t("parts.history.neverChanged") : t("parts.history.changedBefore", { count }))
    );
  };

  function inPoints(rate: number): string {
    return writtenFigure(rate, { unit: "rate", currency: figure.currency() });
  }

  /** By how much, with its sign; nothing where it stays as it is. */
  function differenceText(before: number | string, after: number | string): string | undefined {
    if (before === after) return undefined;
    const difference = exactDifference(before, after);
    if (difference === undefined) return figure.textOf(after);
    const size = Math.abs(difference);
    const text =
      figure.unit() === "rate" ? t("parts.history.points", { value: inPoints(size) }) : figure.textOf(size);
    return difference > 0 ? `▲\u00A0+${text}` : `▼\u00A0−${text}`;
  }
}

/** The first day of the newest run of versions with the same figure. */
function sinceWhen(points: readonly FigurePoint[]): string | undefined {
  const published = points.filter(({ version, value }) => version !== undefined && value !== undefined);
  const last = published.at(-1)?.value;
  const other = published.findLastIndex(({ value }) => value !== last);
  return published[other + 1]?.from;
}
