/** What the format cannot hold as it is, or the library would drop: each is written as `_xHHHH_`, which spreadsheets read. */
const UNWRITABLE =
  // eslint-disable-next-line no-control-regex -- these are the characters that are meant
  /[\0-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f\ufffd\p{Surrogate}\p{Noncharacter_Code_Point}]|_(?=x[0-9a-fA-F]{4}_)/gu;

/**
 * A text as it is handed to the writer of workbooks, so that a spreadsheet shows exactly the text that was meant: what
 * XML cannot hold is escaped as the format has it (ECMA-376, 22.9.2.19). So is the first letter of a name that every
 * object has, since the library keeps its texts under their own names in a plain object.
 *
 * `xlsxText("a\rb")` is `a_x000D_b`; `xlsxText("constructor")` is `_x0063_onstructor`.
 */
export function xlsxText(text: string): string {
  const escaped = text.replace(UNWRITABLE, escapeUnits);
  return escaped in Object.prototype ? escapeUnits(escaped.slice(0, 1)) + escaped.slice(1) : escaped;
}

function escapeUnits(characters: string): string {
  let escaped = "";
  for (let index = 0; index < characters.length; index += 1) {
    escaped += `_x${characters.charCodeAt(index).toString(16).toUpperCase().padStart(4, "0")}_`;
  }
  return escaped;
}
