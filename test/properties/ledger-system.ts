import {
  type DeductionTerms,
  type Instalment,
  type LedgerEntry,
  formatMonth,
  parseMonth,
  planInstalments,
} from "@evenhand/domain";
import * as ledgerPackage from "@evenhand/ledger";
import type { LedgerChange, LedgerResult, PersonLedger } from "@evenhand/ledger";
import { ReferenceLedger, type ReferenceTerms } from "./ledger-reference.ts";

/** What the harness drives: the ledger package, or one with a planted bug. */
export type LedgerUnderTest = Pick<
  typeof ledgerPackage,
  | "adjust"
  | "assess"
  | "closeMonth"
  | "leave"
  | "monthsHeld"
  | "restateBonus"
  | "resume"
  | "reverse"
  | "suspend"
  | "waive"
>;

/** Something that the harness found to be wrong. */
export class Broken extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Broken";
  }
}

/** The first month of every run; the third one after it is in another year. */
const FIRST = parseMonth("2026-10") ?? 0;

export function monthAt(index: number): string {
  return formatMonth(FIRST + index);
}

export function indexOf(month: string): number {
  return (parseMonth(month) ?? 0) - FIRST;
}

/** The terms as the reference counts months. */
export function referenceTerms(terms: DeductionTerms): ReferenceTerms {
  return { ...terms, lastMonth: terms.lastMonth === null ? Infinity : indexOf(terms.lastMonth) };
}

/** What the entries of an account come to, read once more and apart from the package. */
type Seen = {
  outstanding: number;
  readonly planned: Map<number, number>;
  readonly taken: Map<number, number>;
  reversed: number;
  waived: number;
};

/** One person: their ledger, the reference beside it, and what a database would hold of it. */
export class Person {
  ledger: PersonLedger = ledgerPackage.EMPTY_LEDGER;
  readonly reference = new ReferenceLedger();
  readonly #seen = new Map<string, Seen>();
  readonly #held = new Map<number, number>();
  readonly #caps = new Map<number, number>();
  readonly #paidBack = new Map<number, number>();

  /** What may be planned of an amount, the way the engine plans: with the case's bonus, over what the ledger hands it. */
  schedule(
    { monthsHeld }: LedgerUnderTest,
    ask: {
      readonly amount: number;
      readonly startsIn: number;
      readonly terms: DeductionTerms;
      readonly bonus: number;
    },
  ): readonly Instalment[] {
    const { terms } = ask;
    const held = new Map(monthsHeld(this.ledger).map((month) => [indexOf(month.month), month]));
    const ceiling = Math.min(ledgerPackage.ceilingOf(terms, ask.bonus), terms.mostInMonthMinor ?? Infinity);
    const fromMonth = Math.max(ask.startsIn, this.reference.closed + 1);
    const last = terms.lastMonth === null ? Infinity : indexOf(terms.lastMonth);
    const { schedule } = planInstalments({
      amountMinor: ask.amount,
      fromMonth: FIRST + fromMonth,
      months: Math.min(terms.oneSum ? 1 : 600, last - fromMonth + 1),
      roomIn: (month) => {
        const standing = held.get(month - FIRST);
        return Math.min(ceiling, standing?.atMostMinor ?? Infinity) - (standing?.amountMinor ?? 0);
      },
    });
    return schedule;
  }

