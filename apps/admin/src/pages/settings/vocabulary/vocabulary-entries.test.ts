import { readFileSync } from "node:fs";
import type { Policy } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { entriesOf, isFound } from "./vocabulary-entries.ts";

const FINES = JSON.parse(
  readFileSync(new URL("../../../../../../rules/complaint-fines/v2.json", import.meta.url), "utf8"),
) as Policy;

/** The same policy under another name, with its loss called otherwise. */
const RENAMED: Policy = {
  ...FINES,
  id: "other-fines",
  facts: {
    ...FINES.facts,
    case: { ...FINES.facts.case, lossAmount: { type: "money", label: { en: "damage", zh: "损害" } } },
  },
};

describe("the vocabulary of all policies", () => {
  const entries = entriesOf([FINES, RENAMED]);
  const entry = (name: string) => entries.find((one) => one.name === name);

  it("has each fact once, with every policy that declares it and where in the document", () => {
    expect(entry("complaintKind")?.uses.map(({ policy, pointer }) => [policy, pointer])).toEqual([
      ["complaint-fines", "/facts/case/complaintKind"],
      ["other-fines", "/facts/case/complaintKind"],
    ]);
    expect(entries.map(({ name }) => name)).toEqual(entries.map(({ name }) => name).toSorted());
  });

  it("marks a fact that policies call or type otherwise, whatever the order of fields", () => {
    expect(entry("lossAmount")?.differs).toEqual(["label"]);
    expect(entry("complaintKind")?.differs).toEqual([]);
    const { en, zh } = FINES.title;
    const turned = { ...FINES, id: "turned", title: { zh, en } };
    expect(entriesOf([FINES, turned]).filter(({ differs }) => differs.length > 0)).toEqual([]);
  });

  it("names the rules and tables that read a fact, a table once", () => {
    const [use] = entry("complaintKind")?.uses ?? [];
    const names = use?.readBy.map(({ pointer }) => pointer) ?? [];
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
  });

  it("says what the engine itself reads a fact for", () => {
    expect(entry("lossAmount")?.uses[0]?.servesAs).toEqual(["loss"]);
    expect(entry("monthlyBonus")?.uses[0]?.servesAs).toEqual(["cap"]);
    expect(entry("receivedOn")?.uses[0]?.servesAs).toEqual(["version"]);
  });

  it("is searched by key, English, Chinese and the names of values", () => {
    const found = (text: string) => entries.filter((one) => isFound(one, text)).map(({ name }) => name);
    expect(found("LOSSAMOUNT")).toContain("lossAmount");
    expect(found("损害")).toEqual(["lossAmount"]);
    expect(found("Damage in transport")).toContain("complaintKind");
    expect(found("nothing is called so")).toEqual([]);
  });
});
