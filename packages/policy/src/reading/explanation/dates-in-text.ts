import type { Language } from "@evenhand/domain";
import { dayInWords, momentInWords, monthInWords } from "../figures.ts";

/**
 * A text of the engine with its machine dates as people write them.
 *
 * @example datesInWords("2026-07-06 + 7 = 2026-07-13", "en") // "6 July 2026 + 7 = 13 July 2026"
 */
export function datesInWords(text: string, language: Language): string {
  return text
    .replaceAll(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})/g, (moment) =>
      momentInWords(moment, language),
    )
    .replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => dayInWords(day, language))
    .replaceAll(/\b\d{4}-\d{2}\b(?!-)/g, (month) => monthInWords(month, language));
}
