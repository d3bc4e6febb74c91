import { type Opening, commitmentTo } from "@evenhand/evidence";
import { type Db, openingsOf } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { newSalt } from "../pseudonyms/pseudonyms-of.ts";

/** A reason as it is kept for good: a commitment, since what somebody writes may name anybody, and what opens it. */
export function sealReason(context: Pick<ServiceContext, "random">, value: string): Opening {
  const salt = newSalt(context);
  return { token: commitmentTo({ salt, value }), salt, value };
}

/** Reasons by their commitments; those that were erased are not among them. */
export async function openReasons(
  db: Db,
  sealed: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const tokens = sealed.filter((token) => token !== null);
  return new Map([...(await openingsOf(db, tokens))].map(([token, { value }]) => [token, value]));
}
