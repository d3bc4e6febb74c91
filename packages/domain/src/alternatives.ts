import type { LocalizedText } from "./text.ts";

/**
 * Names of which one is meant, as a list.
 *
 * @example alternatives(["`open`", "`decided`", "`all`"]) // { en: "`open`, `decided` or `all`", zh: "`open`、`decided`或`all`" }
 */
export function alternatives(names: readonly string[]): LocalizedText {
  const [last, ...others] = names.toReversed();
  const before = others.toReversed();
  const listed = (between: string, or: string): string =>
    before.length === 0 ? (last ?? "") : before.join(between) + or + (last ?? "");
  return { en: listed(", ", " or "), zh: listed("、", "或") };
}
