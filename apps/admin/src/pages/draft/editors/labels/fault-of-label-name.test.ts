import { expect, it } from "vitest";
import { faultOfLabelName } from "./fault-of-label-name.ts";

it("a value, grade or word is called by words of small letters, each once", () => {
  const faults = ["", "Slight", "more than slight", "12", "slight", "middling"].map((name) =>
    faultOfLabelName(["slight", "serious"], name),
  );
  expect(faults).toEqual(["empty", "malformed", "malformed", "malformed", "taken", undefined]);
});
