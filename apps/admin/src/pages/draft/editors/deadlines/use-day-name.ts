import { formatDay, weekdayName } from "../../../../format/format.ts";
import { useWords } from "../../../../words/words.tsx";
import type { CountedDay } from "./count-days.ts";

/** What a day of a count is, in words: “3 October 2026 Saturday: weekend, not counted”. */
export function useDayName(): (day: CountedDay) => string {
  const { t, language } = useWords();
  return ({ day, kind, number }) =>
    t("parts.deadlines.dayName", {
      day: `${formatDay(day, language())} ${weekdayName(day, language())}`,
      kind: t(`parts.deadlines.kinds.${kind}`, { number: number ?? 0 }),
    });
}
