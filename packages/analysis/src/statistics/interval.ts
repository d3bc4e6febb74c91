import { normalQuantile } from "./normal.ts";
import { type NotComputable, notComputable } from "./not-computable.ts";

/** From where to where a figure may well lie. `level` is the share of such intervals that hold the true figure, as 0.95. */
export type Interval = { readonly lower: number; readonly upper: number; readonly level: number };

/**
 * A ratio with its interval, 0 or above. `null` is beyond every bound: the estimate where the group it is divided by has
 * none, the upper end where nothing limits it.
 */
export type Ratio = {
  readonly estimate: number | null;
  readonly lower: number;
  readonly upper: number | null;
  readonly level: number;
};

/** The level of every interval for which no other is asked. */
export const USUAL_LEVEL = 0.95;

/** Why this is no level of confidence; undefined where it is one. */
export function levelProblem(level: number): NotComputable | undefined {
  if (level > 0 && level < 1) return undefined;
  return notComputable(
    "the level of an interval lies between 0 and 1, such as 0.95",
    "区间的置信水平须介于0与1之间，例如0.95",
  );
}

/** How many standard errors an interval reaches to each side. `zOf(0.95)` is 1.959963984540054. */
export function zOf(level: number): number {
  return normalQuantile((1 + level) / 2);
}
