import { type LedgerEntry, formatMonth } from "@evenhand/domain";
import { type BonusView, asCeilings, bonusView, ceilingOf } from "../plan/ceiling.ts";
import { type Book, enter, newBook } from "./book.ts";
import { LedgerInvariant, assertAmount, monthNumber } from "./invariant.ts";
import type { LedgerChange } from "./ledger-change.ts";
import type { KnownBonus, LedgerAccount, PersonLedger } from "./person-ledger.ts";

/** An account with what its entries come to. */
export type OpenAccount = { account: LedgerAccount; readonly book: Book };

/** A person's ledger while a command works on it. What the command does is collected and given by `changeOf`. */
export class OpenLedger {
  readonly before: PersonLedger;
  readonly accounts: OpenAccount[];
  bonuses: BonusView;
  /** Months since year 0. */
  closedThrough: number | undefined;
  leftIn: number | undefined;
  readonly #entries: LedgerEntry[] = [];
  readonly #words: KnownBonus[] = [];
  /** Ceilings that the command sets itself, by month. */
  readonly #ceilings = new Map<number, number>();

  constructor(ledger: PersonLedger) {
    this.before = ledger;
    this.accounts = ledger.accounts.map((account) => ({ account, book: newBook() }));
    this.bonuses = bonusView(ledger.bonuses);
    this.closedThrough = ledger.closedThrough === null ? undefined : monthNumber(ledger.closedThrough);
    this.leftIn = ledger.leftIn === null ? undefined : monthNumber(ledger.leftIn);
    const books = new Map(this.accounts.map(({ account, book }) => [account.account, book]));
    if (books.size < this.accounts.length) throw new LedgerInvariant("two accounts have one id");
    for (const entry of ledger.entries) {
      const book = books.get(entry.account);
      if (!book) throw new LedgerInvariant(`an entry names account \`${entry.account}\`, which is not there`);
      enter(book, entry);
    }
  }

  /** Throws a `LedgerInvariant` where there is no such account. */
  accountOf(id: string): OpenAccount {
    const found = this.accounts.find(({ account }) => account.account === id);
    if (!found) throw new LedgerInvariant(`there is no account \`${id}\``);
    return found;
  }

  open(account: LedgerAccount): OpenAccount {
    if (this.accounts.some((one) => one.account.account === account.account))
      throw new LedgerInvariant(`account \`${account.account}\` is open already`);
    const opened = { account, book: newBook() };
    this.accounts.push(opened);
    return opened;
  }

  /** Adds an entry of an account; one of no amount is none. */
  post(to: OpenAccount, entry: Omit<LedgerEntry, "account">): void {
    if (entry.amountMinor === 0) return;
    const posted: LedgerEntry = { account: to.account.account, ...entry };
    enter(to.book, posted);
    this.#entries.push(posted);
  }

  /** All entries of an account, those that were added last included. */
  entriesOf({ account: { account: id } }: OpenAccount): readonly LedgerEntry[] {
    return [...this.before.entries, ...this.#entries].filter(({ account }) => account === id);
  }

  learnBonus(word: KnownBonus): void {
    assertAmount(word.bonusMinor);
    this.#words.push(word);
    this.bonuses = bonusView([...this.before.bonuses, ...this.#words]);
  }

  /** The first month of which payroll may still take or give something, months since year 0; `undefined` before the first close. */
  get firstOpen(): number | undefined {
    const done = Math.max(this.closedThrough ?? -1, this.leftIn ?? -1);
    return done === -1 ? undefined : done + 1;
  }

  isOpen(month: number): boolean {
    return this.firstOpen === undefined || month >= this.firstOpen;
  }

  /** Planned and deducted in a month over all accounts, minor units. */
  heldIn(month: number): number {
    return this.accounts.reduce((sum, { book }) => sum + heldBy(book, month), 0);
  }

  /** The lowest ceiling of what stands in a month; Infinity where nothing does. */
  ceilingIn(month: number): number {
    const bonusMinor = this.bonuses.forPlanning(month) ?? 0;
    return Math.min(
      ...this.accounts
        .filter(({ book }) => heldBy(book, month) > 0)
        .map(({ account }) => ceilingOf(account.terms, bonusMinor)),
    );
  }

  setCeiling(month: number, capMinor: number): void {
    this.#ceilings.set(month, capMinor);
  }

  /** Sets the ceiling of every open month that holds something, or did. */
  setOpenCeilings(): void {
    const months = new Set(
      [
        ...this.accounts.flatMap(({ book }) => [...book.scheduled.keys()]),
        ...this.#entries.flatMap(({ month }) => (month === undefined ? [] : [monthNumber(month)])),
      ].filter((month) => this.isOpen(month)),
    );
    for (const month of months) this.setCeiling(month, this.heldIn(month) === 0 ? 0 : this.ceilingIn(month));
  }

  /** Everything that was done. */
  changeOf(): LedgerChange {
    const known = new Map(this.before.ceilings.map(({ month, capMinor }) => [month, capMinor]));
    const were = new Set(this.before.accounts);
    const moved = (month: number | undefined, before: string | null): string | undefined =>
      month === undefined || formatMonth(month) === before ? undefined : formatMonth(month);
    const closedThrough = moved(this.closedThrough, this.before.closedThrough);
    const leftIn = moved(this.leftIn, this.before.leftIn);
    return {
      entries: this.#entries,
      accounts: this.accounts.flatMap(({ account }) => (were.has(account) ? [] : [account])),
      months: asCeilings(this.#ceilings).filter(({ month, capMinor }) => known.get(month) !== capMinor),
      bonuses: this.#words,
      ...(closedThrough === undefined ? {} : { closedThrough }),
      ...(leftIn === undefined ? {} : { leftIn }),
    };
  }
}

export function heldBy({ scheduled, deducted }: Book, month: number): number {
  return (scheduled.get(month) ?? 0) + (deducted.get(month) ?? 0);
}
