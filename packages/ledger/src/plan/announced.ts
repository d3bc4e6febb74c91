import type { LedgerEntry } from "@evenhand/domain";
import { type Book, addTo, enter, newBook, sumOf } from "../state/book.ts";

/**
 * The most of an account that was ever announced to be through by each month, taken and planned, from its entries: what
 * each month (months since year 0) adds to that, minor units. What is carried out of a plan or given back stays announced;
 * what is reversed or waived is not, the latest first.
 *
 * INVARIANT: up to every month at least as much is announced as was taken and is planned.
 */
export function announcedOf(entries: readonly LedgerEntry[]): Map<number, number> {
  const book = newBook();
  const announced = new Map<number, number>();
  for (const [place, entry] of entries.entries()) {
    enter(book, entry);
    const { kind } = entry;
    if (kind === "scheduled" && entries[place + 1]?.kind !== "scheduled") announce(announced, book);
    if (kind === "reversed" || kind === "waived")
      limit(announced, book.assessedMinor - book.reversedMinor - book.waivedMinor);
  }
  return announced;
}

/** Adds to what was announced by each month what it was not yet. */
export function announce(
  announced: Map<number, number>,
  { scheduled, deducted }: Pick<Book, "scheduled" | "deducted">,
): void {
  const months = new Set([...announced.keys(), ...scheduled.keys(), ...deducted.keys()]);
  let [announcedMinor, toldMinor, throughMinor] = [0, 0, 0];
  for (const month of [...months].sort((a, b) => a - b)) {
    const before = announced.get(month) ?? 0;
    announcedMinor += before;
    toldMinor += (scheduled.get(month) ?? 0) + (deducted.get(month) ?? 0);
    const through = Math.max(announcedMinor, toldMinor);
    addTo(announced, month, through - throughMinor - before);
    throughMinor = through;
  }
}

/** Drops what was announced above an amount, from the latest month backwards. */
function limit(announced: Map<number, number>, mostMinor: number): void {
  let excess = sumOf(announced) - mostMinor;
  for (const [month, amountMinor] of [...announced].sort(([a], [b]) => b - a)) {
    if (excess <= 0) return;
    addTo(announced, month, -Math.min(amountMinor, excess));
    excess -= amountMinor;
  }
}
