import { expect, it } from "vitest";
import { ORDER } from "./merge.ts";
import { type PlaceWords, partAt, placeName } from "./place-name.ts";

const WORDS: PlaceWords = {
  language: "en",
  field: (name) => `<${name}>`,
  item: (number) => `no. ${number}`,
  row: (number) => `row ${number}`,
  order: () => "order",
};

const DOCUMENT = {
  title: { en: "Fines", zh: "罚款" },
  parameters: { closeDays: { label: { en: "Time to close", zh: "办结时限" }, value: 7 } },
  tables: {
    fines: { label: { en: "Fine tiers", zh: "罚款档次" }, rows: [{ id: "a" }, { id: "b", when: [{}, {}] }] },
  },
  rules: [{ id: "late", label: { en: "Late", zh: "迟到" } }, { id: "bare" }],
};

it.each([
  [["title", "en"], "<title> · <en>"],
  [["parameters", "closeDays", "value"], "Time to close · <value>"],
  [["parameters", "closeDays", "label", "zh"], "Time to close · <label> · <zh>"],
  [["tables", "fines", "rows", "b", "when", "1"], "Fine tiers · row 2 · <when> · no. 2"],
  [["guards"], "<guards>"],
  [["rules", "0"], "Late"],
  [["rules", "late", "rule"], "Late · <rule>"],
  [["rules", "bare"], "<rules> · no. 2"],
  [["rules", ORDER], "<rules> · order"],
  [["nothing", "there"], "nothing · there"],
])("calls %j %s", (place, name) => {
  expect(placeName(DOCUMENT, place, WORDS)).toBe(name);
});

it.each([
  ["/rules/0/when/all/0/fact", "Late"],
  ["/tables/fines/rows/1/when/0/atLeast", "Fine tiers · row 2"],
  ["/facts/case/loss/label/zh", "<facts> · <case> · loss"],
  ["/title", "<title>"],
])("the part that %s lies in is called %s", (pointer, name) => {
  expect(placeName(DOCUMENT, partAt(pointer), WORDS)).toBe(name);
});
