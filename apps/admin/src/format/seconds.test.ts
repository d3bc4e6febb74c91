import { expect, it } from "vitest";
import { formatSeconds } from "./format.ts";

it("a time is said in seconds, to two digits", () => {
  expect([formatSeconds(1_378, "zh"), formatSeconds(1_378, "en")]).toEqual(["1.4秒", "1.4 secs"]);
  expect(formatSeconds(20, "zh")).toBe("0.02秒");
});
