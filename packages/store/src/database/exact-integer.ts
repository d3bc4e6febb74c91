/**
 * INVARIANT: no number comes out of the database that is not exactly the one that is stored.
 *
 * @throws RangeError on a whole number beyond what a JavaScript number holds exactly, and on any fraction
 */
export function exactInteger(value: number, stored: string | number = value): number {
  if (!Number.isSafeInteger(value))
    throw new RangeError(`the database holds ${stored}, which is no exact number`);
  return value;
}
