import type { ServiceContext } from "../context.ts";
import { type RefusedAsk, orRefused } from "../refused.ts";
import { storedVersion } from "./stored-version.ts";

/** A version as a file of rules. */
export type ExportedVersion = {
  readonly fileName: string;
  /** The text as it is stored, to the letter. */
  readonly text: string;
  /** Of the canonical JSON of what the text says. */
  readonly hash: string;
};

/**
 * The document of a version as a file, by its number or the newest one. INVARIANT: reading the file gives a version with
 * the same hash.
 *
 * @example await exportVersion(context, { policy: "complaint-fines", version: 2 })
 * // { fileName: "complaint-fines-v2.json", text: "{…", hash: "5d41…" }
 */
export async function exportVersion(
  context: Pick<ServiceContext, "store" | "rulebook">,
  { policy, version }: { readonly policy: string; readonly version?: number },
): Promise<ExportedVersion | RefusedAsk> {
  const rulebook = await context.rulebook();
  return orRefused(() =>
    context.store.read(async (db) => {
      const wanted = { policyId: policy, ...(version === undefined ? {} : { version }) };
      const row = await storedVersion(db, rulebook, wanted);
      return { fileName: `${policy}-v${row.version}.json`, text: row.document, hash: row.hash };
    }),
  );
}
