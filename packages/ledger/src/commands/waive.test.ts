import { describe, expect, it } from "vitest";
import { addedBy, decided, done, exampleA, planText } from "../sample-ledger.ts";
import { totalBalance } from "../state/balance.ts";
import { LedgerInvariant } from "../state/invariant.ts";
import { closeMonth } from "./close-month.ts";
import { resume, suspend } from "./suspend.ts";
import { waive } from "./waive.ts";

describe("what is waived", () => {
  it("comes out of the plan from the latest month backwards", () => {
    expect(addedBy(waive(exampleA(), { account: "d1", amountMinor: 30_000 }))).toEqual([
      "d1 carried 200.00 2026-08 from scheduled",
      "d1 carried 100.00 2026-07 from scheduled",
      "d1 waived 300.00",
    ]);
  });

  it("comes out of what is outstanding first", () => {
    const suspended = done(exampleA(), suspend(exampleA(), { account: "d1" }));
    expect(addedBy(waive(suspended, { account: "d1", amountMinor: 120_000 }))).toEqual(["d1 waived 1200.00"]);
  });

  it("leaves its room to what is outstanding of others", () => {
    const waiting = decided(exampleA(), { account: "d2", amountMinor: 50_000, instalments: [] });
    const waived = done(waiting, waive(waiting, { account: "d1", amountMinor: 60_000 }));
    expect(planText(waived, "d2")).toBe("2026-07 400.00, 2026-08 100.00");
  });

  it("is never what was deducted, nor one minor unit more than is owed", () => {
    const july = done(exampleA(), closeMonth(exampleA(), { month: "2026-07", bonusMinor: 200_000 }));
    const result = waive(july, { account: "d1", amountMinor: 20_001 });
    expect(result).toMatchObject({
      refusal: {
        code: "more-than-is-owed",
        at: "",
        message: { en: "only 200.00 is still owed", zh: "尚未扣减的金额只有200.00元" },
      },
    });
    const most = done(july, waive(july, { account: "d1", amountMinor: 20_000 }));
    expect(totalBalance(most)).toMatchObject({ deductedMinor: 100_000, waivedMinor: 20_000 });
  });

  it.each([0, -1, 0.5, Number.NaN])("is an amount, unlike %d", (amountMinor) => {
    expect(() => waive(exampleA(), { account: "d1", amountMinor })).toThrow(LedgerInvariant);
  });
});

describe("an account that is suspended", () => {
  const suspended = done(exampleA(), suspend(exampleA(), { account: "d1" }));

  it("has no plan, and keeps what was deducted", () => {
    const july = done(exampleA(), closeMonth(exampleA(), { month: "2026-07", bonusMinor: 200_000 }));
    const result = suspend(july, { account: "d1" });
    expect(addedBy(result)).toEqual(["d1 carried 200.00 2026-08 from scheduled"]);
    expect(totalBalance(done(july, result))).toMatchObject({
      deductedMinor: 100_000,
      outstandingMinor: 20_000,
    });
  });

  it("is planned again from the first open month when it is resumed, after whatever took its place", () => {
    expect(planText(done(suspended, resume(suspended, { account: "d1" })), "d1")).toBe(
      planText(exampleA(), "d1"),
    );
    const other = decided(suspended, { account: "d2", amountMinor: 60_000 });
    const july = done(other, closeMonth(other, { month: "2026-07", bonusMinor: 200_000 }));
    const next = decided(july, { account: "d3", amountMinor: 90_000 });
    const resumed = done(next, resume(next, { account: "d1" }));
    expect(planText(resumed, "d1")).toBe("2026-08 100.00, 2026-09 1000.00, 2026-10 100.00");
    expect(planText(resumed, "d3")).toBe("2026-08 900.00");
  });

  it("is suspended once, and resumed once", () => {
    expect(addedBy(suspend(suspended, { account: "d1" }))).toEqual(["refused: wrong-state"]);
    expect(addedBy(resume(exampleA(), { account: "d1" }))).toEqual(["refused: wrong-state"]);
  });
});
