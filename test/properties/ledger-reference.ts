import type { DeductionTerms } from "@evenhand/domain";

/**
 * What a ledger must do, written down once more in the plainest way: it moves one minor unit at a time and counts. It
 * shares no code with the package that it stands beside. Months are counted from the first month of a run.
 */
export type ReferenceAccount = {
  readonly id: string;
  readonly startsIn: number;
  terms: ReferenceTerms;
  state: "open" | "suspended" | "settled";
  outstanding: number;
  readonly planned: number[];
  /** The most that was ever announced to be through by each month, taken and planned. */
  readonly announced: number[];
  readonly taken: number[];
  reversed: number;
  waived: number;
};

/** The last month counted as months of a run are. */
export type ReferenceTerms = Omit<DeductionTerms, "lastMonth"> & { readonly lastMonth: number };

type Refused = string | undefined;

const WINDOW = 600;
/** More than any run can reach. */
const MONTHS = 720;

export class ReferenceLedger {
  readonly accounts: ReferenceAccount[] = [];
  /** What is given back, by the month in which it is. */
  readonly paidBack = new Map<number, number>();
  /** How many accounts the last command brought forward. */
  broughtForward = 0;
  closed = -1;
  left = -1;
  readonly #bonuses = new Map<number, { readonly bonus: number; readonly isPayroll: boolean }>();

  assess(ask: {
    readonly id: string;
    readonly startsIn: number;
    readonly terms: ReferenceTerms;
    readonly amount: number;
    readonly isSuspended: boolean;
    readonly bonus: number | null;
  }): Refused {
    if (this.left >= 0 && ask.amount > 0) return "person-left";
    if (ask.amount > (ask.terms.mostInAllMinor ?? Infinity)) return "beyond-guards";
    const account: ReferenceAccount = {
      id: ask.id,
      startsIn: ask.startsIn,
      terms: ask.terms,
      state: this.left >= 0 ? "settled" : ask.isSuspended ? "suspended" : "open",
      outstanding: ask.amount,
      planned: zeros(),
      announced: zeros(),
      taken: zeros(),
      reversed: 0,
      waived: 0,
    };
    const own = capOf(ask.terms, ask.bonus ?? 0);
    const first = this.#firstMonth(account);
    const last = ask.terms.oneSum ? first : this.#lastMonth(account);
    if (account.state === "open" && !ask.terms.blocked)
      for (let month = first; month <= last; month += 1) {
        const most = Math.min(own, this.ceiling(month));
        while (account.outstanding > 0 && this.held(month) + (account.planned[month] ?? 0) < most)
          plan(account, month);
      }
    announce(account);
    this.accounts.push(account);
    if (ask.bonus !== null) this.#learn(ask.startsIn, ask.bonus, false);
    return undefined;
  }

  adjust(ask: {
    readonly place: number;
    readonly amount: number;
    readonly terms: ReferenceTerms;
    readonly bonus?: { readonly month: number; readonly bonus: number };
  }): Refused {
    const account = this.at(ask.place);
    const owed = sum(account.planned) + sum(account.taken) + account.outstanding + account.waived;
    if (ask.amount > owed && this.left >= 0) return "person-left";
    if (ask.amount > (ask.terms.mostInAllMinor ?? Infinity)) return "beyond-guards";
    account.terms = ask.terms;
    if (ask.bonus) this.#learn(ask.bonus.month, ask.bonus.bonus, false);
    if (ask.amount > owed) account.outstanding += ask.amount - owed;
    else this.#takeBack(account, owed - ask.amount);
    this.#replan();
    return undefined;
  }

  reverse(place: number): Refused {
    this.#takeBack(this.at(place), Infinity);
    this.#replan();
    return undefined;
  }

  waive(place: number, amount: number): Refused {
    const account = this.at(place);
    if (amount > account.outstanding + sum(account.planned)) return "more-than-is-owed";
    for (let unit = 0; unit < amount; unit += 1) {
      if (account.outstanding === 0) unplanLatest(account);
      account.outstanding -= 1;
      account.waived += 1;
    }
    this.#replan();
    return undefined;
  }

  suspend(place: number): Refused {
    const account = this.at(place);
    if (account.state === "suspended") return "wrong-state";
    if (account.state === "open") account.state = "suspended";
    this.#replan();
    return undefined;
  }

  resume(place: number): Refused {
    const account = this.at(place);
    if (account.state === "open") return "wrong-state";
    if (account.state === "suspended") account.state = "open";
    this.#replan();
    return undefined;
  }

