import { describe, expect, it } from "vitest";
import { type SampleParty, sampleCases } from "./sample-cases.ts";
import { sampleFile } from "./sample-file.ts";
import { LOSS_BANDS } from "./sample-policy.ts";

/** 2026-07-10. */
const TODAY = 20_644;

const cases = sampleCases(TODAY);
const parties = cases.flatMap((one) => one.parties);

function share(of: readonly unknown[], among: readonly unknown[]): number {
  return of.length / among.length;
}

function timesOf(all: readonly SampleParty[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { person } of all) times.set(person.staffNumber, (times.get(person.staffNumber) ?? 0) + 1);
  return times;
}

describe("the made-up cases", () => {
  it("are the same for the same day, to the byte, and move with it", () => {
    expect(sampleFile(TODAY).fileHash).toBe(sampleFile(TODAY).fileHash);
    expect(sampleFile(TODAY + 1).fileHash).not.toBe(sampleFile(TODAY).fileHash);
  });

  it("are two thousand over two years, none of them today or later", () => {
    expect(cases).toHaveLength(2000);
    const days = cases.map(({ occurredOn }) => occurredOn);
    expect(Math.min(...days)).toBeGreaterThanOrEqual(TODAY - 730);
    expect(Math.max(...days)).toBeLessThan(TODAY);
    expect(cases.filter(({ decidedOn }) => decidedOn !== null && decidedOn > TODAY)).toEqual([]);
  });

  it("are more before the turn of the year than around the Spring Festival", () => {
    const inMonth = (month: number) =>
      cases.filter(({ occurredOn }) => new Date(occurredOn * 86_400_000).getUTCMonth() === month).length;
    expect(inMonth(11)).toBeGreaterThan(2 * inMonth(1));
  });

  it("have people who come up again and again, and most who hardly do", () => {
    const times = [...timesOf(parties).values()].toSorted((one, other) => other - one);
    expect(times[0]).toBeGreaterThan(40);
    expect(times[Math.floor(times.length / 2)]).toBeLessThan(12);
    expect(parties.some(({ timesInYear }) => (timesInYear ?? 0) > 5)).toBe(true);
  });

  it("have losses with a long tail: the largest is fifty times the middle one", () => {
    const losses = cases.flatMap(({ lossAmount }) => lossAmount ?? []).toSorted((one, other) => one - other);
    expect(losses.at(-1)).toBeGreaterThan(50 * (losses[Math.floor(losses.length / 2)] ?? 0));
  });

  it("have hard ones among them: on the end of a band, unknown, with several parties, on an order, close to the deadline", () => {
    for (const end of Object.values(LOSS_BANDS))
      expect(cases.filter(({ lossAmount }) => lossAmount === end).length).toBeGreaterThan(5);
    expect(cases.filter(({ lossAmount }) => lossAmount === null).length).toBeGreaterThan(10);
    expect(parties.filter(({ timesInYear }) => timesInYear === null).length).toBeGreaterThan(10);
    expect(
      share(
        cases.filter((one) => one.parties.length > 1),
        cases,
      ),
    ).toBeGreaterThan(0.08);
    expect(parties.filter(({ instructedBy }) => instructedBy !== null).length).toBeGreaterThan(10);
    const late = cases.filter(({ reportedOn, decidedOn }) => (decidedOn ?? reportedOn) - reportedOn > 12);
    expect(late.length).toBeGreaterThan(100);
  });
});
