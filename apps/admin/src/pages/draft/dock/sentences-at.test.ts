import type { PolicyReading } from "@evenhand/policy";
import { describe, expect, it } from "vitest";
import { sentencesAt } from "./sentences-at.ts";

const entry = (pointer: string) => ({ id: pointer, pointer, text: "", segments: [], references: [] });
const READING: PolicyReading = {
  policy: { id: "p", version: 1, hash: "" },
  language: "en",
  title: "",
  sections: [
    { id: "parameters", title: "", intro: [], entries: [entry("/parameters/rate"), entry("")] },
    {
      id: "table:fines",
      title: "",
      intro: [entry("/tables/fines")],
      entries: [entry("/tables/fines/rows/1"), entry("/tables/fines/rows/10")],
    },
  ],
};

describe("the sentences of what is edited", () => {
  it.each([
    ["/parameters/rate/value", ["/parameters/rate"], "are those of the part around it"],
    ["/tables/fines/rows/1/then/0", ["/tables/fines/rows/1"], "are those of the smallest part around it"],
    ["/tables/fines", ["/tables/fines"], "are its own, where it has any"],
    ["/tables", ["/tables/fines", "/tables/fines/rows/1", "/tables/fines/rows/10"], "are else those in it"],
    ["/examples/0", [], "are none where nothing is read of it"],
  ])("of %s are %j: they %s", (place, pointers) => {
    expect(sentencesAt(READING, place).map(({ pointer }) => pointer)).toEqual(pointers);
  });
});
