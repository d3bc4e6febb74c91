import { type LocalizedText, amountText, formatMonth, quote } from "@evenhand/domain";
import { balanceOfBook } from "../state/balance.ts";
import { type Book, enter, newBook, sumOf } from "../state/book.ts";
import { LedgerInvariant, monthNumber } from "../state/invariant.ts";
import type { LedgerAccount, PersonLedger } from "../state/person-ledger.ts";

/** What must hold of every person's ledger at every read. */
export const LEDGER_RULES = [
  "accounts-apart",
  "entry-has-account",
  "entry-takes-what-is-there",
  "closed-in-order",
  "paid-back-later",
  "identity",
  "month-within-ceiling",
  "no-plan-in-closed-month",
  "taken-when-closed",
  "plan-allowed",
  "nothing-after-leaving",
] as const;
export type LedgerRule = (typeof LEDGER_RULES)[number];

/** Something that must not be. `at` names the account, the month or the entry (by its place, counted from 0). */
export type LedgerProblem = {
  readonly rule: LedgerRule;
  readonly at: string;
  readonly message: LocalizedText;
};

type AccountBooks = readonly { readonly account: LedgerAccount; readonly book: Book }[];

/**
 * Everything in a person's ledger that must not be; empty where it is sound. It works from the entries alone and shares
 * nothing with the commands but what an entry means.
 *
 * - `identity`: assessed = deducted + scheduled + outstanding + reversed + waived, and what is not recoverable is outstanding
 * - `entry-takes-what-is-there`: no place falls below 0 after any entry
 * - `month-within-ceiling`: planned and deducted in a month are within its ceiling
 * - `plan-allowed`: only open accounts that are not blocked have a plan, from their first month to their last, and one
 *   sum stands in one month
 */
export function ledgerProblems(ledger: PersonLedger): readonly LedgerProblem[] {
  const { accounts, problems } = readAccounts(ledger);
  return [
    ...problems,
    ...entriesInOrder(ledger),
    ...accounts.flatMap(identity),
    ...monthsWithinCeilings(ledger, accounts),
    ...closedMonths(ledger, accounts),
    ...plansAllowed(accounts),
    ...afterLeaving(ledger, accounts),
  ];
}

function found(rule: LedgerRule, at: string, en: string, zh: string): LedgerProblem {
  return { rule, at, message: { en, zh } };
}

function readAccounts(ledger: PersonLedger): {
  readonly accounts: AccountBooks;
  readonly problems: readonly LedgerProblem[];
} {
  const problems: LedgerProblem[] = [];
  const books = new Map<string, { readonly account: LedgerAccount; readonly book: Book }>();
  for (const account of ledger.accounts) {
    const id = account.account;
    if (books.has(id))
      problems.push(found("accounts-apart", id, `account ${quote(id)} stands twice`, `账户${quote(id)}重复`));
    books.set(id, { account, book: newBook() });
  }
  for (const [place, entry] of ledger.entries.entries()) {
    const at = `entries/${place}`;
    const book = books.get(entry.account)?.book;
    if (!book) {
      const id = quote(entry.account);
      problems.push(found("entry-has-account", at, `there is no account ${id}`, `不存在账户${id}`));
      continue;
    }
    try {
      enter(book, entry);
    } catch (error) {
      if (!(error instanceof LedgerInvariant)) throw error;
      const what = `${quote(entry.kind)} ${entry.amountMinor}`;
      problems.push(
        found(
          "entry-takes-what-is-there",
          at,
          `${what} is no entry that account ${quote(entry.account)} can have at this place`,
          `账户${quote(entry.account)}在此处不应有分录${what}`,
        ),
      );
    }
  }
  return { accounts: [...books.values()], problems };
}

/** Months close one after the other, and what is given back is given back in a later month than it was taken in. */
function entriesInOrder({ entries }: PersonLedger): readonly LedgerProblem[] {
  let latest = "";
  return entries.flatMap(({ kind, month = "", paidBackIn }, place) => {
    const at = `entries/${place}`;
    const late = kind === "deducted" && month < latest;
    if (kind === "deducted" && !late) latest = month;
    return [
      ...(late
        ? [
            found(
              "closed-in-order",
              at,
              `taken in ${month} after ${latest} was closed`,
              `${latest}结账之后又在${month}扣减`,
            ),
          ]
        : []),
      ...(paidBackIn !== undefined && paidBackIn <= month
        ? [
            found(
              "paid-back-later",
              at,
              `taken in ${month} and paid back in ${paidBackIn}`,
              `${month}扣减，却于${paidBackIn}退还`,
            ),
          ]
        : []),
    ];
  });
}

