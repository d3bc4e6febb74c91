import type { Case, Outcome } from "@evenhand/domain";

/** What was decided, as far as it names anybody: of a record its case and its outcome. */
export type DecidedCase = {
  readonly case: { readonly parties: readonly Pick<Case["parties"][number], "id">[] };
  readonly outcome: Pick<Outcome, "parties" | "authority">;
};

/**
 * Everybody whom a decision concerns: the parties of the case, whoever anything was decided for, and whoever gave the
 * instruction. INVARIANT: what keeps somebody from having a say in their own affairs rests on this, wherever it is asked.
 *
 * @example
 * partiesConcerned(record).has("P1") // whether P1 may decide neither the case nor an appeal against it
 */
export function partiesConcerned({ case: { parties }, outcome }: DecidedCase): ReadonlySet<string> {
  return new Set([
    ...parties.map(({ id }) => id),
    ...outcome.parties.map(({ party }) => party),
    ...outcome.authority.excluded,
  ]);
}
