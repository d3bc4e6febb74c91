import type { Language } from "@evenhand/domain";
import type { StatementAccount, StatementEntry, StatementInput, StatementMonth } from "@evenhand/notices";

/** The statement of somebody with two accounts; its entries are one of each kind, not all that led to the balance. */
export function statementInput(language: Language, more: Partial<StatementInput> = {}): StatementInput {
  return {
    language,
    person: "E1001",
    asOf: at("2026-09-12"),
    timeZone: "Asia/Shanghai",
    currency: "CNY",
    balance: balance({
      assessed: 170_000,
      deducted: 120_000,
      scheduled: 20_000,
      outstanding: 10_000,
      reversed: 15_000,
      waived: 5000,
    }),
    months: MONTHS,
    accounts: ACCOUNTS,
    entries: ENTRIES,
    ...more,
  };
}

/** The statement of somebody who has left, and did not pay all of it. */
export function leaverInput(language: Language): StatementInput {
  const { balance: all, accounts, ...rest } = statementInput(language);
  const settled = (one: StatementInput["balance"]): StatementInput["balance"] => {
    const lost = one.scheduledMinor + one.outstandingMinor;
    return { ...one, scheduledMinor: 0, outstandingMinor: lost, notRecoverableMinor: lost };
  };
  return {
    ...rest,
    balance: settled(all),
    accounts: accounts.map((one) => ({ ...one, state: "settled", balance: settled(one.balance) })),
    leftIn: "2026-09",
  };
}

const account = "dec-01k0c2v9m8t3q7x4n5r6s2w1zb";

const MONTHS: readonly StatementMonth[] = [
  { month: "2026-07", plannedMinor: 0, takenMinor: 80_000, capMinor: 80_000, closed: true },
  { month: "2026-08", plannedMinor: 0, takenMinor: 40_000, capMinor: 100_000, closed: true },
  { month: "2026-09", plannedMinor: 20_000, takenMinor: 0, capMinor: 100_000, closed: false },
  { month: "2026-10", plannedMinor: 0, takenMinor: 0, capMinor: null, closed: false },
];

const ACCOUNTS: readonly StatementAccount[] = [
  {
    account,
    policy: { en: "Complaint responsibility and bonus deduction", zh: "客户投诉责任与绩效奖金扣减办法" },
    reference: "CF-2026-031",
    decidedOn: "2026-07-10",
    state: "open",
    balance: balance({ assessed: 120_000, deducted: 105_000, reversed: 15_000 }),
  },
  {
    account: "dec-01k1q8n6e2k4h0v7b3c9d5f2ya",
    policy: { en: "Accountability for a custom order made wrongly", zh: "定制订单质量事故责任追究办法" },
    reference: "OI-2026-004",
    decidedOn: "2026-08-05",
    state: "suspended",
    balance: balance({
      assessed: 50_000,
      deducted: 15_000,
      scheduled: 20_000,
      outstanding: 10_000,
      waived: 5000,
    }),
  },
];

const ENTRIES: readonly StatementEntry[] = [
  { account, kind: "assessed", amountMinor: 120_000, at: at("2026-07-10") },
  { account, kind: "scheduled", amountMinor: 100_000, month: "2026-07", at: at("2026-07-10") },
  { account, kind: "deducted", amountMinor: 80_000, month: "2026-07", at: at("2026-07-31") },
  {
    account,
    kind: "carried",
    amountMinor: 20_000,
    month: "2026-07",
    from: "scheduled",
    at: at("2026-07-31"),
  },
  {
    account,
    kind: "carried",
    amountMinor: 700,
    month: "2026-07",
    from: "deducted",
    paidBackIn: "2026-08",
    at: at("2026-08-03"),
  },
  {
    account,
    kind: "reversed",
    amountMinor: 15_000,
    month: "2026-08",
    from: "deducted",
    paidBackIn: "2026-09",
    at: at("2026-09-02"),
  },
  { account, kind: "reversed", amountMinor: 900, from: "outstanding", at: at("2026-09-02") },
  { account, kind: "waived", amountMinor: 5000, at: at("2026-09-03") },
  { account, kind: "settled", amountMinor: 3100, at: at("2026-09-05") },
];

function at(day: string): number {
  return Date.parse(`${day}T10:00:00+08:00`);
}

function balance(
  parts: Partial<
    Record<"assessed" | "deducted" | "scheduled" | "outstanding" | "reversed" | "waived", number>
  >,
): StatementInput["balance"] {
  const { assessed = 0, deducted = 0, scheduled = 0, outstanding = 0, reversed = 0, waived = 0 } = parts;
  return {
    assessedMinor: assessed,
    deductedMinor: deducted,
    scheduledMinor: scheduled,
    outstandingMinor: outstanding,
    reversedMinor: reversed,
    waivedMinor: waived,
    notRecoverableMinor: 0,
  };
}
