import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readPage } from "./markdown.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

type Manifest = Readonly<
  Partial<Record<"license", string> & Record<Group, Readonly<Record<string, string>>>>
>;
type Group = (typeof GROUPS)[number];
const GROUPS = ["dependencies", "devDependencies", "optionalDependencies", "overrides"] as const;

function manifest(path: string): Manifest {
  return JSON.parse(readFileSync(`${ROOT}${path}/package.json`, "utf8")) as Manifest;
}

const FOLDERS = [
  ".",
  ...["apps", "packages"].flatMap((parent) =>
    readdirSync(ROOT + parent).map((folder) => `${parent}/${folder}`),
  ),
];

/** What the packages of this repository name, those of the repository itself aside. */
function named(): readonly string[] {
  const names = FOLDERS.flatMap((folder) => {
    const found = manifest(folder);
    return GROUPS.flatMap((group) => Object.keys(found[group] ?? {}));
  });
  return [...new Set(names)].filter((name) => !name.startsWith("@evenhand/")).toSorted();
}

/** The rows of the page: what stands in the first two columns. */
function listed(text: string): ReadonlyMap<string, string> {
  const rows = [...text.matchAll(/^\| ([^|]+) \| ([^|]+) \| [^|]+ \| [^|]+ \|$/gm)];
  return new Map(
    rows.flatMap(({ 1: name = "", 2: licence = "" }) =>
      name === "what" || name === "---" ? [] : [[name, licence] as const],
    ),
  );
}

/** What a package says of itself; `undefined` where it is not installed, being for another processor. */
function licenceOf(name: string): string | undefined {
  const folder = FOLDERS.map((one) => `${one}/node_modules/${name}`).find((one) =>
    existsSync(`${ROOT}${one}/package.json`),
  );
  return folder === undefined ? undefined : manifest(folder).license;
}

describe("the page of dependencies", () => {
  const page = listed(readPage("docs/decisions/0005-dependencies.md").text);

  it("has a row for every dependency, and for no other", () => {
    expect([...page.keys()].toSorted()).toEqual(named());
  });

  it("gives the licence that each of them states", () => {
    const stated = [...page].flatMap(([name]) => {
      const licence = licenceOf(name);
      return licence === undefined ? [] : [[name, licence] as const];
    });
    expect(stated.filter(([name, licence]) => page.get(name) !== licence)).toEqual([]);
    expect([...page.keys()].filter((name) => licenceOf(name) === undefined).length).toBeLessThan(3);
  });

  it("is found to lack a row, and to have another licence", () => {
    const other = listed("| zod | GPL-3.0 | shapes | small |\n");
    expect([...other]).toEqual([["zod", "GPL-3.0"]]);
    expect(licenceOf("zod")).toBe("MIT");
  });
});
