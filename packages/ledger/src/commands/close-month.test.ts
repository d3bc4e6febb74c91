import { describe, expect, it } from "vitest";
import { HALF, addedBy, decided, done, exampleA, planText, takenText } from "../sample-ledger.ts";
import { accountBalance, totalBalance } from "../state/balance.ts";
import { LedgerInvariant } from "../state/invariant.ts";
import { EMPTY_LEDGER, type PersonLedger } from "../state/person-ledger.ts";
import { closeMonth } from "./close-month.ts";
import { leave } from "./leave.ts";
import { suspend } from "./suspend.ts";

function closed(ledger: PersonLedger, month: string, bonusMinor: number): PersonLedger {
  return done(ledger, closeMonth(ledger, { month, bonusMinor }));
}

describe("closing a payroll month", () => {
  it("takes what was planned", () => {
    const july = closeMonth(exampleA(), { month: "2026-07", bonusMinor: 200_000 });
    expect(addedBy(july)).toEqual(["d1 deducted 1000.00 2026-07"]);
    const both = closed(done(exampleA(), july), "2026-08", 200_000);
    expect(takenText(both, "d1")).toBe("2026-07 1000.00, 2026-08 200.00");
    expect(totalBalance(both)).toMatchObject({
      deductedMinor: 120_000,
      scheduledMinor: 0,
      outstandingMinor: 0,
    });
  });

  it("takes only what the real bonus has room for, and moves the rest on", () => {
    const july = closeMonth(exampleA(), { month: "2026-07", bonusMinor: 150_000 });
    expect(addedBy(july)).toEqual([
      "d1 deducted 750.00 2026-07",
      "d1 carried 250.00 2026-07 from scheduled",
      "d1 scheduled 250.00 2026-08",
    ]);
    expect(july.change.months).toEqual([
      { month: "2026-07", capMinor: 75_000 },
      { month: "2026-08", capMinor: 75_000 },
    ]);
    expect(planText(done(exampleA(), july), "d1")).toBe("2026-08 450.00");
  });

  it("never takes more than was planned, however high the bonus", () => {
    const july = closed(exampleA(), "2026-07", 900_000);
    expect(takenText(july, "d1")).toBe("2026-07 1000.00");
    expect(planText(july, "d1")).toBe("2026-08 200.00");
  });

  it("takes the whole minor units of the cap, not one more", () => {
    expect(takenText(closed(exampleA(), "2026-07", 150_001), "d1")).toBe("2026-07 750.00");
    expect(takenText(closed(exampleA(), "2026-07", 150_002), "d1")).toBe("2026-07 750.01");
  });

  it("plans nothing where the bonus was nothing, and plans again once there is one", () => {
    const none = closed(exampleA(), "2026-07", 0);
    expect(totalBalance(none)).toMatchObject({
      deductedMinor: 0,
      scheduledMinor: 0,
      outstandingMinor: 120_000,
    });
    const next = closed(none, "2026-08", 200_000);
    expect(takenText(next, "d1")).toBe("");
    expect(planText(next, "d1")).toBe("2026-09 1000.00, 2026-10 200.00");
  });

  it("trims later months to the bonus that is now known, from the latest account backwards", () => {
    const two = decided(exampleA(), { account: "d2", amountMinor: 150_000 });
    expect(planText(two, "d2")).toBe("2026-08 800.00, 2026-09 700.00");
    const july = closeMonth(two, { month: "2026-07", bonusMinor: 100_000 });
    expect(addedBy(july)).toEqual([
      "d1 deducted 500.00 2026-07",
      "d1 carried 500.00 2026-07 from scheduled",
      "d2 carried 500.00 2026-08 from scheduled",
      "d2 carried 200.00 2026-09 from scheduled",
      "d1 scheduled 500.00 2026-10",
      "d2 scheduled 500.00 2026-11",
      "d2 scheduled 200.00 2026-12",
    ]);
    expect(planText(done(two, july), "d1")).toBe("2026-08 200.00, 2026-10 500.00");
    expect(planText(done(two, july), "d2")).toBe(
      "2026-08 300.00, 2026-09 500.00, 2026-11 500.00, 2026-12 200.00",
    );
  });

  it("brings forward what a weak month put off, once the next bonus has room again", () => {
    const weak = closed(exampleA(), "2026-07", 2_000);
    expect(planText(weak, "d1").split(", ")).toHaveLength(119);
    const august = closed(weak, "2026-08", 200_000);
    expect(takenText(august, "d1")).toBe("2026-07 10.00, 2026-08 10.00");
    expect(planText(august, "d1")).toBe("2026-09 1000.00, 2026-10 180.00");
  });

  it("brings forward no more than a bonus that has recovered in part has room for", () => {
    const august = closed(closed(exampleA(), "2026-07", 2_000), "2026-08", 100_000);
    expect(planText(august, "d1")).toBe("2026-09 500.00, 2026-10 500.00, 2026-11 180.00");
  });

  it("brings nothing forward before it was once announced, however high the bonus", () => {
    const slow = decided(EMPTY_LEDGER, { account: "d1", amountMinor: 60_000, bonusMinor: 40_000 });
    expect(planText(closed(slow, "2026-07", 900_000), "d1")).toBe("2026-08 200.00, 2026-09 200.00");
    const weak = closed(closed(slow, "2026-07", 2_000), "2026-08", 900_000);
    // 600.00 were announced to be through by September, of which 20.00 are.
    expect(planText(weak, "d1")).toBe("2026-09 580.00");
    const longer = decided(EMPTY_LEDGER, { account: "d1", amountMinor: 100_000, bonusMinor: 40_000 });
    const later = closed(closed(longer, "2026-07", 2_000), "2026-08", 900_000);
    expect(planText(later, "d1")).toBe("2026-09 580.00, 2026-10 200.00, 2026-11 200.00");
  });

  it("brings forward in order of accounts, and takes no room from what stands where it was announced", () => {
    const two = decided(exampleA(), { account: "d2", amountMinor: 150_000 });
    const weak = closed(two, "2026-07", 2_000);
    const august = closed(weak, "2026-08", 200_000);
    // September keeps the 10.00 of the second, which were announced for it.
    expect(planText(august, "d1")).toBe("2026-09 990.00, 2026-10 190.00");
    expect(planText(august, "d2")).toBe("2026-09 10.00, 2026-10 810.00, 2026-11 680.00");
    const later = decided(weak, { account: "d3", amountMinor: 50_000, startsIn: "2026-08" });
    expect(planText(later, "d3")).toBe(planText(closed(later, "2026-08", 200_000), "d3"));
  });

  it("brings one sum forward whole or not at all", () => {
    const terms = { ...HALF, oneSum: true };
    const before = decided(EMPTY_LEDGER, { account: "d1", amountMinor: 30_000 });
    const two = decided(before, { account: "d2", amountMinor: 60_000, terms });
    const weak = closed(two, "2026-07", 0);
    const august = closed(weak, "2026-08", 120_000);
    expect([planText(august, "d1"), planText(august, "d2")]).toEqual(["2026-09 300.00", "2026-10 600.00"]);
    const september = closed(august, "2026-09", 40_000);
    expect([planText(september, "d1"), planText(september, "d2")]).toEqual(["2026-10 100.00", ""]);
    const october = closed(september, "2026-10", 900_000);
    expect([planText(october, "d1"), planText(october, "d2")]).toEqual(["", "2026-11 600.00"]);
  });

  it("takes in order of accounts, each under the lowest ceiling of what was taken before it", () => {
    const loose = decided(EMPTY_LEDGER, {
      account: "d1",
      amountMinor: 70_000,
      terms: { ...HALF, capRate: 0.4 },
    });
    const both = decided(loose, { account: "d2", amountMinor: 10_000 });
    expect(planText(both, "d2")).toBe("2026-07 100.00");
    // 40% of 1,900.00 leaves room for 60.00 beside 700.00.
    expect(takenText(closed(both, "2026-07", 190_000), "d2")).toBe("2026-07 60.00");
    const other = decided(decided(EMPTY_LEDGER, { account: "d1", amountMinor: 70_000 }), {
      account: "d2",
      amountMinor: 10_000,
      terms: { ...HALF, capRate: 0.4 },
    });
    // 50% of 1,500.00 takes the 700.00; 40% of it has no room any more.
    const july = closed(other, "2026-07", 150_000);
    expect([takenText(july, "d1"), takenText(july, "d2"), planText(july, "d2")]).toEqual([
      "2026-07 700.00",
      "",
      "2026-08 100.00",
    ]);
  });

  it("runs over the turn of the year like over any other", () => {
    const december = decided(EMPTY_LEDGER, { account: "d1", amountMinor: 120_000, startsIn: "2026-12" });
    expect(planText(closed(december, "2026-12", 180_000), "d1")).toBe("2027-01 300.00");
  });

  it("takes nothing of what is suspended", () => {
    const suspended = done(exampleA(), suspend(exampleA(), { account: "d1" }));
    expect(totalBalance(closed(suspended, "2026-07", 200_000))).toMatchObject({
      deductedMinor: 0,
      outstandingMinor: 120_000,
    });
  });

  it("leaves outstanding what is left of one sum, and plans it whole in one month where nothing was taken", () => {
    const terms = { ...HALF, oneSum: true };
    const one = decided(EMPTY_LEDGER, { account: "d1", amountMinor: 90_000, terms });
    const part = closed(one, "2026-07", 150_000);
    expect(accountBalance(part, "d1")).toMatchObject({ deductedMinor: 75_000, outstandingMinor: 15_000 });
    expect(totalBalance(closed(part, "2026-08", 900_000))).toMatchObject({ scheduledMinor: 0 });
    const none = closed(closed(one, "2026-07", 0), "2026-08", 200_000);
    expect(planText(none, "d1")).toBe("2026-09 900.00");
  });

  it("plans nothing beyond the last month of the terms", () => {
    const terms = { ...HALF, lastMonth: "2026-08" };
    const july = closed(
      decided(EMPTY_LEDGER, { account: "d1", amountMinor: 180_000, terms }),
      "2026-07",
      150_000,
    );
    expect(accountBalance(july, "d1")).toMatchObject({ scheduledMinor: 75_000, outstandingMinor: 30_000 });
  });

  it("plans at most 600 months ahead, the rest as they go by", () => {
    const long = decided(EMPTY_LEDGER, { account: "d1", amountMinor: 700, bonusMinor: 2 });
    expect(accountBalance(long, "d1")).toMatchObject({ scheduledMinor: 600, outstandingMinor: 100 });
    expect(accountBalance(closed(long, "2026-07", 2), "d1")).toMatchObject({
      deductedMinor: 1,
      scheduledMinor: 600,
      outstandingMinor: 99,
    });
  });

  it("takes nothing from somebody who has left, and gives back what their last month took too much", () => {
    const left = done(exampleA(), leave(exampleA(), { lastMonth: "2026-07", bonusMinor: 200_000 }));
    const same = closeMonth(left, { month: "2026-07", bonusMinor: 200_000 });
    expect(addedBy(same)).toEqual([]);
    const lower = closeMonth(left, { month: "2026-07", bonusMinor: 180_000 });
    expect(addedBy(lower)).toEqual([
      "d1 carried 100.00 2026-07 from deducted back in 2026-08",
      "d1 settled 100.00",
    ]);
    expect(addedBy(closeMonth(done(left, lower), { month: "2026-08", bonusMinor: 0 }))).toEqual([]);
  });

  it("is a fault of ours twice, out of order, or past a month that holds a plan", () => {
    const july = closed(exampleA(), "2026-07", 200_000);
    for (const month of ["2026-07", "2026-06"])
      expect(() => closeMonth(july, { month, bonusMinor: 1 })).toThrow(LedgerInvariant);
    expect(() => closeMonth(exampleA(), { month: "2026-08", bonusMinor: 1 })).toThrow(LedgerInvariant);
    expect(() => closeMonth(exampleA(), { month: "2026-13", bonusMinor: 1 })).toThrow(LedgerInvariant);
    expect(() => closeMonth(exampleA(), { month: "2026-07", bonusMinor: -1 })).toThrow(LedgerInvariant);
  });
});
