import type { JobKind, JobStep } from "@evenhand/service";

/** What counting has come to: every number once, with who counted it. */
export type Counted = { readonly numbers: readonly number[]; readonly by: readonly string[] };

/** A kind of job that counts to its total, a number a step; `before` is asked before each. */
export function counting(
  name: string,
  { by, before }: { readonly by: string; readonly before?: (number: number) => Promise<void> },
): JobKind {
  return {
    name,
    steps: async function* (_context, { total, kept }) {
      let counted = kept ? (JSON.parse(kept.result) as Counted) : { numbers: [], by: [] };
      const from = kept ? (JSON.parse(kept.checkpoint) as { next: number }).next : 1;
      for (let number = from; number <= total; number += 1) {
        await before?.(number);
        counted = {
          numbers: [...counted.numbers, number],
          by: [...new Set([...counted.by, by])],
        };
        yield stepOf(counted, { number, total });
      }
    },
  };
}

function stepOf(
  counted: Counted,
  { number, total }: { readonly number: number; readonly total: number },
): JobStep {
  return {
    done: number,
    total,
    skipped: Math.floor(number / 10),
    result: JSON.stringify(counted),
    checkpoint: JSON.stringify({ next: number + 1 }),
  };
}

export function upTo(total: number): readonly number[] {
  return Array.from({ length: total }, (_, at) => at + 1);
}
