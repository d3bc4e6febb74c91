/** Something that is timed against others. */
export type Subject = {
  readonly name: string;
  /** Does one round's worth of work and gives how many cases that was. */
  readonly run: (round: number) => number | Promise<number>;
};

/** What each subject did in each round, in cases a second. */
export type Rates = ReadonlyMap<string, readonly number[]>;

/**
 * Times the subjects in turn, round after round, so that whatever else slows the machine for a while slows all of them.
 * One round before the first is not counted: it lets the code be compiled.
 */
export async function interleave(subjects: readonly Subject[], rounds: number): Promise<Rates> {
  const rates = new Map<string, number[]>(subjects.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const { name, run } of subjects) {
      const start = performance.now();
      const cases = await run(Math.max(round, 0));
      const seconds = (performance.now() - start) / 1_000;
      if (round >= 0) rates.get(name)?.push(cases / seconds);
    }
  }
  return rates;
}

/** How many times as fast one subject was as another, round by round. */
export function ratios(rates: Rates, of: Subject, to: Subject): readonly number[] {
  const others = rates.get(to.name) ?? [];
  return (rates.get(of.name) ?? []).map((rate, round) => rate / (others[round] ?? Number.NaN));
}
