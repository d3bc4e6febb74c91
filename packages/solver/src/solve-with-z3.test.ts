import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { solveWithZ3 } from "./solve-with-z3.ts";

/** Two factors of a number whose primes have twelve digits: hours of work, a moment to write down. */
const HARD = `(declare-const x Int)(declare-const y Int)
(assert (and (< 1 x) (< x y) (= (* x y) 500000000023000000000105800000)))
(assert (= (mod (+ (* x x x) (* 7 y)) 1000003) 5))(check-sat)`;

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
});

/** The processes that this one has started, threads of theirs included, as Linux lists them. */
function children(): readonly string[] {
  return readdirSync("/proc/self/task").flatMap((task) =>
    readFileSync(`/proc/self/task/${task}/children`, "utf8").trim().split(" ").filter(Boolean),
  );
}
