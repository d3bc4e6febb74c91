import { type Db, type StoredDecision, appealsInChain, decisionById } from "@evenhand/store";
import { recordIn } from "../decisions/decision-view.ts";
import { type Figures, NOTHING, figuresIn, isSame } from "../decisions/figures.ts";

/**
 * Whether somebody has appealed already against what a decision says of them: against it, or against one before it in the
 * chain since which their result is the same. That another party's appeal put a further decision in the place of theirs
 * gives them no second one.
 */
export async function isExhausted(db: Db, stored: StoredDecision, party: string): Promise<boolean> {
  const against = new Set(await appealsInChain(db, { root: stored.root_id, person: party }));
  if (against.size === 0) return false;
  const figures = figuresOf(stored, party);
  let earlier: StoredDecision | undefined = stored;
  while (earlier && isSame(figuresOf(earlier, party), figures)) {
    if (against.has(earlier.id)) return true;
    earlier = earlier.supersedes === null ? undefined : await decisionById(db, earlier.supersedes);
  }
  return false;
}

function figuresOf(stored: StoredDecision, party: string): Figures {
  return figuresIn(recordIn(stored)).get(party) ?? NOTHING;
}
