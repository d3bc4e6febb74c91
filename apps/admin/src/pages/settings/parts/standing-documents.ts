import { type QueryClient, queryOptions } from "@tanstack/solid-query";
import type { PolicySummary } from "../../../api/answers.ts";
import { policiesQuery } from "../../../api/queries.ts";
import { today } from "../../../format/format.ts";
import { versionOn } from "../../policies/version-on.ts";
import { type VersionDocument, documentQuery } from "../../policy/policy-queries.ts";

/** Of every policy the version that is in force today; of one that is not in force yet, its newest. */
export const standingDocumentsQuery = (queries: QueryClient) =>
  queryOptions({
    queryKey: ["policies", "standing-documents"],
    queryFn: async (): Promise<readonly VersionDocument[]> => {
      const policies = await queries.ensureQueryData(policiesQuery());
      const asked = policies.flatMap((policy) => standingOf(policy) ?? []);
      return Promise.all(asked.map((one) => queries.ensureQueryData(documentQuery(one))));
    },
  });

function standingOf({
  id,
  timeZone,
  versions,
}: PolicySummary): { readonly policy: string; readonly version: number } | undefined {
  const version = (versionOn(versions, today(timeZone)) ?? versions.at(-1))?.version;
  return version === undefined ? undefined : { policy: id, version };
}
