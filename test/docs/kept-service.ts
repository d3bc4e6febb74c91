import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Surroundings, createApp } from "@evenhand/api";
import type { Actor, Policy } from "@evenhand/domain";
import { rulesOfStore, takeInRules } from "@evenhand/service";
import { openStore } from "@evenhand/store";
import { type TestService, serviceOver } from "../auth/service.ts";
import { guardedPolicy } from "../support/guarded-policy.ts";
import { RULE_FILES } from "./service.ts";

/** The service over a database, with the rules of the project and one policy under a guard and a gate. */
export type KeptService = Omit<TestService, "send"> & {
  /** The app as it is for one sender, whoever that would have to be known by. */
  readonly as: (actor: Actor) => TestService["app"];
  readonly close: () => Promise<void>;
};

/** 2026-07-10, 09:00 in Shanghai. */
const NOW = Date.UTC(2026, 6, 10, 1);

export async function openKeptService(): Promise<KeptService> {
  const folder = mkdtempSync(join(tmpdir(), "evenhand-kept-"));
  const store = await openStore({ file: join(folder, "evenhand.db") });
  await takeInRules(
    { store, now: () => NOW },
    { ...RULE_FILES, policies: [...RULE_FILES.policies, GUARDED] },
  );
  const service = await serviceOver(store, { rules: rulesOfStore(store), startsAt: NOW });
  return {
    ...service,
    as: (actor) => createApp(knowing(service.surroundings, actor)),
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Surroundings in which every request is sent by one actor. */
export function knowing(surroundings: Surroundings, actor: Actor): Surroundings {
  return { ...surroundings, authenticate: async () => actor };
}

/** For one act at most half of an average day's wage, and reasons are asked for. */
const UNDER_GUARD: Policy = {
  ...guardedPolicy("JPY", ["jp"]),
  gates: [
    { kind: "reasons", label: { en: "Reasons are given", zh: "说明理由" }, references: [{ article: "2" }] },
  ],
};

const GUARDED = { path: "under-guard/v1.json", text: JSON.stringify(UNDER_GUARD) };
