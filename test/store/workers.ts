import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { WorkerOrder } from "./worker.ts";

const WORKER = fileURLToPath(new URL("worker.ts", import.meta.url));

/** Runs one order in so many processes at once and gives what each of them answered. */
export async function runWorkers(order: WorkerOrder, processes: number): Promise<readonly unknown[]> {
  return Promise.all(Array.from({ length: processes }, () => runWorker(order)));
}

function runWorker(order: WorkerOrder): Promise<unknown> {
  const child = spawn(process.execPath, [WORKER, JSON.stringify(order)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let errors = "";
  child.stdout.on("data", (data: Buffer) => (out += data.toString()));
  child.stderr.on("data", (data: Buffer) => (errors += data.toString()));
  return new Promise((done, failed) => {
    child.once("error", failed);
    child.once("exit", (code) => {
      if (code === 0) done(JSON.parse(out));
      else failed(new Error(`the worker ended with ${code}: ${errors}`));
    });
  });
}
