import type { LocalizedText } from "@evenhand/domain";
import type { ExitCode } from "./exit-code.ts";

/** Ends the command with a sentence for the person at the terminal. Bugs are not this: they are thrown as they are. */
export class CannotGoOn extends Error {
  readonly code: ExitCode;
  readonly text: LocalizedText;
  readonly help: LocalizedText | undefined;

  constructor(
    code: ExitCode,
    text: LocalizedText,
    { help, cause }: { readonly help?: LocalizedText | undefined; readonly cause?: unknown } = {},
  ) {
    super(text.en, { cause });
    this.name = "CannotGoOn";
    this.code = code;
    this.text = text;
    this.help = help;
  }
}
