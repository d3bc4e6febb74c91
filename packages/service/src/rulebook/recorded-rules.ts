import type { Calendar, DecisionRecord, PolicyVersion } from "@evenhand/domain";
import type { Db } from "@evenhand/store";
import { recordedDocuments } from "./recorded-version.ts";
import type { Rulebook } from "./rulebook.ts";

/** What a recorded decision is read by: the policy it was taken under, and the calendar its days are counted by. */
export type RecordedRules = { readonly version: PolicyVersion; readonly calendar: Calendar };

/** By the hashes of both, so that nothing that is kept ever becomes another. Goes with the rulebook it was asked of. */
const KEPT = new WeakMap<Rulebook, Map<string, RecordedRules>>();

/**
 * The rules of a recorded decision, by the hashes in its record. The rulebook spares the reading where it has the very
 * same; whether the version could be decided under today is no matter, nor which calendar is in use by now.
 *
 * @throws Error where a document of a recorded decision is not stored any more, or is another than it was
 */
export async function recordedRules(
  rules: Rulebook,
  db: Db,
  record: Pick<DecisionRecord, "policy" | "calendar">,
): Promise<RecordedRules> {
  const { policy, calendar } = record;
  const booked = rules.version(policy.id, policy.version);
  if (
    !("refusal" in booked) &&
    booked.version.hash === policy.hash &&
    booked.loaded.calendar.hash === calendar.hash
  )
    return { version: booked.version, calendar: booked.loaded.calendar };
  const kept = KEPT.get(rules) ?? new Map<string, RecordedRules>();
  KEPT.set(rules, kept);
  const key = `${policy.hash} ${calendar.hash}`;
  const found = kept.get(key) ?? (await recordedDocuments(db, record));
  if ("missing" in found) throw new Error(found.missing.map(({ message }) => message.en).join("; "));
  kept.set(key, found);
  return found;
}
