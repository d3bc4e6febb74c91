import { type OpenedGround, lookedOver, openDocument, openGround } from "./open-document.ts";
import type { LiveOrder, LiveReport } from "./protocol.ts";

type Edit = Extract<LiveOrder, { readonly kind: "document" }>;
type Upon = { readonly policy: string; readonly ground: OpenedGround };

/** How the work reaches its surroundings. */
export type LiveSurroundings = {
  readonly report: (report: LiveReport) => void;
  /** Lets orders in that came meanwhile. */
  readonly pause: () => Promise<void>;
};

/**
 * The work behind what a draft shows at once. Orders are taken at any time; only the newest edit is worked on, and what is
 * not begun of an older one, or not finished, is let go.
 */
export function createLiveWork({ report, pause }: LiveSurroundings): (order: LiveOrder) => void {
  let upon: Upon | undefined;
  let newest: Edit | undefined;
  let isWorking = false;
  const work = async (): Promise<void> => {
    if (isWorking) return;
    isWorking = true;
    for (let done: Edit | undefined; newest !== done;) {
      await pause();
      done = newest;
      if (!upon || !done) break;
      workOn(done, upon);
    }
    isWorking = false;
  };
  const workOn = ({ edit, text }: Edit, { policy, ground }: Upon): void => {
    try {
      const opened = openDocument(text, { policy, ground });
      report({ kind: "looked-over", edit, ...lookedOver(opened, ground) });
    } catch (error) {
      report({ kind: "failed", edit, reason: error instanceof Error ? error.message : String(error) });
    }
  };
  return (order) => {
    if (order.kind === "ground") upon = { policy: order.policy, ground: openGround(order.ground) };
    else newest = order;
    void work();
  };
}
