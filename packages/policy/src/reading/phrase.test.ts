import { describe, expect, it } from "vitest";
import { capitalised, childPointer, joinPhrases, mapText, phraseAt, textOf } from "./phrase.ts";

describe("a phrase", () => {
  const subject = phraseAt("/fact")`the loss`;

  it("keeps the place of each part, and draws neighbours from one place together", () => {
    expect(phraseAt("/operator")`${subject} is ${"at least"} ${phraseAt("/value")`5.00`}`).toEqual([
      { text: "the loss", pointer: "/fact" },
      { text: " is at least ", pointer: "/operator" },
      { text: "5.00", pointer: "/value" },
    ]);
  });

  it("holds nothing empty", () => {
    expect(phraseAt("/a")`${""}${subject}${[]}`).toEqual(subject);
    expect(phraseAt("/a")`${""}`).toEqual([]);
  });

  it("joins a list with its own last separator", () => {
    const three = ["a", "b", "c"].map((text) => phraseAt(`/${text}`)`${text}`);
    expect(textOf(joinPhrases(three, { between: ", ", last: " and " }, "/list"))).toBe("a, b and c");
    expect(textOf(joinPhrases(three.slice(0, 1), { between: ", ", last: " and " }, "/list"))).toBe("a");
    expect(joinPhrases([], { between: ", ", last: " and " }, "/list")).toEqual([]);
  });

  it("opens a sentence and changes its words in place", () => {
    expect(capitalised(subject)).toEqual([{ text: "The loss", pointer: "/fact" }]);
    expect(capitalised([])).toEqual([]);
    expect(mapText(subject, (text) => text.replace("loss", "cost"))).toEqual([
      { text: "the cost", pointer: "/fact" },
    ]);
  });

  it("escapes what a pointer may not hold", () => {
    expect(childPointer("/rules", 3, "a/b", "c~d")).toBe("/rules/3/a~1b/c~0d");
  });
});
