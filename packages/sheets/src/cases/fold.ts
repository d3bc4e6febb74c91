import { foldWidth } from "@evenhand/domain";

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
