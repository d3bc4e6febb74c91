import type { Language } from "@evenhand/domain";
import { FONT_STYLESHEET_PATH, STYLESHEET_PATH } from "../assets/paths.ts";
import { type Markup, asHtml, markup } from "./markup.ts";

/** Where a document finds its style and its font; both default to where the service serves them. */
export type StyleLinks = {
  readonly stylesheetUrl?: string;
  readonly fontUrl?: string;
};

type Page = StyleLinks & {
  readonly language: Language;
  readonly title: string;
  /** Which of the documents it is, for the style sheet. */
  readonly kind: "notice" | "statement" | "announcement" | "report";
  readonly body: readonly Markup[];
};

/** A whole document. It loads nothing but its style sheets, runs nothing, and holds no style of its own. */
export function documentOf(page: Page): string {
  const {
    language,
    title,
    kind,
    body,
    stylesheetUrl = STYLESHEET_PATH,
    fontUrl = FONT_STYLESHEET_PATH,
  } = page;
  return asHtml(markup`<!doctype html>
<html lang="${LANGUAGE_TAGS[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="format-detection" content="telephone=no">
<meta name="color-scheme" content="light">
<title>${title}</title>
<link rel="stylesheet" href="${fontUrl}">
<link rel="stylesheet" href="${stylesheetUrl}">
</head>
<body>
<main class="sheet ${kind}">
${body}
</main>
</body>
</html>
`);
}

const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { en: "en-GB", zh: "zh-CN" };
