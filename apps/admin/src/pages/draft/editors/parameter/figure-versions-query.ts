import { type QueryClient, queryOptions } from "@tanstack/solid-query";
import { versionsQuery } from "../../../../api/queries.ts";
import { isStanding } from "../../../policy/effect.ts";
import { documentQuery } from "../../../policy/policy-queries.ts";
import type { Versioned } from "./figure-history.ts";

/** A figure in every version of a policy that was not taken back. */
export const figureVersionsQuery = (
  queries: QueryClient,
  asked: { readonly policy: string; readonly parameter: string },
) =>
  queryOptions({
    queryKey: ["policies", asked.policy, "figure", asked.parameter],
    queryFn: async (): Promise<readonly Versioned[]> => {
      const versions = await queries.ensureQueryData(versionsQuery(asked.policy));
      return Promise.all(
        versions.filter(isStanding).map(async ({ version, effectiveFrom }) => {
          const { policy } = await queries.ensureQueryData(documentQuery({ policy: asked.policy, version }));
          const { parameters } = policy;
          const parameter = Object.hasOwn(parameters, asked.parameter)
            ? parameters[asked.parameter]
            : undefined;
          return { version, effectiveFrom, parameter };
        }),
      );
    },
  });
