import { type Actor, type Balance, type LedgerEntry, canonicalJson } from "@evenhand/domain";
import { isPseudonym } from "@evenhand/evidence";
import { accountBalance, accountMonths, monthsHeld, totalBalance } from "@evenhand/ledger";
import { type Db, knownPersons, ledgerRows } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { mayReadPerson, seesNames } from "../people/own-or-other.ts";
import { openFor, opennessFor } from "../pseudonyms/open-for.ts";
import { noPerson, noPersonBut } from "../payroll/known-person.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { Ledgers } from "./ledgers.ts";

/** A person's ledger as it is told: amounts in minor units, moments RFC 3339 in UTC. */
export type Statement = {
  readonly person: string;
  readonly currency: string | null;
  readonly balance: Balance;
  /** The last payroll month of somebody who has left. */
  readonly leftIn: string | null;
  readonly closedThrough: string | null;
  readonly months: readonly {
    readonly month: string;
    readonly plannedMinor: number;
    readonly deductedMinor: number;
    /** The most that the month may take by what is known now. */
    readonly capMinor: number;
  }[];
  readonly accounts: readonly {
    readonly decision: string;
    readonly state: "open" | "suspended" | "settled";
    readonly balance: Balance;
  }[];
  readonly entries: readonly (LedgerEntry & { readonly at: string })[];
};

/** What somebody owes and has paid, as JSON text; refused where nothing is known of them, or where it is not for the asker. */
export async function readStatement(
  context: ServiceContext,
  { actor, staffId }: { readonly actor: Actor; readonly staffId: string },
): Promise<{ readonly body: string } | RefusedAsk> {
  if (!mayReadPerson(actor, staffId)) return refusedAsk(noPerson(staffId));
  // Whoever is not shown names must not learn them by asking for one number after another.
  const isMasked = !seesNames(actor);
  if (isMasked && !isPseudonym(staffId)) return refusedAsk(noPerson(staffId));
  return context.store.read(async (db) => {
    const known = isMasked ? undefined : (await knownPersons(db, [staffId])).get(staffId);
    const person = known ?? staffId;
    const statement = await statementOf(db, person);
    if (!statement) return refusedAsk(isMasked ? noPerson(staffId) : await noPersonBut(db, staffId));
    return { body: await openFor(db, canonicalJson(statement), opennessFor(actor)) };
  });
}

/** The statement of somebody by the pseudonym; `undefined` where there is no such person. */
export async function statementOf(db: Db, person: string): Promise<Statement | undefined> {
  const rows = await ledgerRows(db, [person]);
  if (rows.people.length === 0) return undefined;
  const ledgers = await Ledgers.read(db, [person]);
  const ledger = ledgers.of(person);
  const perMonth = ledger.accounts.flatMap(({ account }) => accountMonths(ledger, account));
  return {
    person,
    currency: ledger.accounts[0]?.currency ?? null,
    balance: totalBalance(ledger),
    leftIn: ledger.leftIn,
    closedThrough: ledger.closedThrough,
    months: monthsHeld(ledger).map(({ month, atMostMinor }) => {
      const own = perMonth.filter((one) => one.month === month);
      return {
        month,
        plannedMinor: own.reduce((sum, { plannedMinor }) => sum + plannedMinor, 0),
        deductedMinor: own.reduce((sum, { deductedMinor }) => sum + deductedMinor, 0),
        capMinor: atMostMinor,
      };
    }),
    accounts: ledger.accounts.map(({ account, state }) => ({
      decision: account,
      state,
      balance: accountBalance(ledger, account),
    })),
    entries: ledger.entries.map((entry, index) => ({
      ...entry,
      at: new Date(rows.entries[index]?.at ?? 0).toISOString(),
    })),
  };
}
