import { describe, expect, it } from "vitest";
import { articleAsked, compareArticles, isWithin, parseArticle } from "./article.ts";

describe("an article that somebody asks for", () => {
  it.each([
    "21(2)",
    " 21 (2) ",
    "21（2）",
    "Art. 21(2)",
    "article 21(2)",
    "第21条第2款",
    "第２１条第２款",
    "第二十一条第二款",
    "21条2款",
  ])("may be written %s", (text) => {
    expect(articleAsked(text)).toEqual({ number: "21", paragraphs: ["2"] });
  });

  it("may be a section, a whole article or a round number", () => {
    expect(articleAsked("§4.2.3.1(5)")).toEqual({ number: "4.2.3.1", paragraphs: ["5"] });
    expect(articleAsked("第4.2条")).toEqual({ number: "4.2", paragraphs: [] });
    expect(articleAsked("第十条")).toEqual({ number: "10", paragraphs: [] });
    expect(articleAsked("第三十条")).toEqual({ number: "30", paragraphs: [] });
  });

  it.each(["", "fines", "证据优先", "2026-07-01", "(2)"])("is none in %s", (text) => {
    expect(articleAsked(text)).toBeUndefined();
  });
});

describe("an article", () => {
  const within = (article: string, asked: string): boolean => {
    const [one, other] = [parseArticle(article), articleAsked(asked)];
    return one !== undefined && other !== undefined && isWithin(one, other);
  };

  it("stands within itself, its article and its section, and within no other", () => {
    expect([within("21(2)", "21(2)"), within("21(2)", "第21条"), within("4.2.3.1(5)", "4.2")]).toEqual([
      true,
      true,
      true,
    ]);
    expect([
      within("21(1)", "21(2)"),
      within("21", "21(2)"),
      within("2", "21"),
      within("21", "2"),
      within("4.20", "4.2"),
    ]).toEqual([false, false, false, false, false]);
  });

  it("comes in the order of its text, names last", () => {
    expect(["21(3)", "evidence first", "3", "21(1)", "19"].toSorted(compareArticles)).toEqual([
      "3",
      "19",
      "21(1)",
      "21(3)",
      "evidence first",
    ]);
  });
});
