import type { Readable } from "node:stream";
import type { Language } from "@evenhand/domain";

/** What the command has to do with: where it reads, where it writes, and what time it is. */
export type Surroundings = {
  readonly stdin: Readable;
  /** Resolves once there is room for more. */
  readonly out: (text: string) => Promise<void>;
  readonly err: (text: string) => void;
  /** The clock, epoch milliseconds. */
  readonly now: () => number;
  /** The language of the terminal; `--lang` has the last word. */
  readonly language: Language;
  /** The variables that say where the database is. */
  readonly env: Readonly<Record<string, string | undefined>>;
};

/**
 * The language a terminal is set to, from the variables that say so in POSIX's order; English unless it is Chinese.
 *
 * @example terminalLanguage({ LANG: "zh_CN.UTF-8" }) // "zh"
 */
export function terminalLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const set = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find(
    (value) => value !== undefined && value !== "",
  );
  return /^zh(?![a-z])/i.test(set ?? "") ? "zh" : "en";
}
