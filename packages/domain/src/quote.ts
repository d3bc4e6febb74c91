const LONGEST_QUOTE = 60;

/** What stands for a person or a text where it is stored; only the whole of it can be opened on the way out. */
const TOKEN = /^(?:person|text)-[0-9a-f]{64}$/;

/**
 * Something a user wrote, as messages show it: in backticks, shortened to 60 characters, with characters that are
 * invisible or that would change what stands around them written as `\u` escapes.
 *
 * The name `lossAmout` and a line break after it come out as `` `lossAmout\u000a` ``.
 */
export function quote(text: string): string {
  const isShort = text.length <= LONGEST_QUOTE || TOKEN.test(text);
  const shown = isShort ? text : `${text.slice(0, LONGEST_QUOTE - 1)}…`;
  return `\`${shown.toWellFormed().replace(/[`\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escapeOf)}\``;
}

function escapeOf(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
}
