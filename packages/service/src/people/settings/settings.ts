import { type Db, allSettings } from "@evenhand/store";
import type { ServiceContext } from "../../context.ts";

/** What administrators decide about the service itself. */
export type Settings = {
  /** Whether approving, publishing and unmasking ask for a second factor in the session. */
  readonly requireSecondFactor: boolean;
  /** From this amount on, in minor units, that a simulation moves, a version needs two approvers. */
  readonly twoApproversFromMinor: number;
  /** The day of the month, 1 to 28, by which the announcement of the month before is due. */
  readonly announcementDay: number;
};

/** What holds until somebody sets it otherwise: two approvers from 100,000.00 on, announcements by the 10th. */
export const DEFAULT_SETTINGS: Settings = {
  requireSecondFactor: false,
  twoApproversFromMinor: 10_000_000,
  announcementDay: 10,
};

/** The settings as they stand. */
export async function settingsOf(db: Db): Promise<Settings> {
  const rows = await allSettings(db);
  const set = new Map(rows.map(({ key, value }) => [key, JSON.parse(value) as unknown]));
  const one = <Name extends keyof Settings>(name: Name): Settings[Name] => {
    const value = set.get(name);
    // One of another type was left by another program; what holds by default is then safer than a guess.
    return typeof value === typeof DEFAULT_SETTINGS[name]
      ? (value as Settings[Name])
      : DEFAULT_SETTINGS[name];
  };
  return {
    requireSecondFactor: one("requireSecondFactor"),
    twoApproversFromMinor: one("twoApproversFromMinor"),
    announcementDay: one("announcementDay"),
  };
}

export async function readSettings({ store }: Pick<ServiceContext, "store">): Promise<Settings> {
  return store.read(settingsOf);
}

/** Whether approving, publishing and unmasking ask for a second factor just now. */
export async function requiresSecondFactor(context: Pick<ServiceContext, "store">): Promise<boolean> {
  return (await readSettings(context)).requireSecondFactor;
}
