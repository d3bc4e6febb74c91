import { type QueryClient, queryOptions } from "@tanstack/solid-query";
import type { PolicySummary } from "../../api/answers.ts";
import { documentQuery } from "../policy/policy-queries.ts";
import { versionOn } from "./version-on.ts";

/**
 * What a text finds among the articles cited by the versions in force on a day. The documents, and the grammar by which
 * articles are named, are loaded once somebody searches.
 */
export const clausesQuery = (
  queries: QueryClient,
  asked: { readonly policies: readonly PolicySummary[]; readonly day: string; readonly text: string },
) => {
  const inForce = asked.policies.flatMap(({ id, versions }) => {
    const version = versionOn(versions, asked.day)?.version;
    return version === undefined ? [] : [{ policy: id, version }];
  });
  return queryOptions({
    queryKey: ["clauses", asked.text, ...inForce.map(({ policy, version }) => `${policy}@${version}`)],
    queryFn: async () => {
      const [{ findClauses }, ...documents] = await Promise.all([
        import("./find-clauses.ts"),
        ...inForce.map((one) => queries.ensureQueryData(documentQuery(one))),
      ]);
      return findClauses(documents, asked.text);
    },
    enabled: asked.text.trim() !== "" && inForce.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
};
