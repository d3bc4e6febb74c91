/**
 * Gives for equal texts one and the same, so that a text that many decisions share, such as a pseudonym, is kept once.
 *
 * @example const one = interner(); one(first.party) // where it was seen before, the text that was seen then
 */
export function interner(): <Text extends string | null>(text: Text) => Text {
  const known = new Map<string | null, string | null>();
  return <Text extends string | null>(text: Text): Text => {
    if (!known.has(text)) known.set(text, text);
    // INVARIANT: what is known of a text is an equal one.
    return known.get(text) as Text;
  };
}
