import type { StoreTrouble } from "./store-unavailable.ts";

/**
 * Nothing of a transaction stands, and the same one may well succeed: it waited for another that waited for it, or its
 * connection was lost before it began. `trouble` is what it comes to where it never does.
 */
export class TryAgain extends Error {
  readonly trouble: StoreTrouble;

  constructor(trouble: StoreTrouble, cause: unknown) {
    super("the transaction may be tried again", { cause });
    this.name = "TryAgain";
    this.trouble = trouble;
  }
}
