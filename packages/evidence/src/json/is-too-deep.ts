/** Levels of objects and arrays that anything here may have: what is deeper was never written by Evenhand. */
export const MOST_LEVELS = 256;

/**
 * Whether a text, read as JSON, has more levels than may be handed to code that recurses. Linear, and right of texts
 * that are not JSON too: they only count more.
 */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === "\\") at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "{" || character === "[") {
      depth += 1;
      if (depth > MOST_LEVELS) return true;
    } else if (character === "}" || character === "]") depth -= 1;
  }
  return false;
}