  close(month: number, bonus: number): void {
    const before = this.#bonuses.get(month)?.bonus ?? Infinity;
    this.#learn(month, bonus, true);
    this.closed = month;
    if (this.left < 0)
      for (const account of this.accounts) this.#take(account, month, account.planned[month] ?? 0);
    if (this.left === month && bonus < before) this.#giveBackExcess(month);
    this.#replan(true);
  }

  restate(month: number, bonus: number): Refused {
    if (month > Math.max(this.closed, this.left)) return "month-open";
    const before = this.#bonuses.get(month)?.bonus ?? Infinity;
    this.#learn(month, bonus, true);
    if (bonus < before) this.#giveBackExcess(month);
    this.#replan(true);
    return undefined;
  }

  leave(month: number, bonus: number): Refused {
    if (this.left >= 0) return "person-left";
    if (month <= this.closed) return "month-closed";
    const firstPlanned = Math.min(
      ...this.accounts.map(({ planned }) => planned.findIndex((count) => count > 0)).filter((at) => at >= 0),
    );
    if ((this.closed >= 0 ? this.closed + 1 : firstPlanned) < month) return "month-open";
    this.#learn(month, bonus, true);
    for (const account of this.accounts) unplanAll(account);
    for (const account of this.accounts) {
      const mayTake = this.#mayTake(account) && month <= account.terms.lastMonth;
      this.#take(account, month, mayTake ? account.outstanding : 0);
      account.state = "settled";
    }
    this.left = month;
    return undefined;
  }

  at(place: number): ReferenceAccount {
    const account = this.accounts[place];
    if (!account) throw new Error(`no account ${place}`);
    return account;
  }

  held(month: number): number {
    let held = 0;
    for (const { planned, taken } of this.accounts) held += (planned[month] ?? 0) + (taken[month] ?? 0);
    return held;
  }

  /** The lowest ceiling of what stands in a month by what is known now. */
  ceiling(month: number): number {
    let lowest = Infinity;
    for (const { terms, planned, taken } of this.accounts)
      if ((planned[month] ?? 0) + (taken[month] ?? 0) > 0)
        lowest = Math.min(lowest, capOf(terms, this.#bonusFor(month)));
    return lowest;
  }

  #learn(month: number, bonus: number, isPayroll: boolean): void {
    if (isPayroll || !this.#bonuses.get(month)?.isPayroll) this.#bonuses.set(month, { bonus, isPayroll });
  }

  #bonusFor(month: number): number {
    for (let at = month; at >= 0; at -= 1) {
      const known = this.#bonuses.get(at);
      if (known) return known.bonus;
    }
    const first = Math.min(...this.#bonuses.keys());
    return this.#bonuses.get(first)?.bonus ?? 0;
  }

  #mayTake({ state, terms, taken }: ReferenceAccount): boolean {
    return state === "open" && !terms.blocked && !(terms.oneSum && sum(taken) > 0);
  }

  #firstMonth({ startsIn }: ReferenceAccount): number {
    return Math.max(startsIn, this.closed + 1);
  }

  #lastMonth(account: ReferenceAccount): number {
    return Math.min(account.terms.lastMonth, this.#firstMonth(account) + WINDOW - 1);
  }

  /** One unit after the other comes out of what is planned in the month, or outstanding where nothing is, and is taken. */
  #take(account: ReferenceAccount, month: number, wanted: number): void {
    const own = capOf(account.terms, this.#bonusFor(month));
    const fromPlan = (account.planned[month] ?? 0) > 0;
    if (fromPlan) unplan(account, month, account.planned[month] ?? 0);
    for (let unit = 0; unit < wanted; unit += 1) {
      let [taken, lowest] = [0, own];
      for (const other of this.accounts) {
        const part = other.taken[month] ?? 0;
        taken += part;
        if (part > 0) lowest = Math.min(lowest, capOf(other.terms, this.#bonusFor(month)));
      }
      if (taken >= lowest) break;
      account.outstanding -= 1;
      account.taken[month] = (account.taken[month] ?? 0) + 1;
    }
  }

  #takeBack(account: ReferenceAccount, most: number): void {
    for (let unit = 0; unit < most; unit += 1) {
      if (account.outstanding === 0) unplanLatest(account);
      if (account.outstanding > 0) account.outstanding -= 1;
      else {
        const month = account.taken.findLastIndex((count) => count > 0);
        if (month < 0) return;
        account.taken[month] = (account.taken[month] ?? 0) - 1;
        this.#payBack();
      }
      account.reversed += 1;
    }
  }

  #giveBackExcess(month: number): void {
    for (const account of this.accounts.toReversed())
      while ((account.taken[month] ?? 0) > 0 && this.held(month) > this.ceiling(month)) {
        account.taken[month] = (account.taken[month] ?? 0) - 1;
        account.outstanding += 1;
        this.#payBack();
      }
  }

