import type { DecisionRecord } from "@evenhand/domain";
import { type Db, type StoredDecision, listDecisions } from "@evenhand/store";
import { recordFrom } from "../decisions/decision-view.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { policySpans } from "./months.ts";

/** Records are large; so many are read at a time. */
const PAGE = 50;

/**
 * The records of the decisions in force that were recorded in a month, each by the clocks of its policy; in the order of
 * recording, a part at a time.
 */
export async function* decisionsOfMonth(
  db: Db,
  rules: Rulebook,
  month: string,
): AsyncGenerator<readonly DecisionRecord[], void> {
  const spans = await policySpans(db, rules, month);
  const isOfMonth = ({ policy_id, recorded_at }: StoredDecision): boolean =>
    spans.some(
      ({ policyIds, from, until }) =>
        policyIds.includes(policy_id) && recorded_at >= from && recorded_at < until,
    );
  const from = Math.min(...spans.map((span) => span.from));
  const until = Math.max(...spans.map((span) => span.until));
  let cursor: number | undefined;
  while (spans.length > 0) {
    const rows = await listDecisions(db, {
      inForce: true,
      from,
      until,
      order: "oldest-first",
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    yield rows.filter(isOfMonth).map(recordFrom);
    if (rows.length < PAGE) return;
    cursor = rows.at(-1)?.sequence;
  }
}
