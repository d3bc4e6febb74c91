import type { Language } from "@evenhand/domain";

const DEFAULT_LANGUAGE: Language = "en";
/** Longer than any browser sends; what comes after is not looked at. */
const MOST_RANGES = 20;

/**
 * The language of an answer for an `Accept-Language` header (RFC 9110, 12.5.4): Chinese in any script or region, or
 * English, whichever weighs more, of equals the earlier; English where neither is wanted.
 *
 * @example languageOf("fr, zh-CN;q=0.9, en;q=0.8") // "zh"
 */
export function languageOf(header: string | undefined): Language {
  let best: { readonly language: Language; readonly weight: number } | undefined;
  for (const range of (header ?? "").split(",").slice(0, MOST_RANGES)) {
    const match = /^\s*([a-z]{1,8}|\*)(?:-[a-z0-9]{1,8})*\s*(?:;\s*q=([01](?:\.\d{1,3})?)\s*)?$/i.exec(range);
    const language = match && languageNamed(match[1]?.toLowerCase());
    const weight = match?.[2] === undefined ? 1 : Number(match[2]);
    if (language && weight > (best?.weight ?? 0)) best = { language, weight };
  }
  return best?.language ?? DEFAULT_LANGUAGE;
}

function languageNamed(primary: string | undefined): Language | undefined {
  if (primary === "*") return DEFAULT_LANGUAGE;
  return primary === "zh" || primary === "en" ? primary : undefined;
}
