import type { ProblemDocument } from "@evenhand/service";

/** A problem document as people read it at a terminal: what is wrong, then every place with what is wrong there. */
export function problemText({ title, errors }: ProblemDocument): string {
  const lines = errors.flatMap(({ pointer, detail, help }) => [
    `  ${pointer === "" ? "" : `${pointer}  `}${detail}`,
    ...(help === undefined ? [] : [`      ${help}`]),
  ]);
  return `${[title, ...lines].join("\n")}\n`;
}
