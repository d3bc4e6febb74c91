import { solveWithZ3 } from "@evenhand/solver";
import { describe, expect, it, vi } from "vitest";
import { HARD, children } from "../support/solving.ts";

const LIMIT = 20_000;

describe("solving with z3", () => {
  it("gives a model of what can hold", async () => {
    const answer = await solveWithZ3("(declare-const x Int)(assert (= (* 2 x) 10))(check-sat)", LIMIT);
    expect(answer).toMatchObject({ result: "sat", solver: { name: "z3" } });
    expect(answer.result === "sat" && answer.model).toContain("5");
  });

  it("says so where nothing can make a text hold", async () => {
    const answer = await solveWithZ3("(declare-const x Int)(assert (= (* 2 x) 11))(check-sat)", LIMIT);
    expect(answer.result).toBe("unsat");
  });

  it("says that it does not know, with the reason, where a text is beyond it", async () => {
    const text = `(set-option :rlimit 1)${HARD}`;
    expect(await solveWithZ3(text, LIMIT)).toMatchObject({ result: "unknown" });
  });

  it("refuses what is no SMT-LIB, with what z3 says of it", async () => {
    await expect(solveWithZ3("(assert (< x 1))(check-sat)", LIMIT)).rejects.toThrow(/unknown constant x/);
  });

  it("stops after the time it is given and leaves nothing running", async () => {
    const before = children();
    expect(await solveWithZ3(HARD, 1_500)).toMatchObject({ result: "timed-out", solver: { name: "z3" } });
    expect(children()).toEqual(before);
  });

  it("ends at once when it is called off, with the reason, and leaves nothing running", async () => {
    const before = children();
    const calling = new AbortController();
    const answer = solveWithZ3(HARD, 60_000, calling.signal);
    await vi.waitFor(() => expect(children().length).toBeGreaterThan(before.length));
    calling.abort(new Error("called off"));
    await expect(answer).rejects.toThrow("called off");
    expect(children()).toEqual(before);
  });
});
