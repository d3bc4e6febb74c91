import { addTo, sumOf } from "../state/book.ts";
import { monthNumber } from "../state/invariant.ts";
import type { OpenLedger } from "../state/open-ledger.ts";
import { announce, announcedOf } from "./announced.ts";
import type { Draft } from "./draft.ts";

/**
 * Plans what was put off into the earliest months with room again, as early as it was ever announced: by no month is more
 * of the account through than somebody was once told of. What was never put off stays where it is.
 *
 * @param roomIn what a month has room for beside the plan as it then is, minor units
 */
export function bringForward(
  ledger: OpenLedger,
  { one, plan }: Draft,
  roomIn: (month: number) => number,
): void {
  const entries = ledger.entriesOf(one);
  if (plan.size === 0 || !entries.some(({ kind }) => kind === "carried")) return;
  const { deducted } = one.book;
  const announced = announcedOf(entries);
  announce(announced, { scheduled: plan, deducted });
  const first = Math.max(monthNumber(one.account.startsIn), ledger.firstOpen ?? 0);
  const last = Math.max(...plan.keys());
  let remains = sumOf(plan);
  plan.clear();
  let dueMinor = -sumOf(deducted);
  for (const [month, amountMinor] of announced) if (month < first) dueMinor += amountMinor;
  // INVARIANT: the months that held it have room for it, so that nothing remains after the last of them.
  for (let month = first; month <= last && remains > 0; month += 1) {
    dueMinor += announced.get(month) ?? 0;
    const mostMinor = Math.max(0, Math.min(remains, dueMinor, roomIn(month)));
    const amountMinor = one.account.terms.oneSum && mostMinor < remains ? 0 : mostMinor;
    addTo(plan, month, amountMinor);
    dueMinor -= amountMinor;
    remains -= amountMinor;
  }
}
