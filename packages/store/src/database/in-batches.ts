/** Both databases bound how many values one statement may hold, SQLite at 32,766. */
const MOST_ROWS = 500;

/** Works through a list a part at a time, one after the other, and gives what every part gave. */
export async function inBatches<Item, Result>(
  items: readonly Item[],
  work: (batch: readonly Item[]) => Promise<readonly Result[]>,
): Promise<readonly Result[]> {
  const results: (readonly Result[])[] = [];
  for (let from = 0; from < items.length; from += MOST_ROWS)
    results.push(await work(items.slice(from, from + MOST_ROWS)));
  // Handed on as arguments, what many rows gave would not fit on the stack.
  return results.flat();
}
