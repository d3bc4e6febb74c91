/** How work in slices reaches its surroundings. */
export type Slicing = {
  /** Lets in what came meanwhile. */
  readonly pause: () => Promise<void>;
  /** A clock that only goes forward, in milliseconds. */
  readonly now: () => number;
  /** Whether nobody waits for the work any more. */
  readonly isOvertaken: () => boolean;
  /** Told before each pause how much there is. */
  readonly onPause?: (done: number) => void;
};

/** How long a slice takes. */
const SLICE_MS = 40;

/** Everything that some work gives, with pauses between; nothing where it was overtaken in one of them. */
export async function inSlices<Result>(
  work: Iterable<Result>,
  { pause, now, isOvertaken, onPause }: Slicing,
): Promise<readonly Result[] | undefined> {
  const results: Result[] = [];
  let since = now();
  for (const result of work) {
    results.push(result);
    if (now() - since < SLICE_MS) continue;
    onPause?.(results.length);
    await pause();
    if (isOvertaken()) return undefined;
    since = now();
  }
  return results;
}
