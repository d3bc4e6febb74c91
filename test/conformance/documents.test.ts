import { describe, expect, it } from "vitest";
import { readDocuments } from "./rule-book.ts";

/** What the linter has to say of each document, all of it meant. Every other document: that it names no statutory guard. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  // Article 24 as written: a warning costs more than a minor demerit. Version 2 mends it.
  "complaint-fines/v1.json": ["grade-inversion", "no-guard"],
  // Under the guard of mainland China.
  "fair-attribution/v1.json": [],
  // Grades only: no money is taken from anybody, so there is nothing to guard.
  "delivery-compensation/v1.json": [],
  "property-complaints/v1.json": [],
};

describe("the documents in rules/", () => {
  const documents = readDocuments();

  it("are ten policies in eleven versions", () => {
    expect(new Set(documents.map(({ policy }) => policy)).size).toBe(10);
    expect(documents.length).toBe(11);
  });

  it.each(documents)("$path has no error and only the warnings that are meant", ({ path, validation }) => {
    expect(validation.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(validation.diagnostics.map(({ code }) => code)).toEqual(MEANT[path] ?? ["no-guard"]);
  });

  it.each(documents)("$path stands under its own name", ({ path, validation: { policy } }) => {
    expect(`${policy?.id}/v${policy?.version}.json`).toBe(path);
  });
});
