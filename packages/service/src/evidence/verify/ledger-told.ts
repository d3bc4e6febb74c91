import type { LedgerTold } from "@evenhand/store";
import type { LoggedEvent } from "./read-event.ts";

type AccountTold = NonNullable<LedgerTold["accounts"]>[number];

/** What the log tells of one person, put together from all of its events. */
export type PersonTold = {
  /** In the order in which they were opened. */
  readonly accounts: Map<string, AccountTold>;
  /** The most that each month may hold, minor units. */
  readonly months: Map<string, number>;
  leftIn: string | null;
  erasedAt: number | null;
  /** How often the ledger was changed. */
  changes: number;
};

/** Puts together what the log tells of some people; what it tells of others is passed over. */
export class LedgersTold {
  readonly #byPerson: ReadonlyMap<string, PersonTold>;

  constructor(persons: readonly string[]) {
    this.#byPerson = new Map(
      persons.map((person) => [
        person,
        { accounts: new Map(), months: new Map(), leftIn: null, erasedAt: null, changes: 0 },
      ]),
    );
  }

  of(person: string): PersonTold {
    const told = this.#byPerson.get(person);
    if (!told) throw new Error("nothing was put together of this person");
    return told;
  }

  take({ action, object, at, ledger }: LoggedEvent): void {
    if (action === "person.erased") {
      const erased = this.#byPerson.get(object.id);
      if (erased) erased.erasedAt = at;
    }
    for (const { person, accounts = [], months = [], leftIn } of ledger) {
      const told = this.#byPerson.get(person);
      if (!told) continue;
      told.changes += 1;
      for (const account of accounts) told.accounts.set(account.account, account);
      for (const { month, capMinor } of months) told.months.set(month, capMinor);
      if (leftIn !== undefined) told.leftIn = leftIn;
    }
  }
}
