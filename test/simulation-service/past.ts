import { contentHash } from "@evenhand/domain";
import { type JobContext, type JobRunner, jobRunner } from "@evenhand/service";
import { type Store, insertCases } from "@evenhand/store";
import { pastCases } from "../support/past-cases.ts";

export const POLICY = "complaint-fines";

/** Keeps past cases of complaint-fines, decided over two years and recorded nowhere, as an import would. */
export async function keepPast(
  store: Store,
  {
    policy = POLICY,
    ...asked
  }: {
    readonly count: number;
    readonly people?: number;
    readonly seed?: number;
    readonly policy?: string;
  },
): Promise<void> {
  const rows = Array.from(pastCases({ people: 40, seed: 7, ...asked }), (one) => ({
    id: one.id,
    policy_id: policy,
    reference: one.case.reference,
    revision: 1,
    content: JSON.stringify(one.case),
    content_hash: contentHash(one.case),
    applies_on: one.appliesOn,
    import_id: null,
    created_at: 1,
    created_by: "system:test",
  }));
  await store.write((tx) => insertCases(tx, rows));
}

/** A worker whose clock goes on by so much with every look, so that a step is kept after every few cases. */
export function hurriedRunner(context: JobContext): JobRunner {
  let passed = 0;
  return jobRunner(() => ({ ...context, now: () => context.now() + (passed += 400) }), {
    pause: async () => undefined,
    every: () => () => undefined,
    silentMs: 1_000_000_000,
  });
}

export async function workOff(context: JobContext): Promise<void> {
  const runner = hurriedRunner(context);
  runner.wake();
  await runner.idle();
}
