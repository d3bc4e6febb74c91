import type { Language } from "@evenhand/domain";

/**
 * The language that `--lang` asks for, wherever it stands before a lone `--`; of several the last, `undefined` where there
 * is none or it is not a language. It is found before anything else is understood, so that help and complaints about the
 * other arguments are in this language too.
 *
 * @example languageAsked(["read", "--lang", "zh", "nothing"]) // "zh"
 */
export function languageAsked(args: readonly string[]): Language | undefined {
  const end = args.indexOf("--");
  const words = end === -1 ? args : args.slice(0, end);
  const asked = words.flatMap((word, index) => {
    if (word === "--lang") return words[index + 1] ?? [];
    return word.startsWith("--lang=") ? word.slice("--lang=".length) : [];
  });
  const last = asked.at(-1);
  return last === "zh" || last === "en" ? last : undefined;
}
