import { Conflict } from "@evenhand/store";

/**
 * Does again what met somebody else who kept the same case, or decided it, at the same moment: the later of the two finds
 * the constraint first, and then what the other one kept.
 */
export async function again<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      const hasMet = error instanceof Conflict && MEETINGS.has(error.constraint);
      if (!hasMet || tries === MOST_TRIES) throw error;
    }
  }
}

const MOST_TRIES = 5;
const MEETINGS: ReadonlySet<string> = new Set([
  "cases_policy_id_reference_revision_unique",
  "people_alike_unique",
  "decisions_policy_id_reference_unique",
  "decisions_supersedes_unique",
]);
