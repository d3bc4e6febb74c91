import { useQuery } from "@tanstack/solid-query";
import type { Accessor } from "solid-js";
import { unwrap } from "solid-js/store";
import type { Draft } from "../api/answers.ts";
import { calendarDocumentsQuery, guardDocumentsQuery } from "../api/ground-queries.ts";
import type { Past } from "./effect/effect.ts";
import type { LiveGround } from "./protocol.ts";
import { recentCasesQuery, versionTextQuery } from "./queries.ts";

/** What the worker is to be given, once it was asked of the service. */
export type Given<What> = {
  readonly data: Accessor<What | undefined>;
  readonly error: Accessor<unknown>;
  readonly retry: () => void;
};

/** Calendars and guards seldom change, so that one answer serves as long as the page is open. */
const ONCE = { staleTime: Number.POSITIVE_INFINITY };

export function useGround(): Given<LiveGround> {
  const guards = useQuery(() => ({ ...guardDocumentsQuery(), ...ONCE }));
  const calendars = useQuery(() => ({ ...calendarDocumentsQuery(), ...ONCE }));
  return {
    data: () =>
      // What a query gives is watched for changes, and such objects reach no worker.
      guards.isSuccess && calendars.isSuccess
        ? { guards: unwrap(guards.data), calendars: unwrap(calendars.data) }
        : undefined,
    error: () => guards.error ?? calendars.error ?? undefined,
    retry: () => retryAll([guards, calendars]),
  };
}

/** The version that a draft began from, with the last cases of its policy; nothing for a draft that began from none. */
export function usePast(draft: Accessor<Draft>): Given<Past> {
  const base = (): number => draft().baseVersion ?? 0;
  const isThere = (): boolean => draft().baseVersion !== null;
  const text = useQuery(() => ({
    ...versionTextQuery({ policy: draft().policy, version: base() }),
    enabled: isThere(),
  }));
  const sample = useQuery(() => ({ ...recentCasesQuery(draft().policy), enabled: isThere() }));
  return {
    data: () =>
      text.isSuccess && sample.isSuccess
        ? { baseVersion: base(), baseText: text.data, sample: unwrap(sample.data) }
        : undefined,
    error: () => text.error ?? sample.error ?? undefined,
    retry: () => retryAll([text, sample]),
  };
}

function retryAll(queries: readonly { readonly isError: boolean; readonly refetch: () => unknown }[]): void {
  for (const query of queries) if (query.isError) void query.refetch();
}
