import { describe, expect, it } from "vitest";
import { HALF, addedBy, decided, done, exampleA, planText, takenText } from "../sample-ledger.ts";
import { totalBalance } from "../state/balance.ts";
import { EMPTY_LEDGER, type PersonLedger } from "../state/person-ledger.ts";
import { adjust } from "./adjust.ts";
import { closeMonth } from "./close-month.ts";
import { leave } from "./leave.ts";
import { restateBonus } from "./restate-bonus.ts";

const july = done(exampleA(), closeMonth(exampleA(), { month: "2026-07", bonusMinor: 200_000 }));

function restated(ledger: PersonLedger, bonusMinor: number): PersonLedger {
  return done(ledger, restateBonus(ledger, { month: "2026-07", bonusMinor }));
}

describe("a bonus that is restated", () => {
  it("lower, pays back in the first open month what was taken too much, and plans it again", () => {
    const result = restateBonus(july, { month: "2026-07", bonusMinor: 150_000 });
    expect(addedBy(result)).toEqual([
      "d1 carried 250.00 2026-07 from deducted back in 2026-08",
      "d1 scheduled 250.00 2026-08",
    ]);
    expect(result).toMatchObject({
      change: {
        months: [
          { month: "2026-07", capMinor: 75_000 },
          { month: "2026-08", capMinor: 75_000 },
        ],
      },
    });
  });

  it("lower, takes from the latest account first", () => {
    const two = decided(decided(EMPTY_LEDGER, { account: "d1", amountMinor: 60_000 }), {
      account: "d2",
      amountMinor: 30_000,
    });
    const closed = done(two, closeMonth(two, { month: "2026-07", bonusMinor: 200_000 }));
    const lower = restated(closed, 100_000);
    expect([takenText(lower, "d1"), takenText(lower, "d2")]).toEqual(["2026-07 500.00", ""]);
    expect([planText(lower, "d1"), planText(lower, "d2")]).toEqual(["2026-08 100.00", "2026-08 300.00"]);
  });

  it("higher, takes nothing more from the closed month", () => {
    const higher = restateBonus(july, { month: "2026-07", bonusMinor: 900_000 });
    expect(addedBy(higher)).toEqual([]);
    expect(takenText(restated(july, 900_000), "d1")).toBe("2026-07 1000.00");
  });

  it("lower and then as it was, does not take what was paid back out of the closed month again", () => {
    const back = restated(restated(july, 100_000), 200_000);
    expect(takenText(back, "d1")).toBe("2026-07 500.00");
    // Both were announced for August or earlier, and August has room again.
    expect(planText(back, "d1")).toBe("2026-08 700.00");
    expect(restated(back, 150_000).entries).toHaveLength(back.entries.length);
  });

  it("higher, brings forward what the mistyped one put off, from the first open month on", () => {
    const mistyped = done(exampleA(), closeMonth(exampleA(), { month: "2026-07", bonusMinor: 2_000 }));
    expect(planText(mistyped, "d1").split(", ")).toHaveLength(119);
    const mended = restated(mistyped, 200_000);
    expect(takenText(mended, "d1")).toBe("2026-07 10.00");
    expect(planText(mended, "d1")).toBe("2026-08 1000.00, 2026-09 190.00");
  });

  it("higher, gives nothing back though the terms became stricter meanwhile", () => {
    const stricter = done(
      july,
      adjust(july, { account: "d1", amountMinor: 120_000, terms: { ...HALF, capRate: 0.4 } }),
    );
    expect(addedBy(restateBonus(stricter, { month: "2026-07", bonusMinor: 210_000 }))).toEqual([]);
  });

  it("counts for the plan where it is the last one known", () => {
    const lower = restated(july, 20_000);
    expect(planText(lower, "d1").split(", ")).toHaveLength(11);
    const august = done(july, closeMonth(july, { month: "2026-08", bonusMinor: 200_000 }));
    expect(planText(restated(august, 150_000), "d1")).toBe("2026-09 250.00");
  });

  it("of somebody who has left, is not recoverable where it is lower", () => {
    const left = done(exampleA(), leave(exampleA(), { lastMonth: "2026-07", bonusMinor: 200_000 }));
    expect(addedBy(restateBonus(left, { month: "2026-07", bonusMinor: 100_000 }))).toEqual([
      "d1 carried 500.00 2026-07 from deducted back in 2026-08",
      "d1 settled 500.00",
    ]);
    expect(totalBalance(restated(left, 100_000))).toMatchObject({
      deductedMinor: 50_000,
      outstandingMinor: 70_000,
      notRecoverableMinor: 70_000,
    });
  });

  it("is refused for a month that is not closed", () => {
    expect(addedBy(restateBonus(july, { month: "2026-08", bonusMinor: 1 }))).toEqual(["refused: month-open"]);
    expect(addedBy(restateBonus(exampleA(), { month: "2026-07", bonusMinor: 1 }))).toEqual([
      "refused: month-open",
    ]);
  });
});