  /**
   * Takes in what the ledger made of a command and holds it against the reference. Gives the change, or undefined where it
   * was refused.
   */
  take(result: LedgerResult, refused: string | undefined, isAssess = false): LedgerChange | undefined {
    const code = "refusal" in result ? result.refusal.code : undefined;
    if (code !== refused) throw new Broken(`refused as ${code}, where the reference says ${refused}`);
    if ("refusal" in result) return undefined;
    const { change } = result;
    const before = this.ledger;
    this.ledger = ledgerPackage.applyChange(before, change);
    for (const { account } of change.accounts)
      if (!this.#seen.has(account)) this.#seen.set(account, nothing());
    const passed = this.#enter(change);
    this.#compare();
    if (passed !== undefined) throw new Broken(passed);
    if (!isAssess) this.#compareCeilings();
    const [problem] = ledgerPackage.ledgerProblems(this.ledger);
    if (problem) throw new Broken(`${problem.rule} at ${problem.at}: ${problem.message.en}`);
    return change;
  }

  /** The balance that the package gives stands beside the same counts. */
  checkBalance(): void {
    const total = ledgerPackage.totalBalance(this.ledger);
    const { accounts } = this.reference;
    const expected = {
      assessedMinor: sumOver(
        accounts,
        (one) => one.outstanding + one.reversed + one.waived + sum(one.planned) + sum(one.taken),
      ),
      deductedMinor: sumOver(accounts, ({ taken }) => sum(taken)),
      scheduledMinor: sumOver(accounts, ({ planned }) => sum(planned)),
      outstandingMinor: sumOver(accounts, ({ outstanding }) => outstanding),
      reversedMinor: sumOver(accounts, ({ reversed }) => reversed),
      waivedMinor: sumOver(accounts, ({ waived }) => waived),
      notRecoverableMinor: this.reference.left < 0 ? 0 : sumOver(accounts, ({ outstanding }) => outstanding),
    };
    if (JSON.stringify(total) !== JSON.stringify(expected)) throw new Broken("the balance differs");
  }

  /**
   * As a database would: ceilings are raised first and lowered last, and each entry in between is held to them. Gives what
   * a constraint would say, so that what differs from the reference can be told first.
   */
  #enter(change: LedgerChange): string | undefined {
    let passed: string | undefined;
    const hold = (when: string, month: number): void => {
      if ((this.#held.get(month) ?? 0) > (this.#caps.get(month) ?? 0))
        passed ??= `${monthAt(month)} holds more than its ceiling ${when}`;
    };
    for (const { month, capMinor } of change.months)
      this.#caps.set(indexOf(month), Math.max(capMinor, this.#caps.get(indexOf(month)) ?? 0));
    for (const entry of change.entries) {
      this.#enterOne(entry);
      if (entry.month !== undefined) hold("on the way", indexOf(entry.month));
    }
    for (const { month, capMinor } of change.months) this.#caps.set(indexOf(month), capMinor);
    for (const month of this.#held.keys()) hold("afterwards", month);
    return passed;
  }

  #enterOne({ account, kind, amountMinor, month = "", from, paidBackIn }: LedgerEntry): void {
    const seen = this.#seen.get(account);
    if (!seen) throw new Broken(`an entry names ${account}, which is not there`);
    const at = month === "" ? Number.NaN : indexOf(month);
    if (kind === "assessed") seen.outstanding += amountMinor;
    if (kind === "waived") seen.waived += amountMinor;
    if (kind === "reversed") seen.reversed += amountMinor;
    if (kind === "carried") seen.outstanding += amountMinor;
    if (kind === "scheduled" || kind === "waived" || from === "outstanding") seen.outstanding -= amountMinor;
    if (kind === "scheduled") this.#move(seen.planned, at, amountMinor);
    if (kind === "deducted" || from === "scheduled") this.#move(seen.planned, at, -amountMinor);
    if (kind === "deducted") this.#move(seen.taken, at, amountMinor);
    if (from === "deducted") this.#move(seen.taken, at, -amountMinor);
    if (paidBackIn !== undefined) add(this.#paidBack, indexOf(paidBackIn), amountMinor);
    if (seen.outstanding < 0) throw new Broken(`less than nothing is outstanding in ${account}`);
  }

  #move(months: Map<number, number>, at: number, amountMinor: number): void {
    add(months, at, amountMinor);
    add(this.#held, at, amountMinor);
    if ((months.get(at) ?? 0) < 0) throw new Broken(`less than nothing stands in ${monthAt(at)}`);
  }

  #compare(): void {
    const { accounts, closed, left, paidBack } = this.reference;
    for (const [place, expected] of accounts.entries()) {
      const account = this.ledger.accounts[place];
      const seen = this.#seen.get(expected.id);
      if (!seen || account?.account !== expected.id || account.state !== expected.state)
        throw new Broken(`account ${expected.id} is ${account?.state}, not ${expected.state}`);
      same(`outstanding of ${expected.id}`, seen.outstanding, expected.outstanding);
      same(`reversed of ${expected.id}`, seen.reversed, expected.reversed);
      same(`waived of ${expected.id}`, seen.waived, expected.waived);
      sameMonths(`plan of ${expected.id}`, seen.planned, expected.planned);
      sameMonths(`deducted of ${expected.id}`, seen.taken, expected.taken);
    }
    same("accounts", this.ledger.accounts.length, accounts.length);
    sameMonths("paid back", this.#paidBack, asList(paidBack));
    same("closed through", this.ledger.closedThrough ?? undefined, closed < 0 ? undefined : monthAt(closed));
    same("left in", this.ledger.leftIn ?? undefined, left < 0 ? undefined : monthAt(left));
  }

  /** What a constraint would hold of the open months is their true ceiling, not some higher one. */
  #compareCeilings(): void {
    const open = Math.max(this.reference.closed, this.reference.left) + 1;
    for (const [month, held] of this.#held)
      if (month >= open && held > 0)
        same(`ceiling of ${monthAt(month)}`, this.#caps.get(month), this.reference.ceiling(month));
  }
}

/** Several people whose payroll months close together. */
export class Company {
  readonly people: readonly Person[];
  readonly ledger: LedgerUnderTest;
  closed = -1;

  constructor(ledger: LedgerUnderTest, count: number) {
    this.ledger = ledger;
    this.people = Array.from({ length: count }, () => new Person());
  }

  person(index: number): Person {
    const person = this.people[index % this.people.length];
    if (!person) throw new Error("a company has people");
    return person;
  }
}

function nothing(): Seen {
  return { outstanding: 0, planned: new Map(), taken: new Map(), reversed: 0, waived: 0 };
}

function add(months: Map<number, number>, at: number, amount: number): void {
  months.set(at, (months.get(at) ?? 0) + amount);
}

function same(what: string, actual: unknown, expected: unknown): void {
  if (actual !== expected)
    throw new Broken(`${what}: ${String(actual)}, where the reference has ${String(expected)}`);
}

function sameMonths(what: string, actual: ReadonlyMap<number, number>, expected: readonly number[]): void {
  let found = 0;
  for (const [month, amount] of actual) {
    same(`${what} in ${monthAt(month)}`, amount, expected[month] ?? 0);
    found += amount;
  }
  same(what, found, sum(expected));
}

function asList(months: ReadonlyMap<number, number>): readonly number[] {
  const list: number[] = [];
  for (const [month, amount] of months) list[month] = amount;
  return Array.from(list, (amount: number | undefined) => amount ?? 0);
}

function sum(counts: readonly number[]): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}

function sumOver<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
