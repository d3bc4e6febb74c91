import type { LocalizedText } from "@evenhand/domain";
import type { BothDecided, CaseDifference } from "./comparison.ts";

/** In how many cases a rule stands. A figure, such as that of the cap, stands in none by itself; it only changes some. */
export type RuleHits = {
  /** As in `Cause`. */
  readonly rule: string;
  readonly label: LocalizedText;
  readonly baseline: number;
  readonly candidate: number;
  /** In how many cases it stands under the candidate only, and under the baseline only. */
  readonly gained: number;
  readonly lost: number;
  /** Of how many differences it is among the causes. */
  readonly changedCases: number;
};

type Counts = { -readonly [Count in Exclude<keyof RuleHits, "rule" | "label">]: number };

/** Rule, baseline, candidate, gained, lost, changed cases. */
export type RuleTallyState = readonly (readonly [string, number, number, number, number, number])[];

/** Counts in how many cases each rule stands on either side. */
export class RuleTally {
  readonly #counts: Map<string, Counts>;

  constructor(state: RuleTallyState = []) {
    this.#counts = new Map(
      state.map(([rule, baseline, candidate, gained, lost, changedCases]) => [
        rule,
        { baseline, candidate, gained, lost, changedCases },
      ]),
    );
  }

  add({ baseline, candidate }: BothDecided): void {
    for (const rule of baseline.rules) {
      const counts = this.#of(rule);
      counts.baseline += 1;
      if (!candidate.rules.has(rule)) counts.lost += 1;
    }
    for (const rule of candidate.rules) {
      const counts = this.#of(rule);
      counts.candidate += 1;
      if (!baseline.rules.has(rule)) counts.gained += 1;
    }
  }

  /** Lays a difference to its causes. */
  addCauses({ causes }: Pick<CaseDifference, "causes">): void {
    for (const { rule } of causes) this.#of(rule).changedCases += 1;
  }

  state(): RuleTallyState {
    return Array.from(this.#counts, ([rule, counts]) => [
      rule,
      counts.baseline,
      counts.candidate,
      counts.gained,
      counts.lost,
      counts.changedCases,
    ]);
  }

  /** Every rule that stands somewhere, and every figure that changed a case, in the order of `labels`. */
  hits(labels: ReadonlyMap<string, LocalizedText>): readonly RuleHits[] {
    return [...labels].flatMap(([rule, label]) => {
      const counts = this.#counts.get(rule);
      return counts ? [{ rule, label, ...counts }] : [];
    });
  }

  #of(rule: string): Counts {
    const known = this.#counts.get(rule);
    if (known) return known;
    const counts = { baseline: 0, candidate: 0, gained: 0, lost: 0, changedCases: 0 };
    this.#counts.set(rule, counts);
    return counts;
  }
}