  #payBack(): void {
    const month = Math.max(this.closed, this.left) + 1;
    this.paidBack.set(month, (this.paidBack.get(month) ?? 0) + 1);
  }

  #replan(bringsForward = false): void {
    this.broughtForward = 0;
    if (this.left >= 0) return;
    for (const account of this.accounts) {
      const months = account.planned.flatMap((count, month) => (count > 0 ? [month] : []));
      const isSplit = account.terms.oneSum && months.length > 1;
      for (const month of months)
        if (!this.#mayTake(account) || isSplit || month > account.terms.lastMonth)
          unplan(account, month, account.planned[month] ?? 0);
    }
    for (const account of this.accounts.toReversed())
      for (const month of account.planned.keys())
        while ((account.planned[month] ?? 0) > 0 && this.held(month) > this.ceiling(month))
          unplan(account, month, account.terms.oneSum ? (account.planned[month] ?? 0) : 1);
    for (const account of this.accounts) {
      if (account.outstanding > 0 && this.#mayTake(account)) this.#place(account);
      announce(account);
      if (bringsForward) this.#bringForward(account);
    }
  }

  /** Every unit that is planned goes into the earliest month with room by which it was once announced to be through. */
  #bringForward(account: ReferenceAccount): void {
    const before = account.planned.join();
    let units = sum(account.planned);
    let through = sum(account.taken);
    unplanAll(account);
    for (let month = this.#firstMonth(account); units > 0; month += 1) {
      const due = (account.announced[month] ?? 0) - through;
      const room =
        Math.min(capOf(account.terms, this.#bonusFor(month)), this.ceiling(month)) - this.held(month);
      const most = Math.max(0, Math.min(units, due, room));
      const planned = account.terms.oneSum && most < units ? 0 : most;
      for (let unit = 0; unit < planned; unit += 1) plan(account, month);
      units -= planned;
      through += planned;
    }
    if (account.planned.join() !== before) this.broughtForward += 1;
  }

  #place(account: ReferenceAccount): void {
    const isOneSum = account.terms.oneSum;
    if (isOneSum) unplanAll(account);
    for (let month = this.#firstMonth(account); month <= this.#lastMonth(account); month += 1) {
      const own = capOf(account.terms, this.#bonusFor(month));
      const room = Math.min(own, this.ceiling(month)) - this.held(month);
      const units =
        isOneSum && room < account.outstanding ? 0 : Math.max(0, Math.min(room, account.outstanding));
      for (let unit = 0; unit < units; unit += 1) plan(account, month);
      // An empty month behind the last known bonus has as much room as any month after it.
      const isLikeLater = this.held(month) === 0 && month > Math.max(...this.#bonuses.keys());
      if (account.outstanding === 0 || isLikeLater) return;
    }
  }
}

function zeros(): number[] {
  return Array.from({ length: MONTHS }, () => 0);
}

function sum(counts: readonly number[]): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}

/** Rates here have at most three places. */
function capOf({ capRate, mostInMonthMinor }: ReferenceTerms, bonus: number): number {
  const cap = Math.floor((bonus * Math.round(capRate * 1000)) / 1000);
  return Math.min(cap, mostInMonthMinor ?? Infinity);
}

function plan(account: ReferenceAccount, month: number): void {
  account.planned[month] = (account.planned[month] ?? 0) + 1;
  account.outstanding -= 1;
}

function unplan(account: ReferenceAccount, month: number, units: number): void {
  account.planned[month] = (account.planned[month] ?? 0) - units;
  account.outstanding += units;
}

/** Tells the person how the account stands. What is no longer owed is no longer announced. */
function announce({ planned, taken, outstanding, announced }: ReferenceAccount): void {
  const owed = sum(planned) + sum(taken) + outstanding;
  let through = 0;
  for (const month of announced.keys()) {
    through += (planned[month] ?? 0) + (taken[month] ?? 0);
    announced[month] = Math.max(through, Math.min(announced[month] ?? 0, owed));
  }
}

function unplanLatest(account: ReferenceAccount): void {
  const month = account.planned.findLastIndex((count) => count > 0);
  if (month >= 0) unplan(account, month, 1);
}

function unplanAll(account: ReferenceAccount): void {
  for (const [month, count] of account.planned.entries()) if (count > 0) unplan(account, month, count);
}
