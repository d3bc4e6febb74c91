import type { UserView, KeyView } from "@evenhand/service";
import { queryOptions } from "@tanstack/solid-query";
import type { Draft, DraftSummary, ImportView, SampleView } from "../../api/answers.ts";
import { send } from "../../api/send.ts";
import { returnOf } from "../../document/returned.ts";
import { whileAtWork } from "../../shell/at-work.ts";

/** While something is under way it is asked for this often. */
const UNDER_WAY_MS = 500;

export const sampleQuery = () =>
  queryOptions({
    queryKey: ["sample"],
    queryFn: ({ signal }) => send<SampleView>("/v1/sample", { signal }),
    refetchInterval: ({ state }) => (state.data?.state === "loading" ? whileAtWork(UNDER_WAY_MS) : false),
  });

export const importsQuery = () =>
  queryOptions({
    queryKey: ["imports"],
    queryFn: async ({ signal }) =>
      (await send<{ readonly imports: readonly ImportView[] }>("/v1/imports?limit=20", { signal })).imports,
    refetchInterval: ({ state }) =>
      state.data?.some((one) => one.state === "running") === true ? whileAtWork(UNDER_WAY_MS) : false,
  });

export const usersQuery = () =>
  queryOptions({
    queryKey: ["users", "home"],
    queryFn: async ({ signal }) =>
      (await send<{ readonly users: readonly UserView[] }>("/v1/users", { signal })).users,
  });

export const keysQuery = () =>
  queryOptions({
    queryKey: ["keys", "home"],
    queryFn: async ({ signal }) =>
      (await send<{ readonly keys: readonly KeyView[] }>("/v1/keys", { signal })).keys,
  });

/** So many drafts are looked into; who has more of them sees the first of them first. */
const MOST_LOOKED_INTO = 20;

/** Drafts in review that an account neither wrote in nor has approved, and approved ones that wait for their day. */
export const reviewsForQuery = (account: string) =>
  queryOptions({
    queryKey: ["drafts", "for", account],
    queryFn: async ({ signal }) => {
      const inState = async (state: string): Promise<readonly DraftSummary[]> =>
        (await send<{ readonly drafts: readonly DraftSummary[] }>(`/v1/drafts?state=${state}`, { signal }))
          .drafts;
      const handedIn = [...(await inState("in-review")), ...(await inState("approved"))];
      const waiting = handedIn
        .filter(({ createdBy }) => createdBy !== `user:${account}`)
        .slice(0, MOST_LOOKED_INTO);
      const drafts = await Promise.all(waiting.map((draft) => readDraft(draft, signal)));
      const own = new Set(drafts.filter((draft) => waitsFor(draft, `user:${account}`)).map(({ id }) => id));
      return waiting.filter(({ id }) => own.has(id));
    },
  });

/** Which of some drafts were returned and wait to be handed in again, by their ids. */
export const returnedQuery = (drafts: readonly DraftSummary[]) =>
  queryOptions({
    queryKey: ["drafts", "returned", drafts.map(({ id }) => id)],
    queryFn: async ({ signal }) => {
      const looked = drafts.slice(0, MOST_LOOKED_INTO);
      const read = await Promise.all(looked.map((draft) => readDraft(draft, signal)));
      return read.filter((draft) => returnOf(draft) !== undefined).map(({ id }) => id);
    },
  });

function readDraft({ id }: Pick<DraftSummary, "id">, signal: AbortSignal): Promise<Draft> {
  return send<Draft>(`/v1/drafts/${encodeURIComponent(id)}`, { signal });
}

/** Whether a draft waits for an account, `user:<id>`, to approve it or to set its day. */
export function waitsFor({ state, editors, submissions }: Draft, account: string): boolean {
  if (editors.some((editor) => editor.account === account)) return false;
  if (state === "approved") return true;
  const counts = submissions.find((one) => one.counts);
  return counts?.reviews.every(({ by }) => by.account !== account) ?? false;
}
