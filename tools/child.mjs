import { spawn } from "node:child_process";
import { constants } from "node:os";

/**
 * Runs a program to its end and gives the exit code a shell would give: its own, or 128 and the signal's number.
 * While it runs, signals sent to us are handed on to it, so that stopping `npm` stops the server behind it.
 */
export function runChild(file, args, options = {}) {
  const child = spawn(file, args, { stdio: "inherit", ...options });
  const stopForwarding = forwardSignalsTo(child);
  return new Promise((resolve, reject) => {
    child.once("error", (cause) => {
      stopForwarding();
      reject(new Error(`\`${file}\` could not be started`, { cause }));
    });
    child.once("exit", (code, signal) => {
      stopForwarding();
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

function forwardSignalsTo(child) {
  const forward = (signal) => {
    // A terminal sends Ctrl-C to the whole process group: the child already has it, and a second one may
    // read as "stop at once".
    if (signal === "SIGINT" && process.stdin.isTTY) return;
    child.kill(signal);
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, forward);
  return () => {
    for (const signal of signals) process.off(signal, forward);
  };
}
