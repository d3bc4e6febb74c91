import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Solve, SolverAnswer } from "@evenhand/domain";
import description from "z3-solver/package.json" with { type: "json" };
import type { Z3Reply } from "./z3-process.ts";

const PROCESS = fileURLToPath(new URL("z3-process.ts", import.meta.url));
const SOLVER = { name: "z3", version: description.version } as const;

/**
 * Asks z3 in a process of its own, which is ended with the answer, after the time limit, or with the process that asked.
 * z3 is loaded there alone, and not before something is asked. When the answer is there, nothing is left running.
 *
 * ```ts
 * await solveWithZ3("(declare-const x Int)(assert (< x x))(check-sat)", 10_000)
 * // { solver: { name: "z3", version: "5.2.0" }, result: "unsat" }
 * ```
 *
 * @throws Error where the text is no SMT-LIB that z3 can read, or the process cannot be started or dies
 */
export const solveWithZ3: Solve = async (text, timeLimitMs) => {
  const child = fork(PROCESS, { stdio: ["ignore", "ignore", "pipe", "ipc"] });
  const ended = once(child, "exit");
  try {
    return await answerOf(child, text, timeLimitMs);
  } finally {
    child.kill("SIGKILL");
    await ended;
  }
};

async function answerOf(child: ChildProcess, text: string, timeLimitMs: number): Promise<SolverAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<SolverAnswer>();
  const timer = setTimeout(() => resolve({ solver: SOLVER, result: "timed-out" }), timeLimitMs);
  let complaint = "";
  child.stderr
    ?.setEncoding("utf8")
    .on("data", (said: string) => (complaint = (complaint + said).slice(-2_000)));
  child.once("error", reject);
  child.once("exit", (code, signal) =>
    reject(new Error(`z3's process ended by itself (${signal ?? code}): ${complaint}`)),
  );
  // INVARIANT: the one message that the process sends is a reply.
  child.once("message", (message) => {
    const reply = message as Z3Reply;
    if ("failed" in reply) reject(new Error(`z3 cannot answer: ${reply.failed}`));
    else resolve({ solver: SOLVER, ...reply });
  });
  child.send(text);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
  }
}
