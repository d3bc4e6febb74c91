import { expect, it } from "vitest";
import { formatDuration } from "./format.ts";

it("a time that something takes is said in the unit that leaves it short", () => {
  expect(formatDuration(5, "en")).toBe("5 secs");
  expect(formatDuration(5, "zh")).toBe("5秒");
  expect(formatDuration(89, "en")).toBe("89 secs");
  expect(formatDuration(120, "en")).toBe("2 mins");
  expect(formatDuration(120, "zh")).toBe("2分钟");
  expect(formatDuration(3 * 60 * 60, "en")).toBe("3 hrs");
});
