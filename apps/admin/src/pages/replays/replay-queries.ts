import { VERDICTS, type Verdict } from "@evenhand/domain";
import type { ReplayView } from "@evenhand/service";
import { queryOptions } from "@tanstack/solid-query";
import { send } from "../../api/send.ts";
import { whileAtWork } from "../../shell/at-work.ts";
import { isUnderWay } from "../../shell/runs.ts";
import type { Replayed } from "../decision/proof/proof-queries.ts";

export type ReplaySummary = Omit<ReplayView, "verdicts" | "next">;
export type Replay = ReplaySummary & {
  readonly verdicts: readonly Replayed[];
  readonly next: string | null;
};

/** What of a replay is looked at: one verdict or all, and from where on. */
export type ReplayPage = {
  readonly id: string;
  readonly verdict?: Verdict | undefined;
  readonly cursor?: string | undefined;
};

/** How often a replay that is under way is asked for again: all there is to following one. */
const WHILE_RUNNING_MS = 1_000;

const following = (isRunning: boolean): number | false => isRunning && whileAtWork(WHILE_RUNNING_MS);

/** The newest replays, followed while one of them is under way. */
export const replaysQuery = () =>
  queryOptions({
    queryKey: ["replays"],
    queryFn: async ({ signal }) =>
      (await send<{ readonly replays: readonly ReplaySummary[] }>("/v1/replays", { signal })).replays,
    refetchInterval: ({ state }) => following(state.data?.some(isUnderWay) === true),
  });

/** One replay with a page of what it found, followed until it is over. */
export const replayQuery = (page: ReplayPage) =>
  queryOptions({
    queryKey: ["replays", page.id, page.verdict, page.cursor],
    queryFn: ({ signal }) => readReplay(page, signal),
    refetchInterval: ({ state }) => following(state.data !== undefined && isUnderWay(state.data)),
  });

/** Everything that a replay listed, page by page; the service keeps no more than a thousand. */
export async function wholeReplay(page: ReplayPage): Promise<readonly Replayed[]> {
  const found: Replayed[] = [];
  let cursor: string | undefined;
  for (;;) {
    const { verdicts, next } = await readReplay({ ...page, cursor });
    found.push(...verdicts);
    if (next === null) return found;
    cursor = next;
  }
}

function readReplay({ id, verdict, cursor }: ReplayPage, signal?: AbortSignal): Promise<Replay> {
  const asked = new URLSearchParams();
  if (verdict !== undefined) asked.set("verdict", verdict);
  if (cursor !== undefined) asked.set("cursor", cursor);
  const path = `/v1/replays/${encodeURIComponent(id)}?${asked}`;
  return send<Replay>(path, signal ? { signal } : {});
}

/** What is to be replayed; of nothing, all decisions. Days are those of recording by UTC, the last one included. */
export type ReplayAsk = {
  readonly policy?: string;
  readonly from?: string;
  readonly until?: string;
  readonly timeZone?: string;
};

export function startReplay(ask: ReplayAsk): Promise<{ readonly id: string }> {
  return send("/v1/replays", { method: "POST", body: ask });
}

/** The verdict that an address names, if it names one. */
export function verdictIn(text: string | undefined): Verdict | undefined {
  return VERDICTS.find((verdict) => verdict === text);
}
