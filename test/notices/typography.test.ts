import { NOTICE_STYLESHEET } from "@evenhand/notices";
import { describe, expect, test } from "vitest";
import { textsOf } from "./html-text.ts";
import { sampleDocuments } from "./sample-documents.ts";

const CHINESE = sampleDocuments().filter(([name]) => name.endsWith("zh"));
const ENGLISH = sampleDocuments().filter(([name]) => name.endsWith("en"));

/** Breaches of Chinese typography: half-width punctuation beside Chinese, spaces between Chinese and figures. */
const BREACHES = [
  /\p{Script=Han}[,;:!?()]/u,
  /[,;:!?()]\p{Script=Han}/u,
  /\p{Script=Han} [\p{Script=Han}\d]/u,
  /\d \p{Script=Han}/u,
  /["']\p{Script=Han}|\p{Script=Han}["']/u,
];

describe.each(CHINESE)("%s", (_name, html) => {
  test("has full-width punctuation and no spaces within Chinese", () => {
    const texts = textsOf(html);
    expect(texts.filter((text) => /\p{Script=Han}/u.test(text)).length).toBeGreaterThan(10);
    expect(texts.filter((text) => BREACHES.some((breach) => breach.test(text)))).toEqual([]);
  });

  test("says no machine dates", () => {
    expect(
      textsOf(html).filter((text) => /\d{4}-\d{2}(-\d{2})?\b/.test(text) && !/[A-Za-z]/.test(text)),
    ).toEqual([]);
  });
});

describe.each(ENGLISH)("%s", (_name, html) => {
  test("has no Chinese but what people wrote, and no full-width punctuation", () => {
    const own = textsOf(html).filter((text) => !text.includes("初次发生"));
    expect(own.filter((text) => /[\p{Script=Han}，。；：（）《》、]/u.test(text))).toEqual([]);
  });

  test("says no machine dates", () => {
    expect(textsOf(html).filter((text) => /\b\d{4}-\d{2}-\d{2}\b/.test(text))).toEqual([]);
  });
});

test("nothing is set in italics or justified", () => {
  expect(NOTICE_STYLESHEET).not.toMatch(/italic|oblique|justify\b(?!-)/);
  expect(CHINESE.concat(ENGLISH).filter(([, html]) => /<(?:i|em|cite|var|dfn|address)\b/.test(html))).toEqual(
    [],
  );
});

test("a check of typography finds what it looks for", () => {
  for (const wrong of ["第3条,", "(第3条", "共 3 页", "3 页", '"品质"'])
    expect(BREACHES.some((breach) => breach.test(wrong))).toBe(true);
});
