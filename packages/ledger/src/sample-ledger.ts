import { type DeductionTerms, formatMonth, parseMonth, planInstalments } from "@evenhand/domain";
import { type AssessAsk, assess } from "./commands/assess.ts";
import { ceilingOf } from "./plan/ceiling.ts";
import { monthsHeld } from "./plan/months-held.ts";
import { type LedgerResult, applyChange } from "./state/ledger-change.ts";
import { EMPTY_LEDGER, type PersonLedger } from "./state/person-ledger.ts";

/** Half of the bonus, no guard. */
export const HALF: DeductionTerms = {
  capRate: 0.5,
  mostInMonthMinor: null,
  mostInAllMinor: null,
  lastMonth: null,
  oneSum: false,
  blocked: false,
};

/** A decision of July 2026 under half of a bonus of 2,000.00, planned the way the engine plans it. */
export function decided(
  ledger: PersonLedger,
  ask: Pick<AssessAsk, "account" | "amountMinor"> & Partial<AssessAsk>,
): PersonLedger {
  const whole = {
    startsIn: "2026-07",
    currency: "CNY",
    terms: HALF,
    isSuspended: false,
    bonusMinor: 200_000,
    ...ask,
  };
  return done(
    ledger,
    assess(ledger, { ...whole, instalments: ask.instalments ?? scheduleFor(ledger, whole) }),
  );
}

/** P1 of example A of complaint-fines: 1,200.00 under half of a bonus of 2,000.00 from July 2026 on. */
export function exampleA(): PersonLedger {
  return decided(EMPTY_LEDGER, { account: "d1", amountMinor: 120_000 });
}

/** The ledger after a command. Throws where the command was refused. */
export function done(ledger: PersonLedger, result: LedgerResult): PersonLedger {
  if ("refusal" in result) throw new Error(`refused as ${result.refusal.code}`);
  return applyChange(ledger, result.change);
}

/** What the plan of an account holds, as `2026-07 1000.00, 2026-08 200.00`. */
export function planText(ledger: PersonLedger, account: string): string {
  return textOf(ledger, account, "scheduled");
}

/** What was taken of an account, in the same form. */
export function takenText(ledger: PersonLedger, account: string): string {
  return textOf(ledger, account, "deducted");
}

/** The entries that a command added, as `carried 100.00 2026-07 from scheduled`. */
export function addedBy(result: LedgerResult): readonly string[] {
  if ("refusal" in result) return [`refused: ${result.refusal.code}`];
  return result.change.entries.map(({ account, kind, amountMinor, month, from, paidBackIn }) =>
    [
      account,
      kind,
      (amountMinor / 100).toFixed(2),
      ...(month ? [month] : []),
      ...(from ? [`from ${from}`] : []),
      ...(paidBackIn ? [`back in ${paidBackIn}`] : []),
    ].join(" "),
  );
}

function textOf(ledger: PersonLedger, account: string, bucket: "scheduled" | "deducted"): string {
  const months = new Map<string, number>();
  const add = (month: string, amountMinor: number): void => {
    months.set(month, (months.get(month) ?? 0) + amountMinor);
  };
  for (const { account: of, kind, amountMinor, month = "", from } of ledger.entries) {
    if (of !== account) continue;
    if (kind === bucket) add(month, amountMinor);
    if (kind === "deducted" && bucket === "scheduled") add(month, -amountMinor);
    if (from === bucket) add(month, -amountMinor);
  }
  return [...months]
    .filter(([, amountMinor]) => amountMinor !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, amountMinor]) => `${month} ${(amountMinor / 100).toFixed(2)}`)
    .join(", ");
}

function scheduleFor(
  ledger: PersonLedger,
  ask: Omit<AssessAsk, "account" | "instalments">,
): AssessAsk["instalments"] {
  const { terms, isSuspended, bonusMinor, amountMinor, startsIn } = ask;
  if (isSuspended || terms.blocked || bonusMinor === null) return [];
  const held = new Map(monthsHeld(ledger).map((month) => [month.month, month]));
  const fromMonth = Math.max(
    parseMonth(startsIn) ?? 0,
    ledger.closedThrough === null ? 0 : (parseMonth(ledger.closedThrough) ?? 0) + 1,
  );
  const { schedule } = planInstalments({
    amountMinor,
    fromMonth,
    months: terms.oneSum ? 1 : 600,
    roomIn: (month) => {
      const standing = held.get(formatMonth(month));
      return (
        Math.min(ceilingOf(terms, bonusMinor), standing?.atMostMinor ?? Infinity) -
        (standing?.amountMinor ?? 0)
      );
    },
  });
  return schedule;
}
