import { vocabularyOf } from "@evenhand/policy";
import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type JsonObject, fieldsOf, itemsOf, pointerTo, valueAt } from "../../../../document/pointer.ts";
import { denied, duplicated, moved, nested, removed, unnested } from "./condition-edits.ts";
import { lineOf } from "./condition-node.ts";
import { operatorOf, questionOf, questionsFor, valueFor } from "./operators.ts";
import { soundPolicy } from "./sound-policy.ts";
import { typedLiteral, typedText } from "./typed-value.ts";

const RULES = new URL("../../../../../../../rules/", import.meta.url);
const SAMPLES = globSync("*/v*.json", { cwd: RULES }).map((file) => ({
  file,
  document: JSON.parse(readFileSync(new URL(file, RULES), "utf8")) as JsonObject,
}));

/** Where every condition tree of a document stands. */
function rootsOf(document: JsonObject): readonly string[] {
  return [
    ...itemsOf(document["rules"]).map((_, index) => `${pointerTo("rules", index)}/rule/conditions`),
    ...Object.keys(fieldsOf(document["conditions"])).map((name) => pointerTo("conditions", name)),
  ];
}

/** Every line of a tree, as the builder shows it. */
function linesIn(document: JsonObject, at: string): readonly string[] {
  const { content, body } = lineOf(valueAt(document, at), at);
  if (content.kind !== "group") return [at];
  const members = Array.from({ length: content.size }, (_, index) => `${body}/${content.of}/${index}`);
  return [at, ...members.flatMap((member) => linesIn(document, member))];
}

describe.each(SAMPLES)("the rules of $file", ({ document }) => {
  const lines = rootsOf(document).flatMap((root) => linesIn(document, root).map((at) => ({ root, at })));

  it("are all shown as what they are", () => {
    expect(lines.length).toBeGreaterThan(20);
    const other = lines.filter(({ at }) => lineOf(valueAt(document, at), at).content.kind === "other");
    expect(other).toEqual([]);
  });

  it("are the same again after a line was moved, denied or doubled, and that was taken back", () => {
    for (const { root, at } of lines) {
      const down = moved(document, at, root, 1);
      const not = denied(document, at);
      const twice = duplicated(document, at, root);
      expect([
        down ? moved(down.document, down.at, root, -1)?.document : document,
        denied(not.document, not.at).document,
        twice ? removed(twice.document, twice.at, root)?.document : document,
      ]).toEqual([document, document, document]);
    }
  });

  it("are the same again after a line was put into a group of its own and taken out of it", () => {
    const inGroups = lines.flatMap(({ root, at }) => {
      const before = at.replace(/\d+$/, (index) => String(Number(index) - 1));
      const goesIntoGroup = lineOf(valueAt(document, before), before).content.kind === "group";
      const inside = goesIntoGroup ? undefined : nested(document, at, root);
      return inside ? [{ root, inside }] : [];
    });
    expect(inGroups.length).toBeGreaterThan(10);
    for (const { root, inside } of inGroups)
      expect(unnested(inside.document, inside.at, root)?.document).toEqual(document);
  });

  it("are the same again after a comparison was shown in words and taken as it was shown", () => {
    const vocabulary = vocabularyOf(soundPolicy(document), "zh");
    const comparisons = lines.flatMap(({ at }) => {
      const { content } = lineOf(valueAt(document, at), at);
      return content.kind === "comparison" ? [content] : [];
    });
    expect(comparisons.length).toBeGreaterThan(5);
    for (const { fact, operator, value } of comparisons) {
      const entry = vocabulary.catalogue.get(fact);
      const type = entry?.type ?? "text";
      const question = questionOf({ operator, value }, type);
      const isTyped = typeof value === "number" || typeof value === "string";
      const typed = { type, vocabulary };
      expect({
        fact,
        isAskable: questionsFor(type, entry).includes(question),
        operator: operatorOf(question),
        value: valueFor(question, value),
        typed: isTyped ? typedLiteral(typedText(value, typed), typed) : value,
      }).toEqual({ fact, isAskable: true, operator, value, typed: value });
    }
  });
});
