import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseInstant } from "@evenhand/domain";
import { verifierKeyOf } from "@evenhand/evidence";
import {
  type OnceAsk,
  recordDecision,
  replay,
  sequenceLog,
  takeInRules,
  verifyStore,
} from "@evenhand/service";
import { openStore, readRuleFiles } from "@evenhand/store";
import { describe, expect, it } from "vitest";
import { type ConformanceCase, readCaseFiles } from "../conformance/case.ts";
import { type Scene, processOver } from "../policies/scene.ts";
import { HANDLER } from "./acts.ts";

const RULES = readRuleFiles(fileURLToPath(new URL("../../rules", import.meta.url)));

type Request = { readonly case: { readonly reference: string }; readonly policyVersion?: number };

/** Records a worked case; whether that was possible, which gates and closed files may forbid. */
async function record({ context }: Scene, policy: string, one: ConformanceCase): Promise<boolean> {
  const { case: decided, policyVersion } = one.request as Request;
  const body = {
    policy,
    case: { ...decided, reference: one.id },
    ...(policyVersion === undefined ? {} : { policyVersion }),
  };
  const ask: OnceAsk = {
    actor: HANDLER,
    key: `${policy}-${one.id}`.slice(0, 200),
    request: { method: "POST", path: "/v1/decisions", body: JSON.stringify(body) },
  };
  return !("refusal" in (await recordDecision(context, ask)));
}

describe("the worked cases of every policy", () => {
  it("are recorded one after the other, hold against the log, and replay as they were", async () => {
    const folder = mkdtempSync(join(tmpdir(), "evenhand-worked-"));
    const store = await openStore({ file: join(folder, "evenhand.db") });
    const scene = processOver(store);
    await takeInRules(scene.context, RULES);
    const recorded = new Map<string, number>();
    for (const { policy, cases } of readCaseFiles())
      for (const one of cases) {
        if ("refusal" in one) continue;
        scene.clock.now = parseInstant(one.evaluatedAt) ?? 0;
        const done = await record(scene, policy, one);
        recorded.set(policy, (recorded.get(policy) ?? 0) + (done ? 1 : 0));
      }
    expect([...recorded.values()].filter((count) => count > 0).length).toBe(10);
    await sequenceLog(scene.context);
    const { problems } = await verifyStore(store, { vkey: verifierKeyOf(scene.context.signer) });
    expect(problems).toEqual([]);
    const others: unknown[] = [];
    let total = 0;
    for await (const { replayed } of replay(scene.context)) {
      total += 1;
      if (replayed.verdict !== "identical") others.push(replayed);
    }
    expect(others).toEqual([]);
    expect(total).toBe([...recorded.values()].reduce((sum, count) => sum + count, 0));
    // More than a page of everything that is read in pages.
    expect(total).toBeGreaterThan(200);
    await store.close();
    rmSync(folder, { recursive: true });
  });
});
