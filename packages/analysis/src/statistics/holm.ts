import { type NotComputable, notComputable } from "./not-computable.ts";

/**
 * P-values adjusted for being several, in the order in which they came: what is at most α then is significant while the
 * chance of any false alarm among all of them stays at most α. With p₍₁₎ ≤ … ≤ p₍ₘ₎ it is
 * max over j ≤ i of min(1, (m − j + 1)·p₍ⱼ₎), as R's `p.adjust(p, "holm")`.
 * Source: S. Holm, “A simple sequentially rejective multiple test procedure”, Scandinavian Journal of Statistics 6 (1979), 65–70.
 *
 * @example holm([0.01, 0.04, 0.03, 0.005]) // [0.03, 0.06, 0.06, 0.02]
 */
export function holm(pValues: readonly number[]): readonly number[] | NotComputable {
  if (pValues.some((p) => !(p >= 0 && p <= 1))) {
    return notComputable("a p-value lies from 0 to 1", "p值应介于0与1之间");
  }
  const order = pValues.map((p, index) => ({ p, index })).toSorted((a, b) => a.p - b.p);
  const adjusted = Array.from(pValues, () => 0);
  let highest = 0;
  for (const [rank, { p, index }] of order.entries()) {
    highest = Math.max(highest, Math.min(1, (pValues.length - rank) * p));
    adjusted[index] = highest;
  }
  return adjusted;
}
