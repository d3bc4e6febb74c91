import type { CsvSeparator } from "../sheet.ts";

const SEPARATORS: readonly CsvSeparator[] = [",", ";", "\t"];

/**
 * The separator of a CSV text: whichever of comma, semicolon and tab stands most often in its first line that is not
 * blank, outside quotation marks; the comma where none does, for a table of one column.
 *
 * Of `案件编号;金额（元,含税）` it is the semicolon only if it stands more often, so a header with separators in it is quoted.
 */
export function separatorOf(start: string): CsvSeparator {
  const counts = new Map<string, number>(SEPARATORS.map((separator) => [separator, 0]));
  let quoted = false;
  let blank = true;
  for (const character of start) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === "\n" || character === "\r")) {
      if (!blank) break;
    } else if (!quoted) {
      const count = counts.get(character);
      if (count !== undefined) counts.set(character, count + 1);
    }
    if (character.trim() !== "") blank = false;
  }
  return SEPARATORS.reduce((best, one) => ((counts.get(one) ?? 0) > (counts.get(best) ?? 0) ? one : best));
}
