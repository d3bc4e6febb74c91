import { createHash } from "node:crypto";
import type { Language, LocalizedText } from "@evenhand/domain";
import { type InvitationState, PASSWORD_LENGTH, type SentProblem } from "@evenhand/service";

/** What the page is to say. */
export type Page =
  | {
      readonly kind: "form";
      readonly token: string;
      readonly email: string;
      readonly name: string;
      readonly problems: readonly SentProblem[];
    }
  | { readonly kind: "done"; readonly email: string }
  | { readonly kind: "gone"; readonly state: Exclude<InvitationState["state"], "open"> }
  | { readonly kind: "failed" };

const STYLE = `
:root { color-scheme: light dark; --ink: #1f2328; --soft: #57606a; --line: #d0d7de; --paper: #ffffff; --desk: #f6f8fa; --accent: #0b57d0; --wrong: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9da7b1; --line: #3d444d; --paper: #161b22; --desk: #0d1117; --accent: #8ab4f8; --wrong: #f2b8b5; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; grid-template-rows: auto 1fr; background: var(--desk); color: var(--ink); font: 16px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; }
:lang(zh) { line-height: 1.75; }
nav { padding: 1rem 1.25rem; text-align: right; font-size: 0.9rem; }
nav a { display: inline-block; padding: 0.375rem 0.75rem; border-radius: 0.375rem; }
nav [aria-current] { color: var(--ink); text-decoration: none; font-weight: 600; }
main { align-self: start; justify-self: center; width: min(26rem, calc(100vw - 2rem)); margin: 4vh 0 2rem; padding: 2rem; background: var(--paper); border: 1px solid var(--line); border-radius: 0.75rem; }
h1 { margin: 0 0 0.5rem; font-size: 1.375rem; line-height: 1.3; }
p { margin: 0 0 1.25rem; color: var(--soft); }
p:last-child { margin-bottom: 0; }
label { display: block; margin: 0 0 0.25rem; font-weight: 600; }
input { display: block; width: 100%; margin: 0 0 1.125rem; padding: 0.625rem 0.75rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 0.375rem; }
input[readonly] { background: var(--desk); color: var(--soft); }
input:focus-visible, button:focus-visible, a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.hint { margin: -0.875rem 0 1.125rem; font-size: 0.875rem; }
button { width: 100%; min-height: 2.75rem; padding: 0.625rem; font: inherit; font-weight: 600; color: var(--paper); background: var(--accent); border: 0; border-radius: 0.375rem; cursor: pointer; }
a { color: var(--accent); }
ul { margin: 0; padding: 0 0 0 1.25rem; color: var(--soft); }
li + li { margin-top: 0.5rem; }
code { overflow-wrap: anywhere; }
[role="alert"] { margin: 0 0 1.25rem; padding: 0.75rem 1rem 0.75rem 2rem; color: var(--wrong); border: 1px solid currentColor; border-radius: 0.375rem; }
[role="alert"] li::first-letter { text-transform: uppercase; }
`;

/** The page may use its own style, which is named by its hash, and send its form back to us; nothing else. */
export const WELCOME_POLICY =
  `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; ` +
  "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** The page in one language, with a way to the other. `path` is its own address. */
