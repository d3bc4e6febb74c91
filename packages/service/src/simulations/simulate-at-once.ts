import { type SimulationCaseRow, type Store, casesById, pastCases } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { type RefusedAsk, orRefused } from "../refused.ts";
import { isWithin } from "./estimate-simulation.ts";
import { resolveAsk } from "./open-sides.ts";
import { type PastDay, pastDayOf } from "./past-day.ts";
import { readAsk } from "./read-ask.ts";
import { inScope } from "./collect-cases.ts";
import { type ChangeView, viewOf } from "./read-changes.ts";
import { Simulating } from "./simulating.ts";
import type { SimulationKept, SimulationPayload } from "./simulation-job.ts";

/** One case further. */
export type SimulatedStep = { readonly done: number; readonly total: number; readonly change?: ChangeView };

export type SimulatedAtOnce = {
  readonly steps: AsyncIterable<SimulatedStep>;
  /** What was found of the cases so far. */
  readonly kept: () => SimulationKept;
};

/**
 * Simulates here and now, and writes nothing: for a command over a database that it only reads. The same cases give the
 * same result as a simulation that was put in line.
 */
export async function simulateAtOnce(
  { store, rulebook, now }: Pick<ServiceContext, "store" | "rulebook" | "now">,
  body: unknown,
): Promise<SimulatedAtOnce | RefusedAsk> {
  const asked = readAsk(body);
  if ("refusal" in asked) return asked;
  const rules = await rulebook();
  const resolved = await orRefused(() => store.read((db) => resolveAsk({ rules, db, at: now() }, asked)));
  if ("refusal" in resolved) return resolved;
  const simulating = new Simulating(resolved);
  const { timeZone } = resolved.sides.baseline.version.policy;
  return {
    steps: steps(store, simulating, { payload: resolved.payload, timeZone }),
    kept: () => simulating.kept(),
  };
}

const PAGE = 200;

type Over = { readonly payload: SimulationPayload; readonly timeZone: string };

async function* steps(store: Store, simulating: Simulating, over: Over): AsyncGenerator<SimulatedStep> {
  const found = await days(store, over);
  for (let from = 0; from < found.length; from += PAGE) {
    const page = found.slice(from, from + PAGE);
    const rows = await store.read((db) =>
      casesById(
        db,
        page.map(({ id }) => id),
      ),
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const { id, decidedOn, evaluatedAt } of page) {
      const row = byId.get(id);
      if (!row) throw new Error(`case ${id} is not there any more`);
      const one: SimulationCaseRow = { ...row, decided_on: decidedOn, evaluated_at: evaluatedAt };
      const change = simulating.take(one);
      yield {
        done: simulating.done,
        total: found.length,
        ...(change ? { change: viewOf(change, simulating.done) } : {}),
      };
    }
  }
}

/** Ids and days alone are held, in the order in which the cases were decided. */
async function days(
  store: Store,
  { payload, timeZone }: Over,
): Promise<readonly (PastDay & { readonly id: string })[]> {
  const found: (PastDay & { readonly id: string })[] = [];
  for (let after: string | undefined = ""; after !== undefined;) {
    const at: string = after;
    const rows = await store.read((db) =>
      pastCases(db, { policyId: payload.policy, after: at, limit: PAGE }),
    );
    const within = await inScope(store, rows, payload.scope);
    for (const row of rows) {
      const day = pastDayOf(row, timeZone);
      if (within(row) && isWithin(day.decidedOn, payload)) found.push({ id: row.case_id, ...day });
    }
    after = rows.length < PAGE ? undefined : rows.at(-1)?.newest_id;
  }
  // Days written as `YYYY-MM-DD` order as text.
  return found.sort((one, other) => order(`${one.decidedOn} ${one.id}`, `${other.decidedOn} ${other.id}`));
}

function order(one: string, other: string): number {
  return one < other ? -1 : 1;
}
