import { setImmediate as nextTurn } from "node:timers/promises";
import type { DecisionRecord } from "@evenhand/domain";
import { type ServiceContext, fairnessAtOnce, jobRunner } from "@evenhand/service";
import { type Store, decisionsInForce, openStore } from "@evenhand/store";
import { AUDITOR } from "../../evidence-service/acts.ts";
import { POLICY, begun, seen } from "../../fairness-service/sites.ts";
import { given, processOver } from "../../policies/scene.ts";
import type { FairnessMeasured, FairnessOrder } from "./order.ts";

const { file, task } = JSON.parse(process.argv[2] ?? "{}") as FairnessOrder;
const collect = globalThis.gc;
if (!collect) throw new Error("start this with --expose-gc, since garbage is no memory that is needed");

/** Every question that a review can be asked. */
const ASKED = {
  cross: ["site", "rank"],
  rank: { fact: "rank" },
  parts: [{ part: "did", fact: "responsible", by: "owns" }],
};

/** The heap is looked at after so many decisions each. */
const LOOKED_AT_EVERY = 5_000;
const PAGE = 50;

type Done = { readonly decisions: number; readonly lastReadAt: number | undefined };

/** Looks at the heap on the way, and takes the time that takes away. */
class Looking {
  heapBytes = 0;
  awayMs = 0;

  at(decisions: number): void {
    if (decisions % LOOKED_AT_EVERY > 0) return;
    const away = performance.now();
    collect?.();
    this.heapBytes = Math.max(this.heapBytes, process.memoryUsage().heapUsed);
    this.awayMs += performance.now() - away;
  }
}

async function measure(store: Store): Promise<FairnessMeasured> {
  const looking = new Looking();
  const context = { ...processOver(store).context, now: () => Date.now() };
  await context.rulebook();
  const begunAt = performance.now();
  const { decisions, lastReadAt } = await TASKS[task](context, looking);
  const endedAt = performance.now();
  return {
    decisions,
    seconds: (endedAt - begunAt - looking.awayMs) / 1_000,
    answeringSeconds: lastReadAt === undefined ? 0 : (endedAt - lastReadAt) / 1_000,
    peakBytes: process.resourceUsage().maxRSS * 1_024,
    heapBytes: looking.heapBytes,
  };
}

const TASKS: Readonly<
  Record<FairnessOrder["task"], (context: ServiceContext, looking: Looking) => Promise<Done>>
> = { read: readAll, review: reviewAll, run: runAll };

async function readAll({ store }: ServiceContext, looking: Looking): Promise<Done> {
  let decisions = 0;
  for (let after = 0; ;) {
    const asked = { policyId: POLICY, through: Number.MAX_SAFE_INTEGER, after, limit: PAGE };
    const rows = await store.read((db) => decisionsInForce(db, asked));
    for (const { body } of rows) {
      const { after: record } = JSON.parse(body) as { readonly after: DecisionRecord };
      if (record.format !== 1) throw new Error("this is no record");
      looking.at((decisions += 1));
    }
    const last = rows.at(-1)?.sequence;
    if (last === undefined) return { decisions, lastReadAt: undefined };
    after = last;
  }
}

async function reviewAll(context: ServiceContext, looking: Looking): Promise<Done> {
  let lastReadAt = performance.now();
  let shown = 0;
  const kept = await fairnessAtOnce(context, {
    actor: AUDITOR,
    body: { policy: POLICY, ...ASKED },
    onStep: ({ done }) => {
      if (done === shown) return;
      shown = done;
      looking.at(done);
      lastReadAt = performance.now();
    },
  });
  return { decisions: given(kept).decisionSet.decisions, lastReadAt };
}

async function runAll(context: ServiceContext): Promise<Done> {
  const id = await begun(context, ASKED);
  const runner = jobRunner(() => context, {
    pause: () => nextTurn(),
    every: () => () => undefined,
    silentMs: 1_000_000_000,
  });
  runner.wake();
  await runner.idle();
  const { result, state } = await seen(context, id);
  if (!result) throw new Error(`the run is ${state}`);
  return { decisions: result.decisionSet.decisions, lastReadAt: undefined };
}

const store = await openStore({ file });
process.stdout.write(JSON.stringify(await measure(store)));
await store.close();
