import { readFileSync } from "node:fs";
import type { Policy } from "@evenhand/domain";
import { expect, it } from "vitest";
import type { VersionDocument } from "../policy/policy-queries.ts";
import { findClauses } from "./find-clauses.ts";

const FILE = new URL("../../../../../rules/complaint-fines/v2.json", import.meta.url);
const DOCUMENTS = [
  { policy: JSON.parse(readFileSync(FILE, "utf8")) as Policy },
] as unknown as readonly VersionDocument[];

function found(text: string): readonly string[] {
  return findClauses(DOCUMENTS, text).flatMap(({ clauses }) =>
    clauses.flatMap(({ article, places }) => places.map(({ name }) => `${article}: ${name?.en ?? ""}`)),
  );
}

it("finds what has a name in either language, and nothing else that rests on the same article", () => {
  const byName = found("performance bonus that may be deducted");
  expect(byName).toEqual(["21(3): part of a month's performance bonus that may be deducted in that month"]);
  expect(found("单月可扣减的绩效奖金比例")).toEqual(byName);
  expect(found("no such name")).toEqual([]);
  expect(found("p")).toEqual([]);
});

it("finds an article with all that rests on it", () => {
  const all = found("21(3)");
  expect(all).toContain("21(3): part of a month's performance bonus that may be deducted in that month");
  expect(all.every((one) => one.startsWith("21(3)"))).toBe(true);
});
