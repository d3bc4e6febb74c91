/**
 * A text as one word of a POSIX shell, whatever is in it: nothing in it is expanded or run.
 *
 * @example shellQuoted("it's $HOME") // 'it'\''s $HOME'
 */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
