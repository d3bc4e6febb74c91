import { flatten } from "@solid-primitives/i18n";
import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EN } from "./en.ts";
import { ZH } from "./zh.ts";

const en = textsOf(flatten(EN));
const zh = textsOf(flatten(ZH));

function textsOf(flat: object): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(flat).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

function placesIn(text: string | undefined): readonly string[] {
  return [...(text ?? "").matchAll(/\{\{ (\w+) \}\}/g)].map(([, name = ""]) => name).toSorted();
}

/** Everything in the app that may name a text. */
const CODE = globSync("**/*.{ts,tsx}", { cwd: new URL("..", import.meta.url), exclude: ["words/**"] })
  .map((file) => readFileSync(new URL(`../${file}`, import.meta.url), "utf8"))
  .join("\n");

/** The groups that texts are asked for of, such as `draftState.` by `t(\`draftState.${state}\`)`. */
const GROUPS = new Set([...CODE.matchAll(/`([\w.-]+\.)\$\{/g)].map(([, group = ""]) => group));

/** Whether a text is asked for, by its key or by a group that it is of. */
function isUsed(key: string): boolean {
  if (CODE.includes(`"${key}"`)) return true;
  return [...key.matchAll(/\./g)].some(({ index }) => GROUPS.has(key.slice(0, index + 1)));
}

describe("the two dictionaries", () => {
  it("have no text that nothing shows", () => {
    expect([...en.keys()].filter((key) => !isUsed(key))).toEqual([]);
  });

  it("have the same keys", () => {
    expect(en.size).toBeGreaterThan(50);
    expect([...zh.keys()].toSorted()).toEqual([...en.keys()].toSorted());
  });

  it("name the same things in each text", () => {
    for (const [key, text] of en) expect([key, placesIn(zh.get(key))]).toEqual([key, placesIn(text)]);
  });

  it("keep to Chinese punctuation in Chinese", () => {
    const wrong = [...zh].filter(([, text]) =>
      /[\u4e00-\u9fff]\s*[,.;:!?()]|[,;:!?()]\s*[\u4e00-\u9fff]/.test(text),
    );
    expect(wrong).toEqual([]);
  });
});
