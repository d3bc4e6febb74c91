import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { policyJsonSchema } from "./json-schema.ts";
import { edited } from "./validate/sample-policy.ts";

const RULES = new URL("../../../rules/", import.meta.url);
const documents = globSync("*/v*.json", { cwd: RULES }).toSorted();

/** The schema read back from what was published, so that what it says is judged and not what it was made from. */
const published = z.fromJSONSchema(
  JSON.parse(JSON.stringify(policyJsonSchema())) as Parameters<typeof z.fromJSONSchema>[0],
);

describe("the JSON Schema of a policy", () => {
  it("is of the 2020-12 kind and says where it is published", () => {
    expect(policyJsonSchema()).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "https://evenhand.dev/schemas/policy.json",
    });
  });

  it("describes every field", () => {
    expect([...fieldsWithoutDescription(policyJsonSchema(), "")]).toEqual([]);
  });

  it("is of policies, of which there are some", () => {
    expect(documents.length).toBeGreaterThan(1);
  });

  it.each(documents)("holds of %s", (document) => {
    const value: unknown = JSON.parse(readFileSync(new URL(document, RULES), "utf8"));
    expect(published.safeParse(value).error?.issues ?? []).toEqual([]);
  });

  it.each([
    ["an unknown field", { "/titel": 1 }],
    ["a missing field", { "/currency": undefined }],
    ["a path in a condition", { "/rules/1/rule/conditions/all/0/path": "$.x" }],
    ["an empty group", { "/rules/1/rule/conditions": { all: [] } }],
    ["an unknown operator", { "/rules/1/rule/conditions/all/0/operator": "matches" }],
    ["a parameter of another event", { "/rules/1/rule/event/params/level": "x" }],
    ["an id with capitals", { "/id": "Sample" }],
    ["a name with a hyphen", { "/parameters/late-fine": {} }],
    ["a gate of an unknown kind", { "/gates/0/kind": "published" }],
    ["a field of another kind of gate", { "/gates/4/act": "receivedOn" }],
    ["a gate that asks for no evidence", { "/gates/2/atLeast": 0 }],
    ["a priority of 0", { "/rules/1/rule/priority": 0 }],
  ])("does not hold of %s", (_, edits) => {
    expect(published.safeParse(edited({})).success).toBe(true);
    expect(published.safeParse(edited(edits)).success).toBe(false);
  });
});

function* fieldsWithoutDescription(schema: unknown, at: string): Generator<string> {
  if (typeof schema !== "object" || schema === null) return;
  const { properties } = schema as { readonly properties?: Readonly<Record<string, object>> };
  for (const [name, field] of Object.entries(properties ?? {})) {
    if (!("description" in field) && !("$ref" in field)) yield `${at}/${name}`;
  }
  for (const [name, inner] of Object.entries(schema)) yield* fieldsWithoutDescription(inner, `${at}/${name}`);
}
