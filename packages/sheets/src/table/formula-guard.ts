/** What makes a spreadsheet take a text for a formula, in either width, after any apostrophes of our own. */
const LIKE_A_FORMULA = /^'*[=+\-@\t\r\0＝＋－＠]/;

/**
 * A text as it may stand in a CSV file: one that a spreadsheet would take for a formula begins with an apostrophe. One
 * that already begins with apostrophes before such a character gets another, so that `unguarded` gives back the text
 * exactly.
 *
 * `guarded("=1+1")` is `'=1+1`; `guarded("生产部")` is `生产部`.
 */
export function guarded(text: string): string {
  return LIKE_A_FORMULA.test(text) ? `'${text}` : text;
}

/** The text that `guarded` was given. An apostrophe before anything else stays: `'tis` is `'tis`. */
export function unguarded(text: string): string {
  return text.startsWith("'") && LIKE_A_FORMULA.test(text) ? text.slice(1) : text;
}
