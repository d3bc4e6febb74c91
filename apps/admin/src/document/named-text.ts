import type { Language } from "@evenhand/domain";
import { factLabel, labelOfWord } from "./document-names.ts";
import { objectsOf } from "./objects.ts";
import type { JsonObject } from "./pointer.ts";

/**
 * A sentence about a document with what it names in backticks called as people call it, in quotation marks. What has no
 * name in the document stands as it is written.
 *
 * @example namedText("no row of `fines` covers …", document, "en") // "no row of “Fine tiers” covers …"
 */
export function namedText(text: string, document: JsonObject, language: Language): string {
  const parts = objectsOf(document);
  const nameOf = (written: string): string => {
    const fact = factLabel(document, written, language);
    if (fact !== written) return fact;
    const part = parts.find(({ id }) => id === written);
    return part && part.name[language] !== written
      ? part.name[language]
      : labelOfWord(document, written, language);
  };
  return text.replaceAll(/`([^`]+)`/g, (_, written: string) => `“${nameOf(written)}”`);
}
