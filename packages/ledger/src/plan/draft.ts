import type { OpenAccount } from "../state/open-ledger.ts";

/** The plan of an account as it will be; nothing is entered before all accounts have theirs. */
export type Draft = { readonly one: OpenAccount; readonly plan: Map<number, number>; freeMinor: number };
