import { parseArgs } from "node:util";

/** The numbers a command can be given, with what they are where they are not given. */
export type Counts = Readonly<Record<string, number>>;

/**
 * Reads `--<name> <number>` for each of the names, whole numbers from 1 up.
 *
 * @example readCounts(["--cycles", "50"], { cycles: 5, writers: 8 }) // { cycles: 50, writers: 8 }
 * @throws Error naming what cannot be understood
 */
export function readCounts<Names extends Counts>(
  args: readonly string[],
  defaults: Names,
): { readonly [Name in keyof Names]: number } {
  const { values } = parseArgs({
    args: [...args],
    options: Object.fromEntries(Object.keys(defaults).map((name) => [name, { type: "string" } as const])),
  });
  const read = Object.entries(defaults).map(([name, usual]) => {
    const text = values[name];
    const count = text === undefined ? usual : Number(text);
    if (!Number.isSafeInteger(count) || count < 1)
      throw new Error(`\`--${name}\` is a whole number from 1 up, not \`${String(text)}\``);
    return [name, count];
  });
  return Object.fromEntries(read) as { [Name in keyof Names]: number };
}
