import { describe, expect, it } from "vitest";
import { isAmount, isDayOfMonth, settingsFrom, typedFrom } from "./typed-settings.ts";

const SETTINGS = { requireSecondFactor: true, twoApproversFromMinor: 10_000_050, announcementDay: 10 };

describe("settings as they are typed", () => {
  it("come out of the form as they went in", () => {
    expect(typedFrom(SETTINGS)).toEqual({ factor: true, amount: "100000.5", day: "10" });
    expect(settingsFrom(typedFrom(SETTINGS))).toEqual(SETTINGS);
  });

  it("are none with an amount below nothing, with a third place or with words in it", () => {
    expect(["0", "100,000.50"].map(isAmount)).toEqual([true, true]);
    expect(["", "-1", "1.234", "much"].map(isAmount)).toEqual([false, false, false, false]);
    expect(settingsFrom({ factor: false, amount: "-1", day: "10" })).toBeUndefined();
  });

  it("have a day that every month has", () => {
    expect(["1", "28"].map(isDayOfMonth)).toEqual([true, true]);
    expect(["0", "29", "1.5", ""].map(isDayOfMonth)).toEqual([false, false, false, false]);
  });
});
