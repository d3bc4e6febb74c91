import { expect, it } from "vitest";
import { ORDER } from "../../document/merge.ts";
import { type PlaceWords, placeName } from "./place-name.ts";

const WORDS: PlaceWords = {
  language: "en",
  field: (name) => `<${name}>`,
  item: (number) => `no. ${number}`,
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
  [["tables", "fines", "rows", "b", "when", "1"], "Fine tiers · <rows> · no. 2 · <when> · no. 2"],
  [["rules", "0"], "Late"],
  [["rules", "late", "rule"], "Late · <rule>"],
  [["rules", "bare"], "<rules> · no. 2"],
  [["rules", ORDER], "<rules> · order"],
  [["nothing", "there"], "nothing · there"],
])("calls %j %s", (place, name) => {
  expect(placeName(DOCUMENT, place, WORDS)).toBe(name);
});
