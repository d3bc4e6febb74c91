import { describe, expect, it } from "vitest";
import { readExplanation } from "./read-explanation.ts";
import { readSteps } from "./read-steps.ts";
import { RESPONSE, VERSION } from "./sample-explanation.ts";

describe("the steps of a decision", () => {
  it("come one by one with their articles, in the words of the whole explanation", () => {
    const whole = readExplanation(VERSION, RESPONSE, "en");
    const steps = readSteps(VERSION, RESPONSE, "en");
    for (const { lines, clause } of steps) {
      for (const line of lines) expect(whole).toContain(line);
      expect(whole).toContain(clause);
    }
    expect(
      steps.map(({ stageName, heading, clause, parties }) => [stageName, heading, clause, parties]),
    ).toEqual([
      ["Which version", expect.stringContaining("version 3, in force from 1 July 2026"), "", []],
      ["Attribution", "By points", "Art. 21(2)", ["P1", "P2"]],
      ["Attribution", "The loss divided", "", []],
      ["Penalties and measures", "Plan owners are fined", "Art. 23", ["P2"]],
      ["Deadlines", "Close in time", "Art. 26", []],
      ["Deadlines", "Close later", "Art. 26", []],
    ]);
  });

  it("have the steps that they are read from, one for each party", () => {
    const [, shared] = readSteps(VERSION, RESPONSE, "zh");
    expect(shared?.of.map(({ party }) => party)).toEqual(["P1", "P2"]);
    expect(shared?.clause).toBe("第21条第2款");
  });
});
