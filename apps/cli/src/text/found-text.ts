import type { Language, Problem } from "@evenhand/domain";
import { EVIDENCE_SAYS } from "./evidence-texts.ts";

/** What does not hold, as people read it at a terminal: where, what, and how many in all. */
export function foundText(problems: readonly Problem[], language: Language): string {
  const lines = problems.flatMap(({ code, at, message, help }) => [
    `${code}${at === "" ? "" : `  ${at}`}`,
    `    ${message[language]}`,
    ...(help ? [`    ${help[language]}`] : []),
  ]);
  return `${[...lines, EVIDENCE_SAYS.problems[language](problems.length)].join("\n")}\n`;
}
