import { queryOptions } from "@tanstack/solid-query";
import type { CheckSummary, FairnessSummary, RunProgress, SimulationSummary } from "../api/answers.ts";
import { send } from "../api/send.ts";
import { checksAddress } from "../pages/checks/content.ts";
import { whileAtWork } from "./at-work.ts";

/** Something that the service does in the background, with its count of finished work. */
export type Run = RunProgress & {
  readonly kind: "import" | "replay" | "simulation" | "check" | "fairness";
  readonly id: string;
  /**
   * What it is of: the file of an import, the policy of a simulation, a check or a fairness review; of a replay nothing is
   * known but when it began.
   */
  readonly of: string | null;
  /** The address of its page. */
  readonly href: string;
  readonly startedAt: string;
};

type Imports = {
  readonly imports: readonly {
    readonly id: string;
    readonly fileName: string;
    readonly state: "running" | "done" | "failed";
    readonly createdAt: string;
    readonly rows: { readonly total: number; readonly done: number };
  }[];
};

type Replays = {
  readonly replays: readonly (Pick<Run, "id" | "state" | "done" | "total"> & {
    readonly createdAt: string;
  })[];
};

type Simulations = { readonly simulations: readonly SimulationSummary[] };
type Checks = { readonly checks: readonly CheckSummary[] };
type Reviews = { readonly reviews: readonly FairnessSummary[] };

/** What is watched tells by itself how far it is; what is not is asked for this often while it is under way. */
const WHILE_RUNNING_MS = 2_000;
const WHILE_WATCHED_MS = 10_000;
const OTHERWISE_MS = 30_000;
const MOST_SHOWN = 10;
/** Each that is watched holds a connection, of which a browser has few; the service works on no more at once. */
const MOST_WATCHED = 2;

export function isUnderWay({ state }: Pick<Run, "state">): boolean {
  return state === "queued" || state === "running";
}

/** What runs of each kind stand under: at the service, and among what was asked before. */
export const RUN_PLACES = {
  import: "imports",
  replay: "replays",
  simulation: "simulations",
  check: "checks",
  fairness: "fairness",
} as const satisfies Record<Run["kind"], string>;

/** Where the service has a run, `/v1/simulations/<id>`. */
export function pathOfRun({ kind, id }: Pick<Run, "kind" | "id">): string {
  return `/v1/${RUN_PLACES[kind]}/${encodeURIComponent(id)}`;
}

/** Those whose events are listened to: of what is under way the oldest, which is worked on first. */
export function watchedRuns(runs: readonly Run[]): readonly Run[] {
  return runs.filter((run) => run.kind !== "import" && isUnderWay(run)).slice(-MOST_WATCHED);
}

/** Which kinds of runs somebody may see. */
export type SeenRuns = {
  readonly imports: boolean;
  readonly replays: boolean;
  /** Simulations and checks, which are open to the same people. */
  readonly simulations: boolean;
  readonly fairness: boolean;
};

/** What runs or ran last, the newest first, as far as somebody may see it; asked for again while they are at work. */
export const runsQuery = (may: SeenRuns) =>
  queryOptions({
    queryKey: ["runs", may],
    queryFn: async ({ signal }) => {
      const [{ imports }, { replays }, { simulations }, { checks }, { reviews }] = await Promise.all([
        may.imports ? send<Imports>(`/v1/imports?limit=${MOST_SHOWN}`, { signal }) : { imports: [] },
        may.replays ? send<Replays>("/v1/replays", { signal }) : { replays: [] },
        may.simulations ? send<Simulations>("/v1/simulations", { signal }) : { simulations: [] },
        may.simulations ? send<Checks>("/v1/checks", { signal }) : { checks: [] },
        may.fairness ? send<Reviews>("/v1/fairness", { signal }) : { reviews: [] },
      ]);
      return [
        ...imports.map(importRun),
        ...replays.map(replayRun),
        ...simulations.map(simulationRun),
        ...checks.map(checkRun),
        ...reviews.map(fairnessRun),
      ]
        .toSorted((one, other) => (one.startedAt < other.startedAt ? 1 : -1))
        .slice(0, MOST_SHOWN);
    },
    enabled: Object.values(may).includes(true),
    refetchInterval: ({ state: { data = [] } }) => {
      const [underWay, watched] = [data.filter(isUnderWay).length, watchedRuns(data).length];
      if (underWay > watched) return whileAtWork(WHILE_RUNNING_MS);
      return whileAtWork(watched > 0 ? WHILE_WATCHED_MS : OTHERWISE_MS);
    },
  });

/** What lists of imports and replays leave out. */
const UNTOLD = { skipped: 0, perSecond: null } as const;

function importRun({ id, fileName, state, createdAt, rows }: Imports["imports"][number]): Run {
  const { done, total } = rows;
  const href = `/imports/${id}`;
  return { ...UNTOLD, kind: "import", id, of: fileName, href, state, done, total, startedAt: createdAt };
}

function replayRun({ id, state, done, total, createdAt }: Replays["replays"][number]): Run {
  const href = `/replays/${id}`;
  return { ...UNTOLD, kind: "replay", id, of: null, href, state, done, total, startedAt: createdAt };
}

function simulationRun({ id, policy, createdAt, ...progress }: SimulationSummary): Run {
  const href = `/simulations/${id}`;
  return { ...progressOf(progress), kind: "simulation", id, of: policy, href, startedAt: createdAt };
}

function checkRun({ id, policy, subject, createdAt, ...progress }: CheckSummary): Run {
  const href = checksAddress(policy, subject, id);
  return { ...progressOf(progress), kind: "check", id, of: policy, href, startedAt: createdAt };
}

/** What was asked about fairness is answered on the page on which it is asked. */
function fairnessRun({ id, policy, createdAt, ...progress }: FairnessSummary): Run {
  const href = `/fairness?${new URLSearchParams({ policy, run: id })}`;
  return { ...progressOf(progress), kind: "fairness", id, of: policy, href, startedAt: createdAt };
}

function progressOf({ state, done, skipped, total, perSecond }: RunProgress): RunProgress {
  return { state, done, skipped, total, perSecond };
}

/** Calls a run off; what it found stays. */
export function cancelRun(run: Pick<Run, "kind" | "id">): Promise<unknown> {
  return send(`${pathOfRun(run)}/cancel`, { method: "POST" });
}
