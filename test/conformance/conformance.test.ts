import { describe, expect, it } from "vitest";
import { type CaseFile, listedExamples, readCaseFiles } from "./case.ts";
import { differences } from "./compare.ts";
import { EVALUATORS, evaluate } from "./evaluate.ts";
import { readRuleBook } from "./rule-book.ts";

const ruleBook = readRuleBook();
const files = readCaseFiles();

function versionsOf(policy: string): NonNullable<ReturnType<typeof ruleBook.get>> {
  const versions = ruleBook.get(policy);
  if (!versions) throw new Error(`rules/${policy} holds no versions`);
  return versions;
}

for (const file of files) {
  const versions = versionsOf(file.policy);
  for (const evaluator of EVALUATORS) {
    describe(`${file.policy}, ${file.title.en} (${evaluator})`, () => {
      for (const one of file.cases) {
        it(`${one.id}: ${one.title}`, async () => {
          const result = await evaluate(one, versions, evaluator);
          expect(differences(one, result)).toEqual([]);
          // INVARIANT: whichever evaluator is asked, and however often, the response is the very same.
          expect(result).toEqual(await evaluate(one, versions, "compiled"));
        });
      }
    });
  }
}

describe("the collection of cases", () => {
  it("has cases for every policy in rules/", () => {
    expect(byPolicy(files).map(([policy]) => policy)).toEqual([...ruleBook.keys()].toSorted());
  });

  it.each(byPolicy(files))("names every case of %s differently", (_, ofPolicy) => {
    const ids = ofPolicy.flatMap(({ cases }) => cases.map(({ id }) => id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it.each(byPolicy(files))(
    "shows exactly the worked examples of %s that the README lists",
    (policy, ofPolicy) => {
      const shown = ofPolicy.flatMap(({ cases }) => cases.flatMap(({ example }) => example ?? []));
      expect([...new Set(shown)].toSorted()).toEqual(listedExamples().byPolicy.get(policy));
    },
  );

  it("counts the worked examples as the README does", () => {
    const { byPolicy: listed, all } = listedExamples();
    expect([...listed.values()].reduce((sum, letters) => sum + letters.length, 0)).toBe(all);
    expect([...listed.keys()].toSorted()).toEqual([...ruleBook.keys()].toSorted());
  });
});

function byPolicy(all: readonly CaseFile[]): readonly (readonly [string, readonly CaseFile[]])[] {
  const policies = [...new Set(all.map(({ policy }) => policy))].toSorted();
  return policies.map((policy) => [policy, all.filter((file) => file.policy === policy)]);
}
