import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { type PastCase, startSimulation } from "@evenhand/analysis";
import { VERSION_2, changed, withValue } from "../../simulation/complaint-fines.ts";
import type { SimulateMeasured, SimulateOrder } from "./order.ts";

const { file, task } = JSON.parse(process.argv[2] ?? "{}") as SimulateOrder;
const collect = globalThis.gc;
if (!collect) throw new Error("start this with --expose-gc, since garbage is no memory that is needed");

/** The heap is looked at after so many cases each. */
const LOOKED_AT_EVERY = 5_000;

async function measure(garbage: () => void): Promise<SimulateMeasured> {
  const candidate = changed((policy) =>
    withValue("bonusCapRate", 0.4)(withValue("minorDemeritConversion", 0.2)(policy)),
  );
  const groups = ["unit", "seriousness", "complaintKind"];
  const simulation = startSimulation({ baseline: VERSION_2, candidate, groups });
  const found = { cases: 0, heapBytes: 0, awayMs: 0 };
  const begun = performance.now();
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const one = JSON.parse(line) as PastCase;
    found.cases += 1;
    if (task === "simulate") simulation.take(one);
    if (found.cases % LOOKED_AT_EVERY > 0) continue;
    const away = performance.now();
    garbage();
    found.heapBytes = Math.max(found.heapBytes, process.memoryUsage().heapUsed);
    found.awayMs += performance.now() - away;
  }
  const seconds = (performance.now() - begun - found.awayMs) / 1_000;
  return {
    cases: found.cases,
    changed: simulation.result().counts.changed,
    seconds,
    peakBytes: process.resourceUsage().maxRSS * 1_024,
    heapBytes: found.heapBytes,
    stateBytes: task === "simulate" ? JSON.stringify(simulation.state()).length : 0,
  };
}

process.stdout.write(JSON.stringify(await measure(() => collect())));
