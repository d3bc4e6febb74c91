import { fileURLToPath } from "node:url";
import type { EvidenceProblem, InclusionClaim } from "@evenhand/evidence";

export const VERIFIER = fileURLToPath(new URL("../../packages/evidence/verify.mjs", import.meta.url));

/** What the file that auditors carry offers to whoever imports it rather than runs it. */
export type CarriedVerifier = {
  readonly verifyReceipt: (
    bytes: Uint8Array,
    expected?: { readonly vkey?: string },
  ) => readonly EvidenceProblem[];
  readonly verifyLog: (
    bundle: Uint8Array,
    since: Uint8Array,
    expected?: { readonly vkey?: string },
  ) => readonly EvidenceProblem[];
  readonly isIncluded: (claim: InclusionClaim) => boolean;
  readonly isConsistent: (older: SizeAndRoot, newer: SizeAndRoot, proof: readonly string[]) => boolean;
};

type SizeAndRoot = { readonly size: number; readonly root: string };

export async function carriedVerifier(): Promise<CarriedVerifier> {
  return (await import(VERIFIER)) as CarriedVerifier;
}
