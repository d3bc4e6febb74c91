/** Up to so many cases in each group the distribution is counted out, as R's `wilcox.test` does. */
const EXACT_BELOW = 50;

/** Whether the exact distribution of the rank-sum is to be used: small groups in which no amount stands twice. */
export function isExactlyRanked(group: readonly number[], reference: readonly number[]): boolean {
  if (group.length >= EXACT_BELOW || reference.length >= EXACT_BELOW) return false;
  return new Set([...group, ...reference]).size === group.length + reference.length;
}

/**
 * The largest number of pairs `k` with P(U < k) at most `tail`, U being the number of pairs in which the one of the group
 * is the larger, where the groups do not differ (Mann and Whitney, Annals of Mathematical Statistics 18 (1947), 50–60).
 * 0 where the groups are too small for such a tail. The k-th smallest and k-th largest difference of all pairs are then
 * the ends of Moses' interval.
 *
 * @example pairsInTail({ group: 10, reference: 5, tail: 0.025 }) // 9
 */
export function pairsInTail(of: { group: number; reference: number; tail: number }): number {
  const counts = arrangementsByPairs(of.group, of.reference);
  const all = counts.reduce((sum, count) => sum + count, 0);
  let below = 0;
  for (const [pairs, count] of counts.entries()) {
    below += count;
    // A tail such as (1 − 0.9)/2 may come out a last digit too small.
    if (below > of.tail * all * (1 + 1e-9)) return pairs;
  }
  return counts.length;
}

/**
 * In how many arrangements of m and n the number of pairs is 0, 1, …, mn: whoever is the largest is one of the group, and
 * makes a pair with each of the others, or one of the others, and makes none. Only additions of what is not below zero, so
 * that no digits are lost.
 */
function arrangementsByPairs(m: number, n: number): Float64Array {
  // `byOthers[j]` is of the group's size so far and j others.
  const byOthers = Array.from({ length: n + 1 }, () => Float64Array.of(1));
  for (let i = 1; i <= m; i++) {
    for (const [j, before] of byOthers.entries()) {
      const counts = new Float64Array(i * j + 1);
      counts.set(before, j);
      for (const [pairs, count] of (byOthers[j - 1] ?? new Float64Array()).entries()) {
        counts[pairs] = (counts[pairs] ?? 0) + count;
      }
      byOthers[j] = counts;
    }
  }
  return byOthers[n] ?? new Float64Array();
}
