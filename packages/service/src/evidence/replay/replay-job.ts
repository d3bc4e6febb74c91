import type { Verdict } from "@evenhand/domain";
import type { ReplayFilter } from "@evenhand/store";
import type { RunName } from "../../jobs/runs.ts";
import type { ReplayAsked, ReplayedDecision } from "./replayed.ts";

/** Replays are runs of this name. */
export const REPLAY: RunName = { kind: "replay", label: { en: "replay", zh: "重算" } };

/** What a job was asked for, as it is stored. */
export type ReplayPayload = ReplayFilter & Pick<ReplayAsked, "evaluators">;

export type ReplayCounts = Readonly<Record<Verdict, number>>;

/** What has come of a job so far, as it is stored. */
export type ReplayResult = {
  readonly counts: ReplayCounts;
  /** Of every decision where single ones were named; else of those that are not identical, up to 1,000. */
  readonly verdicts: readonly ReplayedDecision[];
};

export const NO_RESULT: ReplayResult = {
  counts: { identical: 0, different: 0, cannot: 0 },
  verdicts: [],
};

/** So many decisions may be named one by one. */
export const MOST_NAMED = 200;
const MOST_VERDICTS = 1_000;
/** What differs in one decision is told whole where that decision is replayed by itself. */
const MOST_DIFFERENCES = 5;

/** The result with one verdict more. */
export function withVerdict(
  { counts, verdicts }: ReplayResult,
  replayed: ReplayedDecision,
  { ids }: ReplayPayload,
): ReplayResult {
  const { verdict, differences } = replayed;
  const isKept = verdicts.length < MOST_VERDICTS && (ids !== undefined || verdict !== "identical");
  const kept = { ...replayed, differences: differences.slice(0, MOST_DIFFERENCES) };
  return {
    counts: { ...counts, [verdict]: counts[verdict] + 1 },
    verdicts: isKept ? [...verdicts, kept] : verdicts,
  };
}
