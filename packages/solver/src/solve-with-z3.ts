import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { SolverAnswer } from "@evenhand/domain";
import description from "z3-solver/package.json" with { type: "json" };
import type { Z3Reply } from "./z3-process.ts";

const PROCESS = fileURLToPath(new URL("z3-process.ts", import.meta.url));

/** As certificates name it. */
export const Z3 = { name: "z3", version: description.version } as const;

/**
 * Asks z3 in a process of its own, which is ended with the answer, after the time limit, once the signal says so, or with
 * the process that asked. z3 is loaded there alone, and not before something is asked. When the answer is there, nothing
 * is left running.
 *
 * ```ts
 * await solveWithZ3("(declare-const x Int)(assert (< x x))(check-sat)", 10_000)
 * // { solver: { name: "z3", version: "5.2.0" }, result: "unsat" }
 * ```
 *
 * @throws Error where the text is no SMT-LIB that z3 can read, or the process cannot be started or dies; the signal's
 * reason where that ended it
 */
export async function solveWithZ3(
  text: string,
  timeLimitMs: number,
  signal?: AbortSignal,
): Promise<SolverAnswer> {
  signal?.throwIfAborted();
  const child = fork(PROCESS, { stdio: ["ignore", "ignore", "pipe", "ipc"] });
  const ended = once(child, "exit");
  try {
    return await answerOf(child, { text, timeLimitMs, signal });
  } finally {
    child.kill("SIGKILL");
    await ended;
  }
}

type Asked = {
  readonly text: string;
  readonly timeLimitMs: number;
  readonly signal: AbortSignal | undefined;
};

async function answerOf(child: ChildProcess, { text, timeLimitMs, signal }: Asked): Promise<SolverAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<SolverAnswer>();
  const timer = setTimeout(() => resolve({ solver: Z3, result: "timed-out" }), timeLimitMs);
  const abort = (): void => reject(signal?.reason);
  signal?.addEventListener("abort", abort, { once: true });
  let complaint = "";
  child.stderr
    ?.setEncoding("utf8")
    .on("data", (said: string) => (complaint = (complaint + said).slice(-2_000)));
  child.once("error", reject);
  child.once("exit", (code, signalName) =>
    reject(new Error(`z3's process ended by itself (${signalName ?? code}): ${complaint}`)),
  );
  // INVARIANT: the one message that the process sends is a reply.
  child.once("message", (message) => {
    const reply = message as Z3Reply;
    if ("failed" in reply) reject(new Error(`z3 cannot answer: ${reply.failed}`));
    else resolve({ solver: Z3, ...reply });
  });
  child.send(text);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
}
