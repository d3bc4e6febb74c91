import type { JSX } from "solid-js";

/** Enough of a pseudonym to tell people in one case apart. */
const SHOWN_DIGITS = 8;

/**
 * Pseudonyms and commitments in a text cut to a length that people can read: `person-1f0c9a2b…`.
 * Whoever may see names is never given any.
 */
export function withShortIds(text: string): string {
  return text.replaceAll(
    /((?:person|text)-)([0-9a-f]{64})/g,
    (_, kind: string, digits: string) => `${kind}${digits.slice(0, SHOWN_DIGITS)}…`,
  );
}

/** Who somebody is, under the name or pseudonym that the reader may see; the whole of it where it was cut. */
export function ShownId(props: { readonly id: string }): JSX.Element {
  const short = (): string => withShortIds(props.id);
  return <span title={short() === props.id ? undefined : props.id}>{short()}</span>;
}
