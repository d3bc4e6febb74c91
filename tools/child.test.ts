import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";

const CHILD_MODULE = new URL("child.mjs", import.meta.url).href;

/** A process that runs `script` through `runChild` and ends with the exit code it was given. */
function runThroughUs(script: string) {
  const outer = `
    const { runChild } = await import(${JSON.stringify(CHILD_MODULE)});
    process.exitCode = await runChild(process.execPath, ["-e", ${JSON.stringify(script)}]);`;
  return spawn(process.execPath, ["--input-type=module", "-e", outer], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

describe("a program run by an npm script", () => {
  it("gives its exit code back", async () => {
    expect(await once(runThroughUs("process.exit(7)"), "exit")).toEqual([7, null]);
  });

  it("killed by a signal, gives the code a shell would give", async () => {
    expect(await once(runThroughUs(`process.kill(process.pid, "SIGKILL")`), "exit")).toEqual([137, null]);
  });

  it.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)("gets %s and may end in its own way", async (signal) => {
    const script = `
      process.once("${signal}", () => process.exit(5));
      setInterval(() => {}, 1000);
      console.log("ready");`;
    const outer = runThroughUs(script);
    await once(outer.stdout, "data");
    outer.kill(signal);
    expect(await once(outer, "exit")).toEqual([5, null]);
  });
});
