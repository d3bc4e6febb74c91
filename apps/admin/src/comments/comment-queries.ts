import { queryOptions } from "@tanstack/solid-query";
import type { Thread } from "../api/answers.ts";
import { send } from "../api/send.ts";
import { whileAtWork } from "../shell/at-work.ts";

type Threads = { readonly threads: readonly Thread[] };

function pathOf(draft: string): string {
  return `/v1/drafts/${encodeURIComponent(draft)}/comments`;
}

/** How often it is looked whether somebody else said something. */
const LOOK_AGAIN_MS = 15_000;

/** What was said of the changes of a draft. */
export const threadsQuery = (draft: string) =>
  queryOptions({
    queryKey: ["drafts", draft, "comments"],
    queryFn: async ({ signal }) => (await send<Threads>(pathOf(draft), { signal })).threads,
    refetchInterval: () => whileAtWork(LOOK_AGAIN_MS),
    // A thread in which somebody is writing an answer stays the same one while others say something.
    reconcile: "id",
  });

/** Where something is said: of a change, or in answer in a thread. */
export type Said = { readonly about: string } | { readonly thread: string };

export async function sendComment(draft: string, said: Said, text: string): Promise<readonly Thread[]> {
  return (await send<Threads>(pathOf(draft), { method: "POST", body: { ...said, text } })).threads;
}

export async function resolveThread(draft: string, thread: string): Promise<readonly Thread[]> {
  const path = `${pathOf(draft)}/${encodeURIComponent(thread)}/resolve`;
  return (await send<Threads>(path, { method: "POST" })).threads;
}
