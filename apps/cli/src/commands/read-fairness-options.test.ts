import { expect, it } from "vitest";
import { CannotGoOn } from "../cannot-go-on.ts";
import { readPart, readRank, readReference, readStep } from "./read-fairness-options.ts";

it("takes a rank by itself, or with its values, lowest first", () => {
  expect(readRank("rank")).toEqual({ fact: "rank" });
  expect(readRank("rank=worker,lead")).toEqual({ fact: "rank", order: ["worker", "lead"] });
});

it("takes one more of each list, word by word", () => {
  expect(readReference("kind=a=b", [{ fact: "site", value: "north" }])).toEqual([
    { fact: "site", value: "north" },
    { fact: "kind", value: "a=b" },
  ]);
  expect(readPart("instructed=names:instructedBy", readPart("did=owns:responsible"))).toEqual([
    { part: "did", by: "owns", fact: "responsible" },
    { part: "instructed", by: "names", fact: "instructedBy" },
  ]);
  expect(readStep("hearing=heardOn")).toEqual([{ step: "hearing", fact: "heardOn" }]);
});

it.each([
  { read: readRank, words: ["", "rank=", "=worker", "rank=worker,"] },
  { read: readReference, words: ["site", "site=", "=north"] },
  {
    read: readPart,
    words: ["did", "did=responsible", "did=has:responsible", "did=owns:", "=owns:responsible"],
  },
  { read: readStep, words: ["hearing", "hearing=", "=heardOn"] },
])("refuses $words", ({ read, words }) => {
  for (const word of words) expect(() => read(word)).toThrow(CannotGoOn);
});