export function welcomePage(
  page: Page,
  { language, path }: { readonly language: Language; readonly path: string },
): string {
  const say = (text: LocalizedText): string => escaped(text[language]);
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${say(titleOf(page))} · Evenhand</title>
<style>${STYLE}</style>
</head>
<body>
<nav aria-label="${say(LANGUAGES)}">${page.kind === "failed" || page.kind === "done" ? "" : languageLinks(language, path)}</nav>
<main>
<h1>${say(titleOf(page))}</h1>
${bodyOf(page, { say, path, language })}
</main>
</body>
</html>
`;
}

function languageLinks(language: Language, path: string): string {
  const link = (to: Language, name: string): string =>
    `<a href="${escaped(path)}?lang=${to}" lang="${to}" hreflang="${to}"${to === language ? ' aria-current="true"' : ""}>${name}</a>`;
  return `${link("zh", "中文")}${link("en", "English")}`;
}

type Speaking = {
  readonly say: (text: LocalizedText) => string;
  readonly path: string;
  readonly language: Language;
};

function titleOf(page: Page): LocalizedText {
  switch (page.kind) {
    case "form":
      return { en: "Set your password", zh: "设置密码" };
    case "done":
      return { en: "Your account is ready", zh: "账户已就绪" };
    case "gone":
      return GONE[page.state].title;
    case "failed":
      return { en: "Signing in did not succeed", zh: "登录未成功" };
  }
}

function bodyOf(page: Page, speaking: Speaking): string {
  const { say } = speaking;
  switch (page.kind) {
    case "form":
      return form(page, speaking);
    case "done":
      return `<p>${say(DONE)} <strong>${escaped(page.email)}</strong></p>\n${whatWorks(say)}`;
    case "gone":
      return `<p>${say(GONE[page.state].text)}</p>`;
    case "failed":
      return `<p>${say(FAILED)}</p>\n<p><a href="/">${say(START)}</a></p>`;
  }
}

/** Where to go now, and where what has no page of its own yet is done. */
function whatWorks(say: Speaking["say"]): string {
  return `<p><a href="/">${say(SIGN_IN)}</a></p>
<p>${say(OTHERS)}<a href="/docs">${say(API_PAGES)}</a>${say(END)}</p>`;
}

function form(page: Extract<Page, { readonly kind: "form" }>, { say, path, language }: Speaking): string {
  const problems = page.problems.map(({ message }) => `<li>${say(message)}</li>`).join("");
  const { least, most } = PASSWORD_LENGTH;
  const password = `type="password" required minlength="${least}" maxlength="${most}" autocomplete="new-password"`;
  return `<p>${say(INTRODUCTION)}</p>
${problems === "" ? "" : `<ul role="alert">${problems}</ul>`}
<form method="post" action="${escaped(path)}?lang=${language}">
<label for="email">${say(EMAIL)}</label>
<input id="email" type="email" value="${escaped(page.email)}" readonly autocomplete="username">
<label for="name">${say(NAME)}</label>
<input id="name" name="name" value="${escaped(page.name)}" required maxlength="100" autocomplete="name">
<label for="password">${say(PASSWORD)}</label>
<input id="password" name="password" ${password} aria-describedby="hint">
<p class="hint" id="hint">${say(HINT)}</p>
<label for="again">${say(AGAIN)}</label>
<input id="again" name="again" ${password}>
<button type="submit">${say(SAVE)}</button>
</form>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

const LANGUAGES = { en: "Language", zh: "语言" };
const INTRODUCTION = {
  en: "This link can be used once. You will sign in with the address below and the password you choose.",
  zh: "此链接只能使用一次。今后请用以下地址和您设置的密码登录。",
};
const EMAIL = { en: "E-mail address", zh: "电子邮箱" };
const NAME = { en: "Name", zh: "姓名" };
const PASSWORD = { en: "Password", zh: "密码" };
const HINT = {
  en: `At least ${PASSWORD_LENGTH.least} characters. A few words in a row are long and easy to keep in mind.`,
  zh: `至少${PASSWORD_LENGTH.least}个字符。几个连在一起的词语既够长，又容易记住。`,
};
const AGAIN = { en: "Password once more", zh: "再次输入密码" };
const SAVE = { en: "Set password", zh: "保存密码" };
const DONE = {
  en: "From now on, sign in with the password you chose and the address",
  zh: "今后请用所设密码和以下地址登录：",
};
const SIGN_IN = { en: "Sign in", zh: "登录" };
const OTHERS = {
  en: "The start page says what to do first. Whoever connects another system finds everything in ",
  zh: "首页列有起步事项。需要对接其他系统的，请查阅",
};
const API_PAGES = { en: "the API pages", zh: "API页面" };
const END = { en: ".", zh: "。" };
const START = { en: "Go to the start page", zh: "前往首页" };
const FAILED = {
  en: "The identity provider did not vouch for an address that has an account here, or the account is disabled. Please ask an administrator.",
  zh: "身份提供方未能证实您的地址对应本系统的账户，或账户已停用。请联系管理员。",
};

const GONE: Readonly<
  Record<
    Exclude<InvitationState["state"], "open">,
    { readonly title: LocalizedText; readonly text: LocalizedText }
  >
> = {
  unknown: {
    title: { en: "There is no such link", zh: "链接不存在" },
    text: {
      en: "Please check that the whole address was copied, or ask an administrator for a new link.",
      zh: "请确认网址已完整复制，或请管理员重新发送链接。",
    },
  },
  used: {
    title: { en: "This link was used already", zh: "链接已被使用" },
    text: {
      en: "Each link works once, and a newer one puts an end to those before it. If you did not use it yourself, tell an administrator at once.",
      zh: "每个链接只能使用一次，新链接生成后旧链接即告失效。如非您本人使用，请立即告知管理员。",
    },
  },
  expired: {
    title: { en: "This link has expired", zh: "链接已过期" },
    text: {
      en: "Links work for seven days. Please ask an administrator for a new one.",
      zh: "链接有效期为七天。请管理员重新发送链接。",
    },
  },
};
