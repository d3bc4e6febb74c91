import type { Settings } from "@evenhand/service";
import { readFigure, writtenFigure } from "../../draft/editors/figure.ts";

/** The settings as they are typed: an amount with its two places, a day of the month. */
export type TypedSettings = { readonly factor: boolean; readonly amount: string; readonly day: string };

/** The threshold is one number for policies in any currency; it is typed with two places, as most currencies have. */
const MONEY = { unit: "money", currency: "CNY" } as const;

export function typedFrom(settings: Settings): TypedSettings {
  return {
    factor: settings.requireSecondFactor,
    amount: String(writtenFigure(settings.twoApproversFromMinor, MONEY)),
    day: String(settings.announcementDay),
  };
}

/** The settings that were typed; undefined where something of them cannot be one. */
export function settingsFrom({ factor, amount, day }: TypedSettings): Settings | undefined {
  const minor = amountIn(amount);
  if (minor === undefined || !isDayOfMonth(day)) return undefined;
  return { requireSecondFactor: factor, twoApproversFromMinor: minor, announcementDay: Number(day) };
}

export function isAmount(text: string): boolean {
  return amountIn(text) !== undefined;
}

/** The service takes the 1st to the 28th, which every month has. */
export function isDayOfMonth(text: string): boolean {
  return /^(?:[1-9]|1\d|2[0-8])$/.test(text.trim());
}

function amountIn(text: string): number | undefined {
  const minor = readFigure(text, MONEY);
  return typeof minor === "number" && Number.isSafeInteger(minor) && minor >= 0 ? minor : undefined;
}
