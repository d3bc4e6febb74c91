import { type DecidedSide, type UndecidedSide, decideSide } from "@evenhand/analysis";
import type { LoadedVersion } from "@evenhand/engine";
import type { RecentCase } from "@evenhand/service";
import { type ComparedCase, compareCases } from "./effect/compare-cases.ts";
import type { Past } from "./effect/effect.ts";
import { type Slicing, inSlices } from "./in-slices.ts";
import { type OpenedGround, lookedOver, openDocument, openGround } from "./open-document.ts";
import type { LiveOrder, LiveReport } from "./protocol.ts";
import { runExample } from "./run-example.ts";

type Upon = { readonly policy: string; readonly ground: OpenedGround };
type Edit = { readonly edit: number; readonly text: string; readonly since: number };

/** The version that drafts are held against, with what its cases came to as far as they were decided already. */
type Baseline = Pick<Past, "sample"> & {
  readonly loaded: LoadedVersion;
  readonly decided: Map<string, DecidedSide | UndecidedSide>;
};

/** How the work reaches its surroundings. */
export type LiveSurroundings = Pick<Slicing, "pause" | "now"> & {
  readonly report: (report: LiveReport) => void;
};

/**
 * The work behind what a draft shows at once. Orders are taken at any time; only the newest edit is worked on, and what is
 * not begun of an older one, or not finished, is let go.
 */
export function createLiveWork({ report, pause, now }: LiveSurroundings): (order: LiveOrder) => void {
  let upon: Upon | undefined;
  let past: Past | undefined;
  let baseline: Baseline | undefined;
  let newest: Edit | undefined;
  let done: Edit | undefined;
  let isWorking = false;
  const slicing: Slicing = { pause, now, isOvertaken: () => newest !== done };
  const work = async (): Promise<void> => {
    if (isWorking) return;
    isWorking = true;
    await pause();
    while (upon && newest && newest !== done) {
      done = newest;
      const { edit } = done;
      await workOn(done, upon).catch((error: unknown) =>
        report({ kind: "failed", edit, reason: String(error) }),
      );
    }
    isWorking = false;
  };
  const workOn = async ({ edit, text, since }: Edit, { policy, ground }: Upon): Promise<void> => {
    const opened = openDocument(text, { policy, ground });
    report({ kind: "looked-over", edit, ...lookedOver(opened) });
    const { loaded } = opened;
    if (!loaded) return;
    const results = await inSlices(examplesOf(loaded), slicing);
    if (!results) return;
    report({ kind: "examples", edit, results });
    baseline ??= past && baselineOf(past, ground);
    if (!baseline) return;
    const { sample } = baseline;
    const onPause = (done: number): void =>
      report({ kind: "progress", edit, done, total: sample.cases.length });
    const compared = await inSlices(comparedCases(baseline, loaded), { ...slicing, onPause });
    if (!compared) return;
    const both = { baseline: baseline.loaded, candidate: loaded, sample };
    report({ kind: "effect", edit, effect: compareCases(compared, { ...both, tookMs: now() - since }) });
  };
  return (order) => {
    switch (order.kind) {
      case "ground":
        // What the cases came to was decided on the ground before.
        [upon, baseline] = [{ policy: order.policy, ground: openGround(order.ground) }, undefined];
        break;
      case "past":
        [past, baseline] = [order.past, undefined];
        break;
      case "document":
        newest = { edit: order.edit, text: order.text, since: now() };
    }
    // What is new to stand on makes everything new that was said.
    if (order.kind !== "document") done = undefined;
    void work();
  };
}

function* examplesOf(loaded: LoadedVersion) {
  for (const [index, example] of loaded.version.policy.examples.entries())
    yield runExample(loaded, { example, index });
}

/** @throws Error where the version has errors by now, as where a guard that it names was taken away */
function baselineOf({ baseText, baseVersion, sample }: Past, ground: OpenedGround): Baseline {
  const policy = (JSON.parse(baseText) as { readonly id: string }).id;
  const { loaded } = openDocument(baseText, { policy, ground });
  if (!loaded) throw new Error(`version ${baseVersion} has errors, so that no case can be decided under it`);
  return { loaded, sample, decided: new Map() };
}

function* comparedCases(
  { loaded, sample, decided }: Baseline,
  candidate: LoadedVersion,
): Iterable<ComparedCase> {
  for (const one of sample.cases) {
    const baseline = decided.get(one.id) ?? decidedAsItCame(loaded, one);
    decided.set(one.id, baseline);
    yield { one, baseline, candidate: decidedAsItCame(candidate, one) };
  }
}

/** Decides a case as it was when it came in. What people owed then is not known of a masked case, and counts as nothing. */
function decidedAsItCame(
  loaded: LoadedVersion,
  { case: asked, createdAt }: RecentCase,
): DecidedSide | UndecidedSide {
  return decideSide(loaded, { case: asked }, { evaluatedAt: Date.parse(createdAt) });
}
