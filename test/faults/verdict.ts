const MOST_SHOWN = 20;

/** Prints what a run showed, then what is wrong; whether nothing is. */
export function verdict(problems: readonly string[], shown: readonly string[]): boolean {
  for (const line of shown) console.log(`  ${line}`);
  for (const problem of problems.slice(0, MOST_SHOWN)) console.log(`  WRONG: ${problem}`);
  if (problems.length > MOST_SHOWN) console.log(`  and ${problems.length - MOST_SHOWN} more`);
  console.log(problems.length === 0 ? "holds" : "does not hold");
  return problems.length === 0;
}
