import { type DecisionRecord, type Policy, readCalendar } from "@evenhand/domain";
import { loadVersion } from "@evenhand/engine";
import { preparePolicy } from "@evenhand/policy";
import { inSlices } from "../../../live/in-slices.ts";
import type { LiveGround } from "../../../live/protocol.ts";
import { type NearestChange, isProposedHere, nearestChanges } from "./nearest-change.ts";

/** What trying other facts came to. */
export type Tried =
  | {
      readonly kind: "tried";
      readonly changes: readonly NearestChange[];
      readonly tries: number;
    }
  /** The case comes out otherwise here than it was recorded, so that nothing can be told from here. */
  | { readonly kind: "otherwise" };

/** Tries other facts of a recorded case in this browser, with pauses, as long as somebody waits. */
export async function tryChanges(
  record: DecisionRecord,
  {
    policy,
    ground,
    signal,
  }: { readonly policy: Policy; readonly ground: LiveGround; readonly signal: AbortSignal },
): Promise<Tried> {
  const read = readCalendar(ground.calendars.find(({ id }) => id === policy.calendar));
  if (!("calendar" in read)) return { kind: "otherwise" };
  const loaded = loadVersion(preparePolicy(policy), { calendar: read.calendar, guards: ground.guards });
  if (!isProposedHere(loaded, record)) return { kind: "otherwise" };
  const tries = await inSlices(nearestChanges(loaded, record), {
    now: () => performance.now(),
    pause: () =>
      new Promise((resume) => {
        setTimeout(resume);
      }),
    isOvertaken: () => signal.aborted,
  });
  const all = tries ?? [];
  return { kind: "tried", changes: all.filter((one) => one !== undefined), tries: all.length };
}
