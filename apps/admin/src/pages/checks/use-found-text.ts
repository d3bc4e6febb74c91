import type { CheckSummary } from "../../api/answers.ts";
import { formatCount } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";

/** How much a check found, in a few words. */
export function useFoundText(): (check: Pick<CheckSummary, "counts">) => string {
  const { t, language } = useWords();
  return ({ counts }) => {
    const { findings, proved, refuted, notDecided } = counts;
    const said = (key: "findings" | "proved" | "refuted" | "notDecided", count: number): string =>
      t(`checks.${key}`, { count: formatCount(count, language()) });
    return (
      [
        ...(findings === null ? [] : [said("findings", findings)]),
        ...(proved === 0 ? [] : [said("proved", proved)]),
        ...(refuted === 0 ? [] : [said("refuted", refuted)]),
        ...(notDecided === 0 ? [] : [said("notDecided", notDecided)]),
      ].join(t("checks.between")) || t("checks.nothingYet")
    );
  };
}
