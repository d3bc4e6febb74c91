import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { EVALUATORS } from "./identity.ts";

function manifest(url: URL | string): { readonly version: string; readonly name: string } {
  return JSON.parse(readFileSync(url, "utf8")) as ReturnType<typeof manifest>;
}

/** The package that is really loaded, wherever it is installed. */
function installed(name: string): ReturnType<typeof manifest> {
  const found = (folder: string): ReturnType<typeof manifest> => {
    try {
      const read = manifest(`${folder}/package.json`);
      if (read.name === name) return read;
    } catch {
      // Not every folder on the way up holds a manifest.
    }
    if (folder === dirname(folder)) throw new Error(`no package ${name}`);
    return found(dirname(folder));
  };
  return found(dirname(createRequire(import.meta.url).resolve(name)));
}

describe("the evaluators' identity", () => {
  it("is the version of this package, so that a change of it shows in every decision", () => {
    const { version } = manifest(new URL("../package.json", import.meta.url));
    expect(EVALUATORS.compiled).toBe(`evenhand-compiled/${version}`);
  });

  it("is the version of json-rules-engine that is installed", () => {
    expect(EVALUATORS.reference).toBe(`json-rules-engine/${installed("json-rules-engine").version}`);
  });
});
