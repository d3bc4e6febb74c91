import { type Db, type StoredDecision, appealsInChain } from "@evenhand/store";
import { withSameFigures } from "./same-figures.ts";

/**
 * Whether somebody has appealed already against what a decision says of them: against it, or against one before it in the
 * chain since which their result is the same. That another party's appeal put a further decision in the place of theirs
 * gives them no second one.
 */
export async function isExhausted(db: Db, stored: StoredDecision, party: string): Promise<boolean> {
  const against = new Set(await appealsInChain(db, { root: stored.root_id, person: party }));
  if (against.size === 0) return false;
  return (await withSameFigures(db, stored, party)).some(({ id }) => against.has(id));
}
