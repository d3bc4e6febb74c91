import { type LoadedVersion, tryExample } from "@evenhand/engine";
import { type OpenedGround, lookedOver, openDocument, openGround } from "./open-document.ts";
import type { LiveOrder, LiveReport } from "./protocol.ts";

type Edit = Extract<LiveOrder, { readonly kind: "document" }>;
type Upon = { readonly policy: string; readonly ground: OpenedGround };

/** How the work reaches its surroundings. */
export type LiveSurroundings = {
  readonly report: (report: LiveReport) => void;
  /** Lets orders in that came meanwhile. */
  readonly pause: () => Promise<void>;
  /** A clock that only goes forward, in milliseconds. */
  readonly now: () => number;
};

/** How long the work goes on before it lets orders in. */
const SLICE_MS = 30;

/**
 * The work behind what a draft shows at once. Orders are taken at any time; only the newest edit is worked on, and what is
 * not begun of an older one, or not finished, is let go.
 */
export function createLiveWork(surroundings: LiveSurroundings): (order: LiveOrder) => void {
  const { report, pause } = surroundings;
  let upon: Upon | undefined;
  let asked: Edit | undefined;
  let isWorking = false;
  const work = async (): Promise<void> => {
    if (isWorking) return;
    isWorking = true;
    await pause();
    while (upon && asked) {
      const edit = asked;
      asked = undefined;
      await workOn(edit, upon).catch((error: unknown) =>
        report({ kind: "failed", edit: edit.edit, reason: String(error) }),
      );
    }
    isWorking = false;
  };
  const isOvertaken = (): boolean => asked !== undefined;
  const workOn = async ({ edit, text }: Edit, { policy, ground }: Upon): Promise<void> => {
    const opened = openDocument(text, { policy, ground });
    report({ kind: "looked-over", edit, ...lookedOver(opened) });
    if (!opened.loaded) return;
    const results = await inSlices(examplesOf(opened.loaded), { ...surroundings, isOvertaken });
    if (results) report({ kind: "examples", edit, results });
  };
  return (order) => {
    if (order.kind === "ground") upon = { policy: order.policy, ground: openGround(order.ground) };
    else asked = order;
    void work();
  };
}

function* examplesOf(loaded: LoadedVersion) {
  for (const [index, example] of loaded.version.policy.examples.entries())
    yield tryExample(loaded, { example, index });
}

type InSlices = Pick<LiveSurroundings, "pause" | "now"> & { readonly isOvertaken: () => boolean };

/** Everything that some work gives, with pauses between; nothing where it was overtaken in one of them. */
async function inSlices<Result>(
  work: Iterable<Result>,
  { pause, now, isOvertaken }: InSlices,
): Promise<readonly Result[] | undefined> {
  const results: Result[] = [];
  let since = now();
  for (const result of work) {
    results.push(result);
    if (now() - since < SLICE_MS) continue;
    await pause();
    if (isOvertaken()) return undefined;
    since = now();
  }
  return results;
}
