import type { DeductionTerms } from "@evenhand/domain";
import { ceilingOf } from "../plan/ceiling.ts";

/** What one month takes of its real bonus, account by account. */
export class TakenSoFar {
  readonly #bonusMinor: number;
  #sumMinor = 0;
  #lowestMinor = Infinity;

  constructor(bonusMinor: number) {
    this.#bonusMinor = bonusMinor;
  }

  /** The part of an amount for which there is room under the ceilings of what was taken before and its own. */
  take(terms: DeductionTerms, wantedMinor: number): number {
    const ceiling = Math.min(this.#lowestMinor, ceilingOf(terms, this.#bonusMinor));
    const amountMinor = Math.max(0, Math.min(wantedMinor, ceiling - this.#sumMinor));
    if (amountMinor > 0) {
      this.#sumMinor += amountMinor;
      this.#lowestMinor = ceiling;
    }
    return amountMinor;
  }

  /** The lowest ceiling of what was taken; 0 where nothing was. */
  get ceilingMinor(): number {
    return this.#sumMinor === 0 ? 0 : this.#lowestMinor;
  }
}
