import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Policy } from "@evenhand/domain";
import { diffPolicies, readPolicy } from "@evenhand/policy";
import { expect, it } from "vitest";
import { type ChangedThing, groupChanges } from "./group-changes.ts";

const FILE = fileURLToPath(new URL("../../../../rules/complaint-fines/v2.json", import.meta.url));
const BEFORE = JSON.parse(readFileSync(FILE, "utf8")) as Policy;

/** The differences that an edit makes, by section. */
function groupedAfter(edit: (draft: Policy) => Policy): Readonly<Record<string, readonly ChangedThing[]>> {
  const after = edit(BEFORE);
  const reading = (policy: Policy) => readPolicy({ policy, hash: "", rules: [] }, "en");
  const groups = groupChanges(
    {
      before: BEFORE,
      after,
      changes: diffPolicies(BEFORE, after),
    },
    { before: reading(BEFORE), after: reading(after) },
  );
  return Object.fromEntries(groups.map(({ section, things }) => [section, things]));
}

function withRows(policy: Policy, edit: (rows: Rows) => Rows): Policy {
  const [[id, table] = []] = Object.entries(policy.tables);
  if (id === undefined || !table) throw new Error("the policy has no table");
  return { ...policy, tables: { [id]: { ...table, rows: edit(table.rows) } } };
}
type Rows = Policy["tables"][string]["rows"];

it("shows a row with its table, as it read before and where it is gone", () => {
  const { table = [], ...others } = groupedAfter((policy) => withRows(policy, (rows) => rows.slice(1)));
  expect(others).toEqual({});
  expect(table).toHaveLength(1);
  expect(table[0]?.before).toMatch(/slight/);
  expect(table[0]?.after).toBeUndefined();
});

it("shows no sentence for what only moved", () => {
  const { table = [] } = groupedAfter((policy) => withRows(policy, (rows) => rows.toReversed()));
  const kinds = table.flatMap(({ changes }) => changes.map(({ kind }) => kind));
  expect(new Set(kinds)).toEqual(new Set(["moved"]));
  expect(table.flatMap(({ before, after }) => [before ?? [], after ?? []].flat())).toEqual([]);
});

it("names what a changed figure reaches, with the document in which it stands", () => {
  const { parameter = [] } = groupedAfter((policy) => {
    const { closeDays } = policy.parameters;
    if (!closeDays) throw new Error("the policy has no such figure");
    return {
      ...policy,
      version: 3,
      parameters: { ...policy.parameters, closeDays: { ...closeDays, value: 9 } },
    };
  });
  expect(parameter.flatMap(({ reaches }) => reaches)).toEqual([
    expect.objectContaining({ kind: "rule", pointer: "/rules/13", side: "after" }),
  ]);
  expect([parameter[0]?.before, parameter[0]?.after]).toEqual([
    expect.stringContaining("7 calendar days"),
    expect.stringContaining("9 calendar days"),
  ]);
});

it("says a further version and its day in one sentence each", () => {
  const { header = [] } = groupedAfter((policy) => ({ ...policy, version: 3, effectiveFrom: "2027-01-01" }));
  expect(header.map(({ before, after }) => [before, after])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ]);
});

it("shows deadlines and authority apart from other rules, and things by a key that outlives their place", () => {
  const grouped = groupedAfter((policy) => ({
    ...policy,
    rules: policy.rules.toReversed().map((rule) => ({ ...rule, references: [] })),
  }));
  const stages = new Map(BEFORE.rules.map(({ id, stage }) => [`rule/${id}`, stage]));
  const stagesOf = (section: string) => new Set(grouped[section]?.map(({ key }) => stages.get(key)));
  expect(stagesOf("deadline")).toEqual(new Set(["deadline"]));
  expect(stagesOf("rule")).not.toContain("deadline");
});
