import { queryOptions } from "@tanstack/solid-query";
import { send } from "../api/send.ts";
import { whileAtWork } from "./at-work.ts";

/** Something that the service does in the background, with its count of finished work. */
export type Run = {
  readonly kind: "import" | "replay";
  readonly id: string;
  /** What it is of: the file of an import; of a replay nothing is known but when it began. */
  readonly name: string | null;
  readonly state: "queued" | "running" | "done" | "failed" | "cancelled";
  readonly done: number;
  readonly total: number;
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

const WHILE_RUNNING_MS = 2_000;
const OTHERWISE_MS = 30_000;
const MOST_SHOWN = 10;

export function isUnderWay({ state }: Pick<Run, "state">): boolean {
  return state === "queued" || state === "running";
}

/** What runs or ran last, the newest first, as far as somebody may see it; asked for again while they are at work. */
export const runsQuery = (may: { readonly imports: boolean; readonly replays: boolean }) =>
  queryOptions({
    queryKey: ["runs", may],
    queryFn: async ({ signal }) => {
      const [{ imports }, { replays }] = await Promise.all([
        may.imports ? send<Imports>(`/v1/imports?limit=${MOST_SHOWN}`, { signal }) : { imports: [] },
        may.replays ? send<Replays>("/v1/replays", { signal }) : { replays: [] },
      ]);
      return [
        ...imports.map(({ id, fileName, state, createdAt, rows }) =>
          runOf({ kind: "import", id, name: fileName, state, ...rows, startedAt: createdAt }),
        ),
        ...replays.map(({ createdAt, id, state, done, total }) =>
          runOf({ kind: "replay", id, name: null, state, done, total, startedAt: createdAt }),
        ),
      ]
        .toSorted((one, other) => (one.startedAt < other.startedAt ? 1 : -1))
        .slice(0, MOST_SHOWN);
    },
    enabled: may.imports || may.replays,
    refetchInterval: ({ state }) => {
      const isRunning = state.data?.some(isUnderWay) === true;
      return whileAtWork(isRunning ? WHILE_RUNNING_MS : OTHERWISE_MS);
    },
  });

function runOf({ kind, id, name, state, done, total, startedAt }: Run): Run {
  return { kind, id, name, state, done, total, startedAt };
}

/** Calls a replay off; what it found stays. */
export function cancelRun({ id }: Pick<Run, "id">): Promise<unknown> {
  return send(`/v1/replays/${encodeURIComponent(id)}/cancel`, { method: "POST" });
}
