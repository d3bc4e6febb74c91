import { describe, expect, it } from "vitest";
import { HALF, addedBy, decided, done, exampleA } from "../sample-ledger.ts";
import { accountBalance, totalBalance } from "../state/balance.ts";
import { EMPTY_LEDGER, type PersonLedger } from "../state/person-ledger.ts";
import { adjust } from "./adjust.ts";
import { closeMonth } from "./close-month.ts";
import { type LeaveAsk, leave } from "./leave.ts";
import { reverse } from "./reverse.ts";
import { resume, suspend } from "./suspend.ts";
import { waive } from "./waive.ts";

const inJuly: LeaveAsk = { lastMonth: "2026-07", bonusMinor: 200_000 };
/** 1,000.00 is planned in July, 800.00 in August and 900.00 from then on. */
const two = decided(exampleA(), { account: "d2", amountMinor: 150_000 });

describe("somebody who leaves", () => {
  it("pays in the last month what was planned later too, in order of accounts, within the cap", () => {
    const result = leave(two, { lastMonth: "2026-07", bonusMinor: 500_000 });
    expect(addedBy(result)).toEqual([
      "d1 carried 200.00 2026-08 from scheduled",
      "d2 carried 800.00 2026-08 from scheduled",
      "d2 carried 700.00 2026-09 from scheduled",
      "d1 scheduled 200.00 2026-07",
      "d1 deducted 1200.00 2026-07",
      "d2 scheduled 1300.00 2026-07",
      "d2 deducted 1300.00 2026-07",
      "d2 settled 200.00",
    ]);
    expect(result).toMatchObject({
      change: {
        leftIn: "2026-07",
        months: [
          { month: "2026-07", capMinor: 250_000 },
          { month: "2026-08", capMinor: 0 },
          { month: "2026-09", capMinor: 0 },
        ],
        bonuses: [{ month: "2026-07", bonusMinor: 500_000, source: "payroll" }],
      },
    });
  });

  it("keeps what is left as outstanding and not recoverable", () => {
    const left = done(two, leave(two, inJuly));
    expect(totalBalance(left)).toEqual({
      assessedMinor: 270_000,
      deductedMinor: 100_000,
      scheduledMinor: 0,
      outstandingMinor: 170_000,
      reversedMinor: 0,
      waivedMinor: 0,
      notRecoverableMinor: 170_000,
    });
    expect(left.accounts.map(({ state }) => state)).toEqual(["settled", "settled"]);
  });

  it("pays less than was planned where the last bonus is lower, to the whole minor unit", () => {
    expect(addedBy(leave(exampleA(), { lastMonth: "2026-07", bonusMinor: 180_001 }))).toEqual([
      "d1 carried 100.00 2026-07 from scheduled",
      "d1 carried 200.00 2026-08 from scheduled",
      "d1 deducted 900.00 2026-07",
      "d1 settled 300.00",
    ]);
  });

  it("pays nothing of what is suspended, blocked, past its last month or was one sum", () => {
    const one = decided(EMPTY_LEDGER, {
      account: "d1",
      amountMinor: 90_000,
      terms: { ...HALF, oneSum: true },
    });
    const part = done(one, closeMonth(one, { month: "2026-07", bonusMinor: 100_000 }));
    const past = decided(part, {
      account: "d2",
      amountMinor: 100,
      terms: { ...HALF, lastMonth: "2026-07" },
      instalments: [],
    });
    const blocked = decided(past, { account: "d3", amountMinor: 100, terms: { ...HALF, blocked: true } });
    const all = decided(blocked, { account: "d4", amountMinor: 100, isSuspended: true });
    const left = done(all, leave(all, { lastMonth: "2026-08", bonusMinor: 200_000 }));
    expect(all.accounts.map(({ account }) => accountBalance(left, account).notRecoverableMinor)).toEqual([
      40_000, 100, 100, 100,
    ]);
  });

  it("is given back first what was not recoverable, then what was deducted", () => {
    const left = done(two, leave(two, { lastMonth: "2026-07", bonusMinor: 300_000 }));
    expect(addedBy(reverse(left, { account: "d2" }))).toEqual([
      "d2 reversed 1200.00 from outstanding",
      "d2 reversed 300.00 2026-07 from deducted back in 2026-08",
    ]);
    const less = adjust(left, { account: "d2", amountMinor: 100_000, terms: HALF });
    expect(addedBy(less)).toEqual(["d2 reversed 500.00 from outstanding"]);
    expect(accountBalance(done(left, less), "d2").notRecoverableMinor).toBe(70_000);
    expect(addedBy(waive(left, { account: "d2", amountMinor: 120_000 }))).toEqual(["d2 waived 1200.00"]);
  });

  it("is planned nothing more, whatever becomes of an appeal", () => {
    const suspended = done(exampleA(), suspend(exampleA(), { account: "d1" }));
    const left = done(suspended, leave(suspended, inJuly));
    for (const command of [suspend, resume]) expect(addedBy(command(left, { account: "d1" }))).toEqual([]);
    expect(addedBy(adjust(left, { account: "d1", amountMinor: 120_001, terms: HALF }))).toEqual([
      "refused: person-left",
    ]);
  });

  it("may owe nothing at all", () => {
    const left = done(EMPTY_LEDGER, leave(EMPTY_LEDGER, inJuly));
    expect(left).toMatchObject({ leftIn: "2026-07", entries: [], accounts: [] });
  });
});

describe("a last month", () => {
  const july = done(exampleA(), closeMonth(exampleA(), { month: "2026-07", bonusMinor: 200_000 }));
  const left = done(exampleA(), leave(exampleA(), inJuly));

  it.each<[string, PersonLedger, string]>([
    ["month-closed", july, "2026-07"],
    ["month-open", july, "2026-09"],
    ["month-open", exampleA(), "2026-08"],
    ["person-left", left, "2026-08"],
  ])("is refused as %s unless it is the first open one", (code, ledger, lastMonth) => {
    expect(addedBy(leave(ledger, { lastMonth, bonusMinor: 0 }))).toEqual([`refused: ${code}`]);
  });

  it("is the first open one", () => {
    expect(addedBy(leave(july, { lastMonth: "2026-08", bonusMinor: 200_000 }))).toEqual([
      "d1 deducted 200.00 2026-08",
    ]);
  });
});
