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

type PersonChange = { readonly person: string; readonly change: LedgerChange };

/**
 * The ledgers of some people as the database holds them, with the changes that are to be kept. INVARIANT: inside a
 * transaction that changes them their rows are taken (`lockPersons`) before they are read, so that nobody else plans with
 * the same state.
 */
export class Ledgers {
  readonly closedThrough: string | null;
  readonly #now: Map<string, PersonLedger>;
  readonly #stored: ReadonlyMap<string, PersonLedger>;
  readonly #changes: PersonChange[] = [];

  constructor(stored: ReadonlyMap<string, PersonLedger>, closedThrough: string | null) {
    this.#stored = stored;
    this.#now = new Map(stored);
    this.closedThrough = closedThrough;
  }

  static async read(db: Db, persons: readonly string[]): Promise<Ledgers> {
    const rows = await ledgerRows(db, persons);
    const own = rowsByPerson(rows);
    return new Ledgers(
      new Map(persons.map((person) => [person, personLedger(own(person), person)])),
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
    const { at, auditEventId } = given;
    for (const round of roundsOf(this.#changes)) {
      const bonuses = round.flatMap(({ person, change }) =>
        change.bonuses.map(({ month, bonusMinor, source }) => {
          const row = { person, month, bonus_minor: bonusMinor, source };
          return { ...row, at, audit_event_id: auditEventId };
        }),
      );
      await insertBonuses(tx, bonuses);
      for (const { person, change } of round) await this.#keepAccounts(tx, person, change);
      const entries = round.map(({ person, change: { entries, months } }) => ({ person, entries, months }));
      await appendEntries(tx, entries, given);
      for (const { person, change } of round)
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

/** The same changes in their order, cut up so that nobody stands in a round twice: a later one builds upon an earlier. */
function roundsOf(changes: readonly PersonChange[]): readonly (readonly PersonChange[])[] {
  const rounds: PersonChange[][] = [];
  let persons = new Set<string>();
  for (const change of changes) {
    const round = rounds.at(-1);
    if (round && !persons.has(change.person)) round.push(change);
    else {
      rounds.push([change]);
      persons = new Set();
    }
    persons.add(change.person);
  }
  return rounds;
}

/** The rows of each person by themselves, so that reading those of many takes no longer for each of them. */
function rowsByPerson(rows: LedgerRows): (person: string) => LedgerRows {
  const of = <Row extends { readonly person: string }>(list: readonly Row[]) => {
    const byPerson = Map.groupBy(list, ({ person }) => person);
    return (person: string): readonly Row[] => byPerson.get(person) ?? [];
  };
  const [accounts, entries, bonuses] = [of(rows.accounts), of(rows.entries), of(rows.bonuses)];
  const [months, people] = [of(rows.months), of(rows.people)];
  return (person) => ({
    accounts: accounts(person),
    entries: entries(person),
    bonuses: bonuses(person),
    months: months(person),
    people: people(person),
    closedThrough: rows.closedThrough,
  });
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
