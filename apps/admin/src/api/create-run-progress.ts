import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { RunProgress } from "./answers.ts";
import { watchRun } from "./watch-run.ts";

type Heard = {
  /** It is over, in whichever way. */
  readonly onEnd?: (progress: RunProgress) => void;
  /** Nothing more is heard of it, or it was refused. */
  readonly onFailure?: (error: unknown) => void;
};

/**
 * How far a run is, for as long as the component that calls this is shown and its window is seen; undefined until the
 * service told.
 *
 * @param path - where the run is: `/v1/simulations/<id>`; undefined where there is nothing to follow
 */
export function createRunProgress(
  path: Accessor<string | undefined>,
  { onEnd, onFailure }: Heard = {},
): Accessor<RunProgress | undefined> {
  const [progress, setProgress] = createSignal<RunProgress>();
  const isSeen = createWindowSeen();
  createEffect(on(path, () => setProgress(undefined), { defer: true }));
  createEffect(
    on([path, isSeen], ([at, seen]) => {
      if (at === undefined || !seen) return;
      const leaving = new AbortController();
      onCleanup(() => leaving.abort());
      watchRun(at, { onProgress: setProgress, signal: leaving.signal }).then(onEnd, (error: unknown) => {
        if (!leaving.signal.aborted) onFailure?.(error);
      });
    }),
  );
  return progress;
}

/** Windows that nobody sees give their connection back: those of one browser share a few. */
function createWindowSeen(): Accessor<boolean> {
  const isVisible = (): boolean => document.visibilityState === "visible";
  const [isSeen, setSeen] = createSignal(isVisible());
  const look = (): void => void setSeen(isVisible());
  document.addEventListener("visibilitychange", look);
  onCleanup(() => document.removeEventListener("visibilitychange", look));
  return isSeen;
}
