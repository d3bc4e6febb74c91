import { describe, expect, it } from "vitest";
import { type ConformanceCase, readCaseFiles } from "./case.ts";
import { differences } from "./compare.ts";
import { EVALUATORS, evaluate } from "./evaluate.ts";
import { readRuleBook } from "./rule-book.ts";

type Decided = Extract<ConformanceCase, { readonly fired: readonly string[] }>;
type PartyEntry = { readonly party: string; readonly totalMinor?: number };

const versions = readRuleBook().get("complaint-fines") ?? [];

function exampleA(): Decided {
  const cases = readCaseFiles().flatMap(({ policy, cases: all }) =>
    policy === "complaint-fines" ? all : [],
  );
  const found = cases.find(({ example }) => example === "A");
  if (!found || !("fired" in found)) throw new Error("complaint-fines has no example A");
  return found;
}

function partiesOf({ expect: expected }: Decided): readonly PartyEntry[] {
  return expected["parties"] as readonly PartyEntry[];
}

/** Changes to what example A expects, each of which must be noticed. */
const SPOILT: Readonly<Record<string, (one: Decided) => ConformanceCase>> = {
  "an amount one fen off": (one) =>
    withParties(one, ([first, ...rest]) => [{ ...first, totalMinor: 120001 } as PartyEntry, ...rest]),
  "an instalment in another month": (one) =>
    withParties(one, ([first, ...rest]) => [
      { ...first, schedule: [{ month: "2026-07", amountMinor: 120000 }] } as PartyEntry,
      ...rest,
    ]),
  "a charged party that is not listed": (one) => withParties(one, ([first]) => (first ? [first] : [])),
  "a listed party that the case does not have": (one) =>
    withParties(one, (parties) => [...parties, { party: "P9", totalMinor: 0 }]),
  "a member that is there though it should be absent": (one) =>
    withParties(one, ([first, ...rest]) => [{ ...first, without: ["role"] } as PartyEntry, ...rest]),
  "another reason": (one) => ({
    ...one,
    fired: one.fired.map((rule) => (rule === "close-on-time" ? "close-late" : rule)),
  }),
  "a reason too few": (one) => ({ ...one, fired: one.fired.slice(1) }),
  "reasons in another order": (one) => ({ ...one, fired: one.fired.toReversed() }),
  "bearers in another order": (one) => ({
    ...one,
    expect: { ...one.expect, bearers: (one.expect["bearers"] as unknown[]).toReversed() },
  }),
  "a warning that is not given": (one) => ({
    ...one,
    expect: { ...one.expect, warnings: [{ code: "no-bonus" }] },
  }),
  "another version": (one) => ({ ...one, version: 1 }),
  "a refusal": ({ id, title, evaluatedAt, request }) => ({
    id,
    title,
    evaluatedAt,
    request,
    refusal: [{ code: "missing-fact", at: "/case/facts/lossAmount" }],
  }),
};

function withParties(
  one: Decided,
  change: (parties: readonly PartyEntry[]) => readonly PartyEntry[],
): ConformanceCase {
  return { ...one, expect: { ...one.expect, parties: change(partiesOf(one)) } };
}

describe.each(EVALUATORS)("a wrong expectation is noticed (%s)", (evaluator) => {
  it("finds no difference in example A as it stands", async () => {
    expect(differences(exampleA(), await evaluate(exampleA(), versions, evaluator))).toEqual([]);
  });

  it.each(Object.entries(SPOILT))("%s", async (_, spoil) => {
    const result = await evaluate(exampleA(), versions, evaluator);
    expect(differences(spoil(exampleA()), result)).not.toEqual([]);
  });

  it("a refusal other than the one that is expected", async () => {
    const { expect: _expected, fired: _fired, ...bare } = exampleA();
    const wrong = { ...bare, request: {}, refusal: [{ code: "unknown-field", at: "/cas" }] };
    expect(differences(wrong, await evaluate(wrong, versions, evaluator))).not.toEqual([]);
  });
});
