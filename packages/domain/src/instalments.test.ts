import { describe, expect, it } from "vitest";
import { parseMonth } from "./date.ts";
import { planInstalments } from "./instalments.ts";

const fromMonth = parseMonth("2026-11") ?? 0;

describe("planInstalments", () => {
  it("takes the room of each month until nothing remains, over the turn of the year", () => {
    expect(planInstalments({ amountMinor: 250, fromMonth, months: 600, roomIn: () => 100 })).toEqual({
      schedule: [
        { month: "2026-11", amountMinor: 100 },
        { month: "2026-12", amountMinor: 100 },
        { month: "2027-01", amountMinor: 50 },
      ],
      outstandingMinor: 0,
    });
  });

  it("passes over a month without room", () => {
    const roomIn = (month: number): number => (month === fromMonth ? -5 : 100);
    expect(planInstalments({ amountMinor: 100, fromMonth, months: 2, roomIn }).schedule).toEqual([
      { month: "2026-12", amountMinor: 100 },
    ]);
  });

  it("leaves outstanding what the months allowed cannot take", () => {
    expect(
      planInstalments({ amountMinor: 250, fromMonth, months: 2, roomIn: () => 100 }).outstandingMinor,
    ).toBe(50);
  });
});
