/** An article by its number and the paragraphs within it: `21(2)` is 21 and ["2"]. */
export type Article = { readonly number: string; readonly paragraphs: readonly string[] };

/**
 * The article that somebody asks for, as they may write it: `21(2)`, `Art. 21(2)`, `§4.2`, `第21条第2款`, `第二十一条`,
 * with full-width brackets or without. Undefined where the text asks for none by number.
 *
 * @example articleAsked("第21条第2款") // { number: "21", paragraphs: ["2"] }
 */
export function articleAsked(text: string): Article | undefined {
  const plain = text
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/^(?:articles?|arts?\.?|sections?|secs?\.?|§)/i, "")
    .replace(/[〇零一二两三四五六七八九十]+(?=[条款项])/g, (digits) => String(chineseNumber(digits)))
    .replace(/(?<=条)第?(\d+)款/, "($1)")
    .replace(/第?(\d+)项/, "($1)")
    .replace(/^第?(\d+(?:\.\d+)*[a-z]?)条/i, "$1");
  return parseArticle(plain);
}

/** An article as documents write it; undefined of one that is a name. */
export function parseArticle(article: string): Article | undefined {
  const [, number, brackets = ""] = /^(\d+(?:\.\d+)*[a-z]?)((?:\([0-9a-z]+\))*)$/i.exec(article.trim()) ?? [];
  if (number === undefined) return undefined;
  return { number, paragraphs: [...brackets.matchAll(/\(([0-9a-z]+)\)/gi)].map(([, part = ""]) => part) };
}

/** Whether an article is the one that was asked for or stands within it: 21(2) within 21, and 4.2.3 within 4.2. */
export function isWithin(article: Article, asked: Article): boolean {
  const sameNumber =
    article.number === asked.number ||
    (asked.paragraphs.length === 0 && article.number.startsWith(`${asked.number}.`));
  return sameNumber && asked.paragraphs.every((part, index) => article.paragraphs[index] === part);
}

/** The order of articles in their text; names after numbers. */
export function compareArticles(one: string, other: string): number {
  const [left, right] = [parseArticle(one), parseArticle(other)];
  if (!left || !right) return Number(left === undefined) - Number(right === undefined);
  return new Intl.Collator("en", { numeric: true }).compare(one, other);
}

const DIGITS = "零一二三四五六七八九";

/** Numbers up to ninety-nine, as articles have them. */
function chineseNumber(digits: string): number {
  const valueOf = (digit: string): number =>
    Math.max(0, DIGITS.indexOf(digit.replace("两", "二").replace("〇", "零")));
  const [tens = "", units] = digits.split("十");
  if (units === undefined) return Number(digits.split("").map(valueOf).join(""));
  return (tens === "" ? 1 : valueOf(tens)) * 10 + (units === "" ? 0 : valueOf(units));
}
