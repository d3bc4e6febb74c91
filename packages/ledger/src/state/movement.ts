import type { LedgerEntry } from "@evenhand/domain";
import { LedgerInvariant } from "./invariant.ts";

/** Where an amount of an account stands; of what is scheduled or deducted, in which month (`YYYY-MM`). */
export type Bucket =
  | { readonly kind: "outstanding" | "reversed" | "waived" }
  | { readonly kind: "scheduled" | "deducted"; readonly month: string };

/** From one bucket into another; what is assessed comes from nowhere. */
export type Movement = { readonly from?: Bucket; readonly to: Bucket };

const OUTSTANDING: Bucket = { kind: "outstanding" };

/**
 * What an entry moves; `undefined` of `settled`, which only says that an outstanding amount will not be recovered.
 * Throws a `LedgerInvariant` on an entry that does not say what its kind needs.
 *
 * @example movementOf({ account: "d1", kind: "deducted", amountMinor: 100, month: "2026-07" })
 * // { from: { kind: "scheduled", month: "2026-07" }, to: { kind: "deducted", month: "2026-07" } }
 */
export function movementOf(entry: LedgerEntry): Movement | undefined {
  assertForm(entry);
  const { month = "" } = entry;
  switch (entry.kind) {
    case "assessed":
      return { to: OUTSTANDING };
    case "scheduled":
      return { from: OUTSTANDING, to: { kind: "scheduled", month } };
    case "deducted":
      return { from: { kind: "scheduled", month }, to: { kind: "deducted", month } };
    case "carried":
      return { from: placeOf(entry), to: OUTSTANDING };
    case "reversed":
      return { from: placeOf(entry), to: { kind: "reversed" } };
    case "waived":
      return { from: OUTSTANDING, to: { kind: "waived" } };
    case "settled":
      return undefined;
  }
}

function placeOf({ from, month = "" }: LedgerEntry): Bucket {
  return from === "scheduled" || from === "deducted" ? { kind: from, month } : OUTSTANDING;
}

/** The forms that an entry of each kind may have, by the fields that it states besides account, kind and amount. */
const FORMS: Readonly<Record<LedgerEntry["kind"], readonly string[]>> = {
  assessed: [""],
  scheduled: ["month"],
  deducted: ["month"],
  carried: ["month from=scheduled", "month from=deducted paidBackIn"],
  reversed: ["from=outstanding", "month from=deducted paidBackIn"],
  waived: [""],
  settled: [""],
};

function assertForm(entry: LedgerEntry): void {
  const stated = (["month", "from", "paidBackIn"] as const)
    .filter((field) => entry[field] !== undefined)
    .map((field) => (field === "from" ? `from=${entry.from}` : field))
    .join(" ");
  if (!Object.hasOwn(FORMS, entry.kind) || !FORMS[entry.kind].includes(stated))
    throw new LedgerInvariant(`an entry of kind \`${entry.kind}\` cannot have \`${stated}\``);
}
