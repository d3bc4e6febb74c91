import type { CheckpointSigner } from "@evenhand/evidence";
import type { Store } from "@evenhand/store";
import type { Rulebook } from "./rulebook/rulebook.ts";

/** Everything that the use cases which keep something are given from outside. */
export type ServiceContext = {
  readonly store: Store;
  /**
   * The published versions as they stand now, also those that another process published; where a revision of the rules is
   * named, not as they stood before it.
   */
  readonly rulebook: (atLeast?: number) => Promise<Rulebook>;
  /** The clock, epoch milliseconds. */
  readonly now: () => number;
  /** Bytes that nobody can guess. */
  readonly random: (bytes: number) => Uint8Array;
  readonly signer: CheckpointSigner;
  /** Something is wrong that an operator must look at; never holds what a client sent. */
  readonly alarm: (message: string, details: Readonly<Record<string, unknown>>) => void;
};

/**
 * What use cases have inside a transaction: the rules as they stood when it began, since nothing but the transaction is
 * asked while it runs.
 */
export type Working = Pick<ServiceContext, "now" | "random" | "alarm"> & { readonly rules: Rulebook };

export async function workingWith(context: ServiceContext): Promise<Working> {
  const { now, random, alarm } = context;
  return { now, random, alarm, rules: await context.rulebook() };
}
