import { expect, it } from "vitest";
import { isFault, sumOfChecks } from "./sum-of-checks.ts";

const NONE = { findings: null, proved: 0, refuted: 0, notDecided: 0 };
const CAP = { kind: "cap", ofOneCase: false } as const;
const UNIQUE = { kind: "unique" } as const;

it("keeps what an earlier check of the content refuted, where a later one looked for something else", () => {
  const later = { counts: { ...NONE, proved: 1 }, proofs: [UNIQUE], answers: ["proved"] } as const;
  const earlier = {
    counts: { ...NONE, findings: 2, refuted: 1 },
    proofs: [CAP],
    answers: ["refuted"],
  } as const;
  const sum = sumOfChecks([later, earlier]);
  expect(sum).toEqual({ findings: 2, proved: 1, refuted: 1, notDecided: 0 });
  expect(isFault(sum)).toBe(true);
});

it("counts what was asked twice once, by the answer where one of them has none", () => {
  const open = { counts: { ...NONE, findings: 1 }, proofs: [CAP, UNIQUE], answers: ["not-decided"] } as const;
  const decided = { counts: { ...NONE, findings: 1 }, proofs: [CAP], answers: ["proved"] } as const;
  for (const checks of [
    [open, decided],
    [decided, open],
  ])
    expect(sumOfChecks(checks)).toEqual({ findings: 1, proved: 1, refuted: 0, notDecided: 0 });
});

it("says that nothing was probed where nothing was", () => {
  expect(sumOfChecks([])).toEqual(NONE);
  expect(isFault(NONE)).toBe(false);
});
