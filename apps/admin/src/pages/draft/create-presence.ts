import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { DraftVisitor } from "../../api/answers.ts";
import { NoConnection, OtherAccount, ProblemError } from "../../api/problem.ts";
import { send, sendOnLeaving } from "../../api/send.ts";
import { isOtherAccount, isSessionOver } from "../../api/session.ts";
import { isAtWork } from "../../shell/at-work.ts";
import type { DraftSession } from "./draft-session.ts";

type Presence = { readonly revision: number; readonly others: readonly DraftVisitor[] };

const SIGN_OF_LIFE_MS = 5_000;
/** As much of a place as the service takes. */
const LONGEST_PLACE = 500;

/** Where a window remembers its name, so that it is the same one after it was loaded anew. */
const REMEMBERED = "evenhand.window";

/** By which the service tells this window from others of the same person. */
const WINDOW = windowName();

function windowName(): string {
  const fresh = `w-${crypto.getRandomValues(new Uint32Array(2)).join("-")}`;
  // A tab that was made as a copy has what the first one remembered, and is another one.
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  try {
    const known = navigation?.type === "reload" ? sessionStorage.getItem(REMEMBERED) : null;
    sessionStorage.setItem(REMEMBERED, known ?? fresh);
    return known ?? fresh;
  } catch {
    // A browser that keeps nothing for anybody takes every load for a window of its own.
    return fresh;
  }
}

/** Says again and again that the draft is open here, tells who else has it open, and takes in what they save. */
export function createPresence(at: {
  readonly session: DraftSession;
  readonly place: string;
}): Accessor<readonly DraftVisitor[]> {
  const [others, setOthers] = createSignal<readonly DraftVisitor[]>([]);
  const path = (): string => `/v1/drafts/${encodeURIComponent(at.session.draft().id)}/presence`;
  let under = new AbortController();
  let isSaid = false;
  const beat = async (): Promise<void> => {
    const { signal } = under;
    // Nobody is said to be here who is away, and a window that nobody uses does not keep a session going.
    if (!isAtWork() || isSessionOver() || isOtherAccount()) return void setOthers([]);
    const place = at.place.slice(0, LONGEST_PLACE);
    try {
      isSaid = true;
      const body = { window: WINDOW, ...(place === "" ? {} : { place }) };
      const presence = await send<Presence>(path(), { method: "POST", body, signal });
      // What comes after the window was withdrawn is of nobody any more.
      if (signal.aborted) return;
      setOthers(presence.others);
      await at.session.follow(presence.revision);
    } catch (error) {
      // Who else is here is not known for now; saving says what is wrong.
      const isKnown = [NoConnection, ProblemError, OtherAccount].some((kind) => error instanceof kind);
      if (!isKnown) throw error;
      setOthers([]);
    }
  };
  const beatNow = (): void => void beat();
  /**
   * What is on its way is called back. A sign of life that the service took in already may be written after this, and then
   * stands until it is too old.
   */
  const leave = (): void => {
    if (!isSaid) return;
    isSaid = false;
    under.abort();
    under = new AbortController();
    sendOnLeaving(path(), { window: WINDOW, isLeaving: true });
  };
  createEffect(on(() => at.place, beatNow));
  const timer = setInterval(beatNow, SIGN_OF_LIFE_MS);
  document.addEventListener("visibilitychange", beatNow);
  addEventListener("pagehide", leave);
  addEventListener("pageshow", beatNow);
  onCleanup(() => {
    clearInterval(timer);
    leave();
    removeEventListener("pagehide", leave);
    removeEventListener("pageshow", beatNow);
    document.removeEventListener("visibilitychange", beatNow);
  });
  return others;
}
