import type { Db, StoredDecision } from "@evenhand/store";
import { appealUntil, recordFrom } from "../decisions/decision-view.ts";
import { recordedRules } from "../rulebook/recorded-rules.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { withSameFigures } from "./same-figures.ts";

/**
 * The last day on which a party may appeal against what a decision says of them, `YYYY-MM-DD`, and the time zone of that
 * day. It runs from the decision that last changed their own figures: one that was put in its place for the sake of
 * somebody else gives them no further time.
 */
export async function appealWindow(
  rules: Rulebook,
  db: Db,
  { stored, party }: { readonly stored: StoredDecision; readonly party: string },
): Promise<{ readonly until: string; readonly timeZone: string }> {
  const first = (await withSameFigures(db, stored, party)).at(-1) ?? stored;
  const recorded = await recordedRules(rules, db, recordFrom(first));
  return { until: appealUntil(recorded, first), timeZone: recorded.version.policy.timeZone };
}
