import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readConfig } from "@evenhand/api";
import { describe, expect, it } from "vitest";
import { sourcePaths } from "../../tools/check-layout.ts";
import { readPage, sectionsOf } from "./markdown.ts";

const PAGE = readPage("docs/reference/configuration.md");
const ROOT = fileURLToPath(new URL("../../", import.meta.url));

type Row = {
  readonly name: string;
  readonly usual: string;
  readonly example: string;
  readonly meaning: string;
};

/** The rows of the table under a heading. */
function rowsOf(heading: string): readonly Row[] {
  const text = sectionsOf(PAGE).find(({ title }) => title === heading)?.text ?? "";
  const lines = text.split("\n").filter((line) => line.startsWith("| `"));
  return lines.map((line) => {
    const [name = "", usual = "", example = "", meaning = ""] = line.slice(2, -2).split(" | ");
    return { name: codeIn(name) ?? "", usual, example: codeIn(example) ?? "", meaning };
  });
}

/** What a cell holds where that is one piece of code and nothing else. */
function codeIn(cell: string): string | undefined {
  return /^`([^`]+)`$/.exec(cell)?.[1];
}

/** The variables that the program asks its environment for. */
function namesRead(): readonly string[] {
  const asked = new Set<string>();
  readConfig(
    new Proxy<Record<string, string>>(
      {},
      {
        get: (_, name) => {
          asked.add(String(name));
          return undefined;
        },
      },
    ),
  );
  return [...asked].toSorted();
}

/** What the program makes of an environment, or why it cannot. */
function readOrSay(env: Readonly<Record<string, string>>): object | string {
  try {
    return readConfig(env);
  } catch (error) {
    return (error as Error).message;
  }
}

const ENGLISH = rowsOf("Variables");
const CHINESE = rowsOf("环境变量");

describe("the page of configuration", () => {
  it("has every variable that the program reads, and no other, in both languages", () => {
    expect(namesRead().length).toBeGreaterThan(10);
    expect(ENGLISH.map(({ name }) => name).toSorted()).toEqual(namesRead());
    expect(CHINESE.map(({ name }) => name)).toEqual(ENGLISH.map(({ name }) => name));
  });

  it("says the same default and example in both languages", () => {
    expect(CHINESE.map(({ example }) => example)).toEqual(ENGLISH.map(({ example }) => example));
    expect(CHINESE.map(({ usual }) => codeIn(usual))).toEqual(ENGLISH.map(({ usual }) => codeIn(usual)));
    for (const { meaning } of [...ENGLISH, ...CHINESE]) expect(meaning.length).toBeGreaterThan(5);
  });

  it.each(ENGLISH.flatMap(({ name, usual }) => (codeIn(usual) === undefined ? [] : [{ name, usual }])))(
    "$name is $usual where it is not set",
    ({ name, usual }) => {
      expect(readConfig({ [name]: codeIn(usual) })).toEqual(readConfig({}));
    },
  );

  it.each(ENGLISH.map(({ name, example }) => ({ name, example })))(
    "$name may be $example, which makes a difference",
    ({ name, example }) => {
      const left = name === "OIDC_CLIENT_SECRET" ? "OIDC_CLIENT_SECRET_FILE" : "OIDC_CLIENT_SECRET";
      const others = ENGLISH.filter((row) => row.name !== name && row.name !== left);
      const env = Object.fromEntries(others.map((row) => [row.name, row.example]));
      const without = readOrSay(env);
      expect(readConfig({ ...env, [name]: example })).not.toEqual(without);
      // Without some, the others do not go together, and the program says which one is missing or wrong.
      const isNeeded = /^(?:HTTPS|OIDC_)/.test(name);
      const said = typeof without === "string" ? without : "";
      expect(/^(?:PUBLIC_URL|OIDC_[A-Z_]+) is /.test(said)).toBe(isNeeded);
    },
  );

  it("is all there is: nothing but the program itself looks at the environment", () => {
    const looking = sourcePaths(ROOT).filter(
      (path) =>
        /^(?:apps\/api|packages\/[a-z]+)\/src\//.test(path) &&
        !path.endsWith(".test.ts") &&
        /\bprocess\.env\b|\bimport\.meta\.env\b/.test(readFileSync(ROOT + path, "utf8")),
    );
    expect(looking).toEqual(["apps/api/src/main.ts"]);
    expect(readFileSync(`${ROOT}apps/api/src/main.ts`, "utf8").match(/process\.env/g)).toHaveLength(1);
  });
});
