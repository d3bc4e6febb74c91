import type { RecentCase } from "@evenhand/service";
import { formatDay } from "../../../format/format.ts";
import { useWords } from "../../../words/words.tsx";
import type { NewExample } from "./example-list.ts";

/** What an example of a past case is called, in both languages of the document. */
export function useCaseTitle(): (one: RecentCase) => NewExample["title"] {
  const { t } = useWords();
  return (one) => {
    const day = one.appliesOn ?? one.createdAt.slice(0, 10);
    return {
      en: t("examples.titles.fromCase.en", { day: formatDay(day, "en") }),
      zh: t("examples.titles.fromCase.zh", { day: formatDay(day, "zh") }),
    };
  };
}