function identity({ account, book }: AccountBooks[number]): readonly LedgerProblem[] {
  const balance = balanceOfBook(book);
  const sum =
    balance.deductedMinor +
    balance.scheduledMinor +
    balance.outstandingMinor +
    balance.reversedMinor +
    balance.waivedMinor;
  if (
    balance.assessedMinor === sum &&
    Object.values(balance).every((amountMinor) => Number.isSafeInteger(amountMinor) && amountMinor >= 0) &&
    balance.notRecoverableMinor <= balance.outstandingMinor
  )
    return [];
  const id = account.account;
  return [
    found(
      "identity",
      id,
      `the balance of account ${quote(id)} does not add up`,
      `账户${quote(id)}的余额不平衡`,
    ),
  ];
}

function monthsWithinCeilings(ledger: PersonLedger, accounts: AccountBooks): readonly LedgerProblem[] {
  const ceilings = new Map(ledger.ceilings.map(({ month, capMinor }) => [month, capMinor]));
  const held = new Map<number, number>();
  for (const { book } of accounts)
    for (const months of [book.scheduled, book.deducted])
      for (const [month, amountMinor] of months) held.set(month, (held.get(month) ?? 0) + amountMinor);
  const inOrder = [...held].sort(([a], [b]) => a - b);
  return inOrder.flatMap(([at, amountMinor]) => {
    const month = formatMonth(at);
    const capMinor = ceilings.get(month) ?? 0;
    if (amountMinor <= capMinor) return [];
    const holds = amountText(amountMinor, accounts[0]?.account.currency ?? "CNY");
    const ceiling = amountText(capMinor, accounts[0]?.account.currency ?? "CNY");
    return found(
      "month-within-ceiling",
      month,
      `${month} holds ${holds.en}, above its ceiling of ${ceiling.en}`,
      `${month}共有${holds.zh}，超过上限${ceiling.zh}`,
    );
  });
}

function closedMonths(ledger: PersonLedger, accounts: AccountBooks): readonly LedgerProblem[] {
  const closed = ledger.closedThrough === null ? -1 : monthNumber(ledger.closedThrough);
  const left = ledger.leftIn === null ? -1 : monthNumber(ledger.leftIn);
  return accounts.flatMap(({ book }) => [
    ...[...book.scheduled.keys()]
      .filter((month) => month <= closed)
      .map(formatMonth)
      .map((month) =>
        found(
          "no-plan-in-closed-month",
          month,
          `${month} is closed and holds a plan`,
          `${month}已结账，却仍有扣减计划`,
        ),
      ),
    ...[...book.deducted.keys()]
      .filter((month) => month > closed && month !== left)
      .map(formatMonth)
      .map((month) =>
        found(
          "taken-when-closed",
          month,
          `something was taken in ${month}, which is open`,
          `${month}尚未结账，却已扣减`,
        ),
      ),
  ]);
}

function plansAllowed(accounts: AccountBooks): readonly LedgerProblem[] {
  return accounts.flatMap(({ account, book }) => {
    const { startsIn, terms, state } = account;
    const months = [...book.scheduled.keys()].map(formatMonth);
    const isAllowed =
      months.length === 0 ||
      (state === "open" &&
        !terms.blocked &&
        months.every((month) => month >= startsIn && month <= (terms.lastMonth ?? month)) &&
        !(terms.oneSum && (months.length > 1 || book.outstandingMinor > 0 || sumOf(book.deducted) > 0)));
    const id = account.account;
    if (isAllowed) return [];
    return found(
      "plan-allowed",
      id,
      `account ${quote(id)} has a plan that its terms or its state do not allow`,
      `账户${quote(id)}的扣减计划不符合其条件或状态`,
    );
  });
}

function afterLeaving({ leftIn }: PersonLedger, accounts: AccountBooks): readonly LedgerProblem[] {
  return accounts.flatMap(({ account, book }) => {
    const hasLeft = leftIn !== null;
    const isSettled = account.state === "settled";
    const isDone =
      !hasLeft ||
      (book.scheduled.size === 0 &&
        book.notRecoverableMinor === book.outstandingMinor &&
        [...book.deducted.keys()].every((month) => formatMonth(month) <= leftIn));
    if (isSettled === hasLeft && isDone && (hasLeft || book.notRecoverableMinor === 0)) return [];
    const id = account.account;
    return found(
      "nothing-after-leaving",
      id,
      `account ${quote(id)} is not settled as that of somebody who ${hasLeft ? "left" : "has not left"}`,
      `账户${quote(id)}的结清状态与员工是否离职不符`,
    );
  });
}
