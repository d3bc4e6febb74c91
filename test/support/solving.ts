import { readFileSync, readdirSync } from "node:fs";

/** For a solver: two factors of a number whose primes have twelve digits. Hours of work, a moment to write down. */
export const HARD = `(declare-const x Int)(declare-const y Int)
(assert (and (< 1 x) (< x y) (= (* x y) 500000000023000000000105800000)))
(assert (= (mod (+ (* x x x) (* 7 y)) 1000003) 5))(check-sat)`;

/** The processes that this one has started, threads of theirs included, as Linux lists them. */
export function children(): readonly string[] {
  return readdirSync("/proc/self/task").flatMap((task) =>
    readFileSync(`/proc/self/task/${task}/children`, "utf8").trim().split(" ").filter(Boolean),
  );
}
