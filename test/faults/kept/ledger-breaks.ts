import { type LedgerProblem, ledgerProblems } from "@evenhand/ledger";
import { Ledgers, type PersonEntry } from "@evenhand/service";
import type { Db } from "@evenhand/store";

/**
 * What must not be in the ledgers: whatever breaks their own rules, months whose running sum is not that of their entries
 * or is above its cap, and people who are charged something else than their decisions come to.
 */
export async function ledgerBreaks(db: Db, charged: ReadonlyMap<string, number>): Promise<readonly string[]> {
  const people = await db.selectFrom("people").select("person").execute();
  const persons = people.map(({ person }) => person);
  const ledgers = await Ledgers.read(db, persons);
  const months = Map.groupBy(
    await db.selectFrom("ledger_months").selectAll().execute(),
    ({ person }) => person,
  );
  return persons.flatMap((person) => {
    const ledger = ledgers.of(person);
    const held = heldByMonth(ledger.entries);
    const owed = charged.get(person) ?? 0;
    const assessed = assessedIn(ledger.entries);
    return [
      ...ledgerProblems(ledger).map(inWords),
      ...(months.get(person) ?? [])
        .filter((row) => row.taken_minor !== (held.get(row.month) ?? 0) || row.taken_minor > row.cap_minor)
        .map(
          (row) =>
            `${row.month} counts ${row.taken_minor} of ${row.cap_minor}, its entries ${held.get(row.month) ?? 0}`,
        ),
      ...(assessed === owed ? [] : [`${person} is assessed ${assessed}, and the decisions come to ${owed}`]),
    ];
  });
}

function inWords({ rule, at, message }: LedgerProblem): string {
  return `${rule} at ${at}: ${message.en}`;
}

type Entry = Pick<PersonEntry, "kind" | "from" | "month" | "amountMinor">;

function assessedIn(entries: readonly Entry[]): number {
  return entries.reduce((sum, { kind, amountMinor }) => (kind === "assessed" ? sum + amountMinor : sum), 0);
}

/** What the months of one person hold, planned and taken, worked out from the entries alone. */
export function heldByMonth(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const held = new Map<string, number>();
  for (const { kind, from, month, amountMinor } of entries) {
    if (month === undefined) continue;
    const isTakenOut = (kind === "carried" || kind === "reversed") && from !== "outstanding";
    const change = kind === "scheduled" ? amountMinor : isTakenOut ? -amountMinor : 0;
    held.set(month, (held.get(month) ?? 0) + change);
  }
  return held;
}
