import type { Language } from "@evenhand/domain";
import { Help, type HelpConfiguration, type Option } from "commander";
import { HEADINGS } from "./help-texts.ts";

/** How `--help` is laid out in a language: its headings, and what an option is where it is not given. */
export function helpIn(language: Language): HelpConfiguration {
  return {
    showGlobalOptions: true,
    styleTitle: (title) => HEADINGS[title]?.[language] ?? title,
    optionDescription: (option) => option.description + defaultOf(option, language),
    // A full-width colon stands with nothing behind it; the library puts a space behind every heading on a line with text.
    formatHelp: (command, helper) => new Help().formatHelp(command, helper).replace("： ", "："),
  };
}

function defaultOf({ defaultValue, defaultValueDescription }: Option, language: Language): string {
  // That a switch is off unless it is given need not be said.
  if (defaultValue === undefined || typeof defaultValue === "boolean") return "";
  const shown = defaultValueDescription ?? String(defaultValue);
  return language === "zh" ? `（默认：${shown}）` : ` (default: ${shown})`;
}
