import type { LedgerEntry } from "@evenhand/domain";
import { LedgerInvariant, assertAmount, monthNumber } from "./invariant.ts";
import { type Bucket, movementOf } from "./movement.ts";

/** What the entries of one account come to so far, minor units; months since year 0. It is changed by every entry. */
export type Book = {
  assessedMinor: number;
  outstandingMinor: number;
  readonly scheduled: Map<number, number>;
  readonly deducted: Map<number, number>;
  reversedMinor: number;
  waivedMinor: number;
  /** INVARIANT: a part of what is outstanding. */
  notRecoverableMinor: number;
};

export function newBook(): Book {
  return {
    assessedMinor: 0,
    outstandingMinor: 0,
    scheduled: new Map(),
    deducted: new Map(),
    reversedMinor: 0,
    waivedMinor: 0,
    notRecoverableMinor: 0,
  };
}

/**
 * Adds an entry. Throws a `LedgerInvariant`, and leaves the book as it was, where the entry takes more out of a place
 * than is there.
 */
export function enter(book: Book, entry: LedgerEntry): void {
  assertAmount(entry.amountMinor);
  const movement = movementOf(entry);
  const available = movement?.from
    ? amountIn(book, movement.from)
    : book.outstandingMinor - book.notRecoverableMinor;
  const isTaken = movement === undefined || movement.from !== undefined;
  if (entry.amountMinor === 0 || (isTaken && available < entry.amountMinor))
    throw new LedgerInvariant(
      `\`${entry.kind}\` of ${entry.amountMinor} in account \`${entry.account}\`, where there is ${available}`,
    );
  if (movement === undefined) {
    book.notRecoverableMinor += entry.amountMinor;
    return;
  }
  if (movement.from) add(book, movement.from, -entry.amountMinor);
  else book.assessedMinor += entry.amountMinor;
  add(book, movement.to, entry.amountMinor);
  // What leaves an account that will not be recovered is first what will not be recovered.
  book.notRecoverableMinor = Math.min(book.notRecoverableMinor, book.outstandingMinor);
}

export function enterAll(book: Book, entries: readonly LedgerEntry[]): Book {
  for (const entry of entries) enter(book, entry);
  return book;
}

function amountIn(book: Book, bucket: Bucket): number {
  switch (bucket.kind) {
    case "scheduled":
    case "deducted":
      return book[bucket.kind].get(monthNumber(bucket.month)) ?? 0;
    case "outstanding":
      return book.outstandingMinor;
    case "reversed":
      return book.reversedMinor;
    case "waived":
      return book.waivedMinor;
  }
}

function add(book: Book, bucket: Bucket, amountMinor: number): void {
  switch (bucket.kind) {
    case "scheduled":
    case "deducted":
      return addTo(book[bucket.kind], monthNumber(bucket.month), amountMinor);
    case "outstanding":
      book.outstandingMinor += amountMinor;
      return;
    case "reversed":
      book.reversedMinor += amountMinor;
      return;
    case "waived":
      book.waivedMinor += amountMinor;
      return;
  }
}

/** INVARIANT: a month stands in the map only where there is something in it. */
export function addTo(months: Map<number, number>, month: number, amountMinor: number): void {
  const amount = (months.get(month) ?? 0) + amountMinor;
  if (amount === 0) months.delete(month);
  else months.set(month, amount);
}

export function sumOf(months: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const amountMinor of months.values()) sum += amountMinor;
  return sum;
}
