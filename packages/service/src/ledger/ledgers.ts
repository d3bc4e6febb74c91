import type { Balance, DeductionTerms, LedgerBefore, LedgerEntry } from "@evenhand/domain";
import {
  EMPTY_LEDGER,
  type LedgerChange,
  type PersonLedger,
  accountBalance,
  accountMonths,
  applyChange,
  monthsHeld,
} from "@evenhand/ledger";
import {
  type Db,
  type LedgerRows,
  type LedgerTold,
  appendEntries,
  changeAccount,
  entryOf,
  insertAccount,
  insertBonuses,
  ledgerRows,
  setLeftIn,
} from "@evenhand/store";

/** An entry with whose it is. */
export type PersonEntry = LedgerEntry & { readonly person: string };

/**
 * The ledgers of some people as the database holds them, with the changes that are to be kept. INVARIANT: inside a
 * transaction that changes them their rows are taken (`lockPersons`) before they are read, so that nobody else plans with
 * the same state.
 */
export class Ledgers {
  readonly closedThrough: string | null;
  readonly #now: Map<string, PersonLedger>;
  readonly #stored: ReadonlyMap<string, PersonLedger>;
  readonly #changes: { readonly person: string; readonly change: LedgerChange }[] = [];

  constructor(stored: ReadonlyMap<string, PersonLedger>, closedThrough: string | null) {
    this.#stored = stored;
    this.#now = new Map(stored);
    this.closedThrough = closedThrough;
  }

  static async read(db: Db, persons: readonly string[]): Promise<Ledgers> {
    const rows = await ledgerRows(db, persons);
    return new Ledgers(
      new Map(persons.map((person) => [person, personLedger(rows, person)])),
      rows.closedThrough,
    );
  }

  get persons(): readonly string[] {
    return [...this.#now.keys()];
  }

  /** A person's ledger with everything that was applied so far. */
  of(person: string): PersonLedger {
    return this.#now.get(person) ?? { ...EMPTY_LEDGER, closedThrough: this.closedThrough };
  }

  apply(person: string, change: LedgerChange): void {
    this.#now.set(person, applyChange(this.of(person), change));
    this.#changes.push({ person, change });
  }

  /** Every entry that was applied, in order. */
  get entries(): readonly PersonEntry[] {
    return this.#changes.flatMap(({ person, change }) =>
      change.entries.map((entry) => ({ ...entry, person })),
    );
  }

  /** Everything else that was applied, for the audit event: one for each change, in order. */
  get told(): readonly LedgerTold[] {
    return this.#changes.map(({ person, change: { accounts, months, bonuses, leftIn } }) => ({
      person,
      ...(accounts.length === 0 ? {} : { accounts }),
      ...(months.length === 0 ? {} : { months }),
      ...(bonuses.length === 0 ? {} : { bonuses }),
      ...(leftIn === undefined ? {} : { leftIn }),
    }));
  }

  /** What decisions are computed with: what the months hold, those of one account aside. */
  scheduled(without?: string): LedgerBefore["scheduled"] {
    return this.persons.flatMap((person) =>
      monthsHeld(this.of(person), without === undefined ? {} : { without }).map((month) => ({
        party: person,
        ...month,
      })),
    );
  }

  /** How an account stands now. */
  account(
    person: string,
    account: string,
  ): {
    readonly balance: Balance;
    readonly schedule: readonly { readonly month: string; readonly amountMinor: number }[];
  } {
    const ledger = this.of(person);
    return {
      balance: accountBalance(ledger, account),
      schedule: accountMonths(ledger, account)
        .filter(({ plannedMinor }) => plannedMinor > 0)
        .map(({ month, plannedMinor }) => ({ month, amountMinor: plannedMinor })),
    };
  }

  /** Writes everything that was applied. */
  async keep(tx: Db, given: { readonly at: number; readonly auditEventId: number }): Promise<void> {
    for (const { person, change } of this.#changes) {
      if (change.bonuses.length > 0)
        await insertBonuses(
          tx,
          change.bonuses.map(({ month, bonusMinor, source }) => ({
            person,
            month,
            bonus_minor: bonusMinor,
            source,
            at: given.at,
            audit_event_id: given.auditEventId,
          })),
        );
      await this.#keepAccounts(tx, person, change);
      await appendEntries(tx, { person, entries: change.entries, months: change.months }, given);
      if (change.leftIn !== undefined) await setLeftIn(tx, person, change.leftIn);
    }
  }

  async #keepAccounts(tx: Db, person: string, { accounts }: LedgerChange): Promise<void> {
    const known = new Set(this.#stored.get(person)?.accounts.map(({ account }) => account));
    for (const { account, startsIn, currency, terms, state } of accounts) {
      if (known.has(account)) {
        await changeAccount(tx, { account, person }, { state, terms: JSON.stringify(terms) });
        continue;
      }
      await insertAccount(tx, {
        account,
        person,
        state,
        starts_in: startsIn,
        terms: JSON.stringify(terms),
        currency,
        sequence: this.of(person).accounts.findIndex((one) => one.account === account) + 1,
      });
    }
  }
}

/** One person's ledger from the rows of several. */
export function personLedger(rows: LedgerRows, person: string): PersonLedger {
  const isOwn = (row: { readonly person: string }): boolean => row.person === person;
  return {
    accounts: rows.accounts.filter(isOwn).map((row) => ({
      account: row.account,
      startsIn: row.starts_in,
      currency: row.currency,
      terms: JSON.parse(row.terms) as DeductionTerms,
      state: row.state,
    })),
    entries: rows.entries.filter(isOwn).map(entryOf),
    bonuses: rows.bonuses
      .filter(isOwn)
      .map(({ month, bonus_minor, source }) => ({ month, bonusMinor: bonus_minor, source })),
    ceilings: rows.months.filter(isOwn).map(({ month, cap_minor }) => ({ month, capMinor: cap_minor })),
    closedThrough: rows.closedThrough,
    leftIn: rows.people.find(isOwn)?.left_in ?? null,
  };
}
