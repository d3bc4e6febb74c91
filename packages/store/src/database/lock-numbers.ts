/**
 * The numbers of the locks that transactions take on PostgreSQL besides rows; nobody else uses them on the same database.
 *
 * INVARIANT: no two are alike, since whoever takes the one would wait for whoever holds the other.
 */
export const LOCK_NUMBERS = {
  migration: 4_711_001,
  sequencer: 4_711_002,
  payroll: 4_711_003,
  users: 4_711_004,
  withdrawals: 4_711_005,
} as const;
