/**
 * A text with the full-width forms of ASCII made ordinary, as people type both: `１，２００．００` becomes `1,200.00`. Only
 * those; a superscript stays what it is, since `10²` is not 102.
 */
export function foldWidth(text: string): string {
  return text
    .replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll("\u3000", " ")
    .replaceAll("￥", "¥");
}
