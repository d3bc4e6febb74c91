import type { Language } from "@evenhand/domain";
import { factLabel, labelOfWord } from "./document-names.ts";
import { objectsOf } from "./objects.ts";
import type { JsonObject } from "./pointer.ts";

/** What something in a document is called, by how it is written there. */
export type NameOf = (written: string) => string;

/** What people call the facts, parts and words of a document; what has no name in it is called as it is written. */
export function namesIn(document: JsonObject, language: Language): NameOf {
  let parts: ReadonlyMap<string, string> | undefined;
  return (written) => {
    const fact = factLabel(document, written, language);
    if (fact !== written) return fact;
    parts ??= new Map(
      // Where several have one id, the first is meant.
      objectsOf(document)
        .toReversed()
        .map(({ id, name }) => [id, name[language]] as const),
    );
    const part = parts.get(written) ?? written;
    return part === written ? labelOfWord(document, written, language) : part;
  };
}

/**
 * A sentence about a document with what it names in backticks called as people call it, in quotation marks.
 *
 * @example namedText("no row of `fines` covers …", namesIn(document, "en")) // "no row of “Fine tiers” covers …"
 */
export function namedText(text: string, nameOf: NameOf): string {
  return text.replaceAll(/`([^`]+)`/g, (_, written: string) => `“${nameOf(written)}”`);
}
