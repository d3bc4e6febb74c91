import type { SimulationView } from "@evenhand/service";
import { jobProgress } from "@evenhand/store";
import { writeFigure } from "../../bench/spread.ts";
import { POLICY } from "../../simulation-service/past.ts";
import { type RunningServer, startServer } from "../../support/server-process.ts";
import { type ServedDatabase, lookInto } from "../databases.ts";
import { type Session, ask, signIn, signInAuthor } from "./author.ts";
import { follow } from "./follow.ts";
import { watchRequests } from "./requests.ts";

export type SimulateReport = { readonly problems: readonly string[]; readonly shown: readonly string[] };

type Scene = { readonly session: Session; readonly cases: number; readonly problems: string[] };

/**
 * Simulates so many past cases through the service: once whole, with another run in line behind it and a page read all
 * along; once called off in the middle; once with the service killed in the middle.
 */
export async function simulateRun(database: ServedDatabase, cases: number): Promise<SimulateReport> {
  const problems: string[] = [];
  const first = await startServer(database.server);
  const scene = { session: await signInAuthor(database, first.url), cases, problems };
  const whole = await runWhole(scene);
  const calledOff = await runCalledOff(scene, whole.second);
  const killed = await runKilled(scene, { database, server: first, hash: whole.hash });
  return { problems, shown: [...whole.shown, calledOff, killed] };
}

async function runWhole(
  scene: Scene,
): Promise<{ readonly hash: string | null; readonly second: string; readonly shown: readonly string[] }> {
  const { session, cases, problems } = scene;
  const begun = performance.now();
  const id = await begin(session);
  const second = await begin(session);
  const requests = watchRequests(session);
  let [reports, done, waited] = [0, 0, 0];
  for await (const progress of follow(session, id)) {
    reports += 1;
    if (progress.done < done || progress.done > progress.total)
      problems.push(`after ${done} of ${progress.total} cases ${progress.done} were told`);
    done = progress.done;
    const kept = await read(session, id);
    if (kept.done < done) problems.push(`${done} cases were told, and the service knows of ${kept.done}`);
    if (kept.state === "running" && (await read(session, second)).state === "queued") waited += 1;
  }
  const seconds = (performance.now() - begun) / 1_000;
  const { count, p95, longest } = await requests.stop();
  const view = await read(session, id);
  const taken = view.result?.simulation.counts.taken;
  if (view.state !== "done" || taken !== cases) problems.push(`it ended ${view.state} after ${taken} cases`);
  return {
    hash: view.resultHash,
    second,
    shown: [
      `${cases} cases simulated in ${writeFigure(seconds)} s, ${writeFigure(cases / seconds)} a second, told in ${reports} reports`,
      `meanwhile ${count} requests for a page: 95th percentile ${writeFigure(p95)} ms, longest ${writeFigure(longest)} ms; a second run was in line in ${waited} of the reports`,
    ],
  };
}

async function runCalledOff({ session, cases, problems }: Scene, id: string): Promise<string> {
  await untilDone(session, { id, least: cases / 3 });
  await ask(session, `/v1/simulations/${id}/cancel`, { method: "POST" });
  const { state, done, isProvisional, result } = await read(session, id);
  const taken = result?.simulation.counts.taken;
  if (state !== "cancelled" || !isProvisional) problems.push(`called off, it is ${state}`);
  if (done === 0 || done >= cases || taken !== done)
    problems.push(`called off after ${done} of ${cases} cases, its result counts ${taken}`);
  return `called off after ${done} cases: kept as provisional, with a result of just these`;
}

type Killing = {
  readonly database: ServedDatabase;
  readonly server: RunningServer;
  /** Of the result of the run that nothing happened to. */
  readonly hash: string | null;
};

async function runKilled(
  { session, cases, problems }: Scene,
  { database, server, hash }: Killing,
): Promise<string> {
  const id = await begin(session);
  await untilDone(session, { id, least: cases / 3 });
  await server.kill();
  await database.settled();
  const next = await startServer(database.server);
  const again = await signIn(next.url);
  const left = (await read(again, id)).done;
  await untilDone(again, { id, least: Number.POSITIVE_INFINITY });
  const view = await read(again, id);
  const from = await lookInto(database, (store) => store.read((db) => jobProgress(db, id)));
  if (left === 0 || left >= cases) problems.push(`it was killed after ${left} of ${cases} cases`);
  if (from?.taken_done !== left)
    problems.push(`left after ${left} cases, it went on from ${from?.taken_done}`);
  if (view.state !== "done" || view.resultHash !== hash)
    problems.push(
      `killed and gone on with, it ended ${view.state} with the result ${view.resultHash}, not ${hash}`,
    );
  await next.stop();
  return `killed after ${left} cases: gone on with from there, to the same bytes as the run that nothing happened to`;
}

async function begin(session: Session): Promise<string> {
  const body = { policy: POLICY, baseline: 1, candidate: { version: 2 }, groups: ["complaintKind"] };
  const { id } = await ask<{ readonly id: string }>(session, "/v1/simulations", { method: "POST", body });
  return id;
}

function read(session: Session, id: string): Promise<SimulationView> {
  return ask<SimulationView>(session, `/v1/simulations/${id}`);
}

/** Follows a run until so many cases are done, or it is over. */
async function untilDone(
  session: Session,
  { id, least }: { readonly id: string; readonly least: number },
): Promise<void> {
  for await (const { done } of follow(session, id)) if (done >= least) return;
}
