import { expect, it } from "vitest";
import { faultOfName } from "./name-fault.ts";

it("refuses a name that is empty, no name, or taken", () => {
  const isTaken = (name: string): boolean => name === "capRate";
  expect(["", "cap-rate", "capRate", "another"].map((name) => faultOfName(name, isTaken(name)))).toEqual([
    "empty",
    "malformed",
    "taken",
    undefined,
  ]);
});
