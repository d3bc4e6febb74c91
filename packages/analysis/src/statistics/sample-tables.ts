import type { TwoGroups } from "./proportion.ts";

// Published tables that tests compute with.

/** A table of two by two from its rows. */
export function table(a: number, b: number, c: number, d: number): TwoGroups {
  return { group: { count: a, of: a + b }, reference: { count: c, of: c + d } };
}

/**
 * Admissions to the University of California at Berkeley in 1973, six largest departments: admitted of men, the group, and
 * of women. P. J. Bickel, E. A. Hammel and J. W. O'Connell, Science 187 (1975), 398–404; R's `UCBAdmissions`.
 */
export const BERKELEY: readonly TwoGroups[] = [
  table(512, 313, 89, 19),
  table(353, 207, 17, 8),
  table(120, 205, 202, 391),
  table(138, 279, 131, 244),
  table(53, 138, 94, 299),
  table(22, 351, 24, 317),
];

/** Berkeley without its departments: the figure that misleads. */
export const BERKELEY_CRUDE: TwoGroups = table(1198, 1493, 557, 1278);
