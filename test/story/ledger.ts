import type { Balance } from "@evenhand/domain";
import type { Statement } from "@evenhand/service";
import { expect } from "vitest";
import type { World } from "./world.ts";

/** How a person's ledger must stand: everything in it, in minor units; what a balance leaves out is 0. */
export type LedgerExpected = {
  /** The step under which the page tells of it. */
  readonly step?: string;
  readonly balance: Partial<
    Readonly<
      Record<
        "assessed" | "deducted" | "scheduled" | "outstanding" | "reversed" | "waived" | "notRecoverable",
        number
      >
    >
  >;
  /** The state of each account, by the name of the decision with which it began. */
  readonly accounts: Readonly<Record<string, string>>;
  /** `2026-08 planned 20000 taken 0 of at most 100000`, without what is 0. */
  readonly months: readonly string[];
  /** `FIRST carried 60000 2026-08 from scheduled`. */
  readonly entries: readonly string[];
  readonly leftIn?: string;
};

/** Reads a person's statement as a handler does, and holds all of it against what must be there. */
export async function expectLedger(world: World, person: string, expected: LedgerExpected): Promise<void> {
  const { step, balance } = expected;
  const { body } = await world.as("handler").send<Statement>({
    ...(step === undefined ? {} : { step }),
    path: `/v1/people/${person}/ledger`,
  });
  const nameOf = (id: string): string => world.transcript.nameOf(id) ?? id;
  expect({
    person: body.person,
    balance: body.balance,
    accounts: Object.fromEntries(body.accounts.map(({ decision, state }) => [nameOf(decision), state])),
    months: body.months.map(monthLine),
    entries: body.entries.map((entry) => entryLine({ ...entry, account: nameOf(entry.account) })),
    leftIn: body.leftIn,
  }).toEqual({
    person,
    balance: wholeBalance(balance),
    accounts: expected.accounts,
    months: expected.months,
    entries: expected.entries,
    leftIn: expected.leftIn ?? null,
  });
  expectIdentity(body);
}

function wholeBalance(given: LedgerExpected["balance"]): Balance {
  return {
    assessedMinor: given.assessed ?? 0,
    deductedMinor: given.deducted ?? 0,
    scheduledMinor: given.scheduled ?? 0,
    outstandingMinor: given.outstanding ?? 0,
    reversedMinor: given.reversed ?? 0,
    waivedMinor: given.waived ?? 0,
    notRecoverableMinor: given.notRecoverable ?? 0,
  };
}

function monthLine({ month, plannedMinor, deductedMinor, capMinor }: Statement["months"][number]): string {
  const planned = plannedMinor === 0 ? "" : ` planned ${plannedMinor}`;
  const taken = deductedMinor === 0 ? "" : ` taken ${deductedMinor}`;
  return `${month}${planned}${taken} of at most ${capMinor}`;
}

function entryLine(entry: Statement["entries"][number]): string {
  const { account, kind, amountMinor, month, from, paidBackIn } = entry;
  return [
    account,
    kind,
    amountMinor,
    month,
    from && `from ${from}`,
    paidBackIn && `paid back in ${paidBackIn}`,
  ]
    .filter((part) => part !== undefined)
    .join(" ");
}

/** assessed = deducted + scheduled + outstanding + reversed + waived, of each account and of all together. */
function expectIdentity({ balance, accounts, months }: Statement): void {
  for (const each of [balance, ...accounts.map((account) => account.balance)]) {
    const { assessedMinor, deductedMinor, scheduledMinor, outstandingMinor, reversedMinor, waivedMinor } =
      each;
    expect(deductedMinor + scheduledMinor + outstandingMinor + reversedMinor + waivedMinor).toBe(
      assessedMinor,
    );
  }
  const sum = (of: (month: Statement["months"][number]) => number): number =>
    months.reduce((total, month) => total + of(month), 0);
  expect(sum(({ plannedMinor }) => plannedMinor)).toBe(balance.scheduledMinor);
  expect(sum(({ deductedMinor }) => deductedMinor)).toBe(balance.deductedMinor);
  for (const { plannedMinor, deductedMinor, capMinor } of months)
    expect(plannedMinor + deductedMinor).toBeLessThanOrEqual(capMinor);
}
