import type { Surroundings } from "../surroundings.ts";

const BETWEEN_MS = 1_000;

/** A line each second on the error stream while it comes further, and one at the end of many. */
export function progressTo(
  { err, now }: Pick<Surroundings, "err" | "now">,
  say: (done: number, total: number) => string,
): (step: { readonly done: number; readonly total: number }) => void {
  let [last, told] = [now(), 0];
  return ({ done, total }) => {
    const isEnd = done === total && total > 1;
    if (done === told || (!isEnd && now() - last < BETWEEN_MS)) return;
    [last, told] = [now(), done];
    err(`${say(done, total)}\n`);
  };
}
