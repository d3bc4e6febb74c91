import { parseMonth } from "@evenhand/domain";

/** Something that cannot be, unless this package or whoever calls it has a fault. Nothing may be kept after it. */
export class LedgerInvariant extends Error {
  constructor(message: string) {
    super(message);
    this.name = "LedgerInvariant";
  }
}

/** A month as months since year 0. Throws a `LedgerInvariant` on what is no month. */
export function monthNumber(text: string): number {
  const month = parseMonth(text);
  if (month === undefined) throw new LedgerInvariant(`\`${text}\` is no payroll month`);
  return month;
}

/** Throws a `LedgerInvariant` on anything but a whole number of minor units, 0 or more. */
export function assertAmount(amountMinor: number): void {
  if (!Number.isSafeInteger(amountMinor) || amountMinor < 0)
    throw new LedgerInvariant(`\`${amountMinor}\` is no amount of the ledger`);
}
