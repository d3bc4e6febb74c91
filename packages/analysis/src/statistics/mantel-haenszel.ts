import { levelProblem, type Ratio, USUAL_LEVEL, zOf } from "./interval.ts";
import { chiSquareTail } from "./normal.ts";
import { type NotComputable, NOTHING_TO_COMPARE, notComputable } from "./not-computable.ts";
import { proportionProblem, type TwoGroups } from "./proportion.ts";

/** A statistic that is chi-square with one degree of freedom where the groups do not differ, and its p-value. */
export type ChiSquareTest = { readonly chiSquare: number; readonly p: number };

/** Two groups compared within strata, and what that comes to over all of them. */
export type Pooled = {
  /** Strata with both groups in them; only these say anything. */
  readonly strata: number;
  /** Cases of each group in those strata. */
  readonly inGroup: number;
  readonly inReference: number;
  readonly riskRatio: Ratio | NotComputable;
  readonly oddsRatio: Ratio | NotComputable;
  /** The Cochran–Mantel–Haenszel test, with the continuity correction and without. */
  readonly test: { readonly corrected: ChiSquareTest; readonly uncorrected: ChiSquareTest } | NotComputable;
};

/**
 * Two groups compared within each stratum, and the comparisons pooled: the question is whether like cases fare alike, so
 * that a group is not blamed for having more of the grave ones.
 *
 * - pooled ratios: N. Mantel and W. Haenszel, “Statistical aspects of the analysis of data from retrospective studies of
 *   disease”, Journal of the National Cancer Institute 22 (1959), 719–748;
 * - interval of the risk ratio: S. Greenland and J. M. Robins, “Estimation of a common effect parameter from sparse
 *   follow-up data”, Biometrics 41 (1985), 55–68;
 * - interval of the odds ratio: J. Robins, N. Breslow and S. Greenland, “Estimators of the Mantel–Haenszel variance
 *   consistent in both sparse data and large-strata limiting models”, Biometrics 42 (1986), 311–323;
 * - test: (|Σ(a − E a)| − ½)² / ΣVar a, without the ½ where it is uncorrected or the sum is smaller; as R's `mantelhaen.test`.
 *
 * The intervals stand on the logarithm, so there is none where a pooled sum is zero. A pooled ratio means something as far
 * as the strata agree; where they point in opposite directions it hides both.
 *
 * @example mantelHaenszel(berkeley).oddsRatio // { estimate: 0.9047…, lower: 0.7719…, upper: 1.0603…, level: 0.95 }
 */
export function mantelHaenszel(
  strata: readonly TwoGroups[],
  level: number = USUAL_LEVEL,
): Pooled | NotComputable {
  const problem = levelProblem(level) ?? firstProblem(strata);
  if (problem) return problem;
  const both = strata.filter(({ group, reference }) => group.of > 0 && reference.of > 0);
  if (both.length === 0) return NOTHING_TO_COMPARE;
  return {
    strata: both.length,
    inGroup: sum(both, ({ group }) => group.of),
    inReference: sum(both, ({ reference }) => reference.of),
    riskRatio: pooledRiskRatio(both, level),
    oddsRatio: pooledOddsRatio(both, level),
    test: cochranMantelHaenszel(both),
  };
}

function firstProblem(strata: readonly TwoGroups[]): NotComputable | undefined {
  for (const { group, reference } of strata) {
    const problem = proportionProblem(group) ?? proportionProblem(reference);
    if (problem) return problem;
  }
  return undefined;
}

/** R = Σ x₁n₀/N over S = Σ x₀n₁/N; the variance of its logarithm is Σ (n₁n₀m − x₁x₀N)/N² ÷ RS. */
function pooledRiskRatio(strata: readonly TwoGroups[], level: number): Ratio | NotComputable {
  const r = sum(strata, (s) => (s.group.count * s.reference.of) / size(s));
  const s = sum(strata, (s) => (s.reference.count * s.group.of) / size(s));
  const variance = sum(strata, ({ group, reference }) => {
    const n = group.of + reference.of;
    const products = group.of * reference.of * (group.count + reference.count);
    return (products - group.count * reference.count * n) / (n * n);
  });
  return ratioOf({ r, s, variance: variance / (r * s), level });
}

/** R = Σ ad/N over S = Σ bc/N; the variance of its logarithm is ΣPR/2R² + Σ(PS + QR)/2RS + ΣQS/2S², P = (a + d)/N, Q = 1 − P. */
function pooledOddsRatio(strata: readonly TwoGroups[], level: number): Ratio | NotComputable {
  const terms = strata.map((stratum) => {
    const { group, reference } = stratum;
    const n = size(stratum);
    const without = group.of - group.count;
    const referenceWithout = reference.of - reference.count;
    return {
      p: (group.count + referenceWithout) / n,
      q: (without + reference.count) / n,
      r: (group.count * referenceWithout) / n,
      s: (without * reference.count) / n,
    };
  });
  const r = sum(terms, (term) => term.r);
  const s = sum(terms, (term) => term.s);
  const variance =
    sum(terms, (term) => term.p * term.r) / (2 * r * r) +
    sum(terms, (term) => term.p * term.s + term.q * term.r) / (2 * r * s) +
    sum(terms, (term) => term.q * term.s) / (2 * s * s);
  return ratioOf({ r, s, variance, level });
}

/** r/s with exp(log(r/s) ± z·√variance), where neither is zero. */
function ratioOf(of: { r: number; s: number; variance: number; level: number }): Ratio | NotComputable {
  if (of.r === 0 || of.s === 0) {
    return notComputable(
      "within the strata one of the two groups has none, so the pooled ratio has no interval",
      "各层之内有一组均无此情形，合并比值无从计算区间",
    );
  }
  const estimate = of.r / of.s;
  const factor = Math.exp(zOf(of.level) * Math.sqrt(of.variance));
  return { estimate, lower: estimate / factor, upper: estimate * factor, level: of.level };
}

function cochranMantelHaenszel(strata: readonly TwoGroups[]): Pooled["test"] {
  const difference = Math.abs(sum(strata, (s) => s.group.count - (s.group.of / size(s)) * having(s)));
  const variance = sum(strata, (s) => {
    const n = size(s);
    return (s.group.of * s.reference.of * having(s) * (n - having(s))) / (n * n * (n - 1));
  });
  if (variance === 0) {
    return notComputable(
      "in every stratum all cases fared alike, so there is nothing to test",
      "每一层内所有案件的情形相同，无可检验",
    );
  }
  const test = (correction: number): ChiSquareTest => {
    const chiSquare = (difference - correction) ** 2 / variance;
    return { chiSquare, p: chiSquareTail(chiSquare) };
  };
  return { corrected: test(difference >= 0.5 ? 0.5 : 0), uncorrected: test(0) };
}

function having({ group, reference }: TwoGroups): number {
  return group.count + reference.count;
}

function size({ group, reference }: TwoGroups): number {
  return group.of + reference.of;
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
