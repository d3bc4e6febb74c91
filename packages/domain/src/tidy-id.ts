import { quote } from "./quote.ts";
import type { LocalizedText } from "./text.ts";

/** Letters, digits, and the signs that join the parts of an id. */
const WITH_A_WIDTH = /[\p{L}\p{N}－＿．／＃]/gu;

/**
 * An id as it is to be written: no blanks around it and no two together, nothing invisible, letters, digits and the signs
 * that join them in their ordinary width. Brackets stay as they are, since `（2026）沪01号` is a usual number of a case.
 *
 * `tidyId(" Ｐ１ ")` is `P1`, `tidyId("team  A")` is `team A`.
 */
export function tidyId(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFC")
    .replace(WITH_A_WIDTH, (character) => character.normalize("NFKC"))
    .replace(/[\p{Cc}\p{Cf}]/gu, (character) => (/\s/.test(character) ? " " : ""))
    .replace(/[\s\p{Z}]+/gu, " ")
    .trim()
    .normalize("NFC");
}

/**
 * What two ids have in common that people would take for one: width, letter case and blanks make no difference.
 *
 * `alikeKey("P 1")`, `alikeKey("p1")` and `alikeKey("Ｐ１")` are one.
 */
export function alikeKey(text: string): string {
  return tidyId(text.normalize("NFKC").toUpperCase().toLowerCase()).replaceAll(" ", "");
}

/** Why an id is refused that is not as `tidyId` writes it, with the one that was meant; `undefined` where it is so. */
export function untidyId(
  text: string,
): { readonly message: LocalizedText; readonly help?: LocalizedText } | undefined {
  const tidy = tidyId(text);
  if (tidy === text) return undefined;
  return {
    message: {
      en: `${quote(text)} has blanks around it or two together, something invisible, or full-width letters or digits`,
      zh: `${quote(text)}前后有空格、含连续空格或不可见字符，或使用了全角字母、数字`,
    },
    ...(tidy === "" ? {} : { help: { en: `did you mean ${quote(tidy)}?`, zh: `是不是${quote(tidy)}？` } }),
  };
}
