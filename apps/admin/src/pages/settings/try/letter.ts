/** One part of an explanation as it is read: its heading and the sentences below, each as deep as it was set in. */
export type LetterPart = {
  readonly title: string;
  readonly lines: readonly { readonly text: string; readonly depth: number }[];
};

/** The parts of an explanation that was written as text: a heading stands at the margin, what belongs to it is set in. */
export function partsOf(letter: string): readonly LetterPart[] {
  const parts: { title: string; lines: { text: string; depth: number }[] }[] = [];
  for (const line of letter.split("\n")) {
    const text = line.trim();
    if (text === "") continue;
    const depth = Math.floor((line.length - line.trimStart().length) / 2);
    if (depth === 0) parts.push({ title: text, lines: [] });
    else parts.at(-1)?.lines.push({ text, depth });
  }
  return parts;
}
