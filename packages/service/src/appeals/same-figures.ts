import { type Db, type StoredDecision, decisionById } from "@evenhand/store";
import { recordFrom } from "../decisions/decision-view.ts";
import { figuresIn, isSame } from "../decisions/figures.ts";

/**
 * A decision and those before it in the chain that decide for a party what it decides, the newest first: the last of them
 * is the one with which it came to that. One that does not name the party decides nothing for them.
 */
export async function withSameFigures(
  db: Db,
  stored: StoredDecision,
  party: string,
): Promise<readonly [StoredDecision, ...StoredDecision[]]> {
  const decided = figuresOf(stored, party);
  const same: [StoredDecision, ...StoredDecision[]] = [stored];
  for (let { supersedes } = stored; supersedes !== null;) {
    const earlier = await decisionById(db, supersedes);
    const figures = earlier && figuresOf(earlier, party);
    if (!decided || !figures || !isSame(figures, decided)) break;
    same.push(earlier);
    supersedes = earlier.supersedes;
  }
  return same;
}

function figuresOf(stored: StoredDecision, party: string) {
  return figuresIn(recordFrom(stored)).get(party);
}
