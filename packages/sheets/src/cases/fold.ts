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

/**
 * What two names have in common that people would call the same: case, width, blanks, hyphens and underscores make no
 * difference. `Loss_Amount` and `ｌｏｓｓ amount` have one key.
 */
export function nameKey(text: string): string {
  return foldWidth(text)
    .toLowerCase()
    .replace(/[\s_-]+/g, "");
}

/** A header without what stands in brackets, and that. Of `损失金额（元）` they are `损失金额` and `元`. */
export function splitBrackets(header: string): {
  readonly name: string;
  readonly remarks: readonly string[];
} {
  const remarks: string[] = [];
  const name = foldWidth(header).replace(
    /\(([^()]*)\)|\[([^[\]]*)\]|【([^【】]*)】|〔([^〔〕]*)〕/g,
    (_, ...groups: unknown[]) => {
      const inside = groups.find((group) => typeof group === "string");
      if (typeof inside === "string" && inside.trim() !== "") remarks.push(inside.trim());
      return "";
    },
  );
  return { name, remarks };
}
