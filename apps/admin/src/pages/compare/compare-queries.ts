import { type QueryClient, queryOptions } from "@tanstack/solid-query";
import type { Language } from "@evenhand/domain";
import { diffPolicies } from "@evenhand/policy";
import { readingQuery } from "../../api/queries.ts";
import type { Comparison, Readings } from "../../changes/comparison.ts";
import { documentQuery } from "../policy/policy-queries.ts";

/** Two versions of a policy by their numbers. */
export type Pair = { readonly policy: string; readonly before: number; readonly after: number };

/** Both documents and their differences; versions never change, so neither does this. */
export const comparisonQuery = (queries: QueryClient, { policy, before, after }: Pair) =>
  queryOptions({
    queryKey: ["comparison", policy, before, after],
    queryFn: async (): Promise<Comparison> => {
      const [was, is] = await Promise.all([
        queries.ensureQueryData(documentQuery({ policy, version: before })),
        queries.ensureQueryData(documentQuery({ policy, version: after })),
      ]);
      return { before: was.policy, after: is.policy, changes: diffPolicies(was.policy, is.policy) };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Both versions as sentences. */
export const readingsQuery = (
  queries: QueryClient,
  { policy, before, after, language }: Pair & { readonly language: Language },
) =>
  queryOptions({
    queryKey: ["readings", policy, before, after, language],
    queryFn: async (): Promise<Readings> => {
      const [was, is] = await Promise.all([
        queries.ensureQueryData(readingQuery({ policy, version: before, language })),
        queries.ensureQueryData(readingQuery({ policy, version: after, language })),
      ]);
      return { before: was, after: is };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
