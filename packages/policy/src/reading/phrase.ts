/** A stretch of text and the place in the policy document that it was read from, as a JSON pointer. */
export type Segment = { readonly text: string; readonly pointer: string };

/** A sentence, or a part of one, that remembers where each of its words came from. */
export type Phrase = readonly Segment[];

/** Something to put into a phrase: text that takes the place of what surrounds it, or a phrase that keeps its own. */
export type Part = string | Phrase;

/**
 * A template tag: its text and plain strings come from `pointer`, phrases in it keep their own places.
 *
 * @example phraseAt("/rules/0")`${subject} is upheld` // two segments: the subject's, and " is upheld" at /rules/0
 */
export function phraseAt(
  pointer: string,
): (template: TemplateStringsArray, ...parts: readonly Part[]) => Phrase {
  return (template, ...parts) => {
    const said: Segment[] = [];
    template.forEach((text, index) => {
      append(said, [{ text, pointer }]);
      const part = parts[index];
      if (part !== undefined) append(said, typeof part === "string" ? [{ text: part, pointer }] : part);
    });
    return said;
  };
}

/**
 * What a phrase says, without its places.
 *
 * @example textOf([{ text: "the loss", pointer: "/a" }, { text: " is 0.00", pointer: "/b" }]) // "the loss is 0.00"
 */
export function textOf(phrase: Phrase): string {
  return phrase.map(({ text }) => text).join("");
}

/** How the members of a list are told apart: `last` stands before the last one. */
export type Separators = { readonly between: string; readonly last: string };

/**
 * Several phrases as one list; the separators come from `pointer`.
 *
 * @example joinPhrases([a, b, c], { between: ", ", last: " and " }, pointer) // "a, b and c"
 */
export function joinPhrases(
  phrases: readonly Phrase[],
  { between, last }: Separators,
  pointer: string,
): Phrase {
  const said: Segment[] = [];
  phrases.forEach((phrase, index) => {
    if (index > 0) append(said, [{ text: index === phrases.length - 1 ? last : between, pointer }]);
    append(said, phrase);
  });
  return said;
}

/**
 * The phrase with each of its texts changed; places stay as they are.
 *
 * @example mapText(phrase, (text) => text.replaceAll("the party", "the person"))
 */
export function mapText(phrase: Phrase, change: (text: string) => string): Phrase {
  return phrase.map(({ text, pointer }) => ({ text: change(text), pointer }));
}

/** The phrase as it opens a sentence: its first letter large. */
export function capitalised(phrase: Phrase): Phrase {
  const [first, ...rest] = phrase;
  return first
    ? [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest]
    : phrase;
}

/** The place of `key` in what stands at `pointer`, escaped as RFC 6901 asks. */
export function childPointer(pointer: string, ...keys: readonly (string | number)[]): string {
  return keys.reduce<string>(
    (at, key) => `${at}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`,
    pointer,
  );
}

/** Neighbours from one place become one segment, and nothing empty is kept. */
function append(said: Segment[], phrase: Phrase): void {
  for (const segment of phrase) {
    if (segment.text === "") continue;
    const last = said.at(-1);
    if (last?.pointer === segment.pointer)
      said[said.length - 1] = { ...last, text: last.text + segment.text };
    else said.push(segment);
  }
}
