/** How figures are laid out from left to right. */
export type Scale = {
  /** The place of a figure, 0 to 1; one beyond an end is put at that end. */
  readonly at: (value: number) => number;
  /** The figures that are written along it, the ends among them. */
  readonly marks: readonly number[];
  /** What a figure is held against: no difference, as often. None where there is no such figure. */
  readonly reference: number | null;
};

/** Steps of a ratio; each has its reciprocal among them, so that twice lies as far from one as half. */
const RATIOS = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20] as const;

/**
 * A scale of ratios: equal factors are equal distances, one is the reference, and half to twice is always on it.
 *
 * @example ratioScale([0.8, 3.2]).marks // [0.5, 1, 2, 5]
 */
export function ratioScale(values: readonly number[]): Scale {
  const least = Math.min(0.5, ...values.filter((value) => value > 0));
  const most = Math.max(2, ...values);
  const first = RATIOS.findLast((mark) => mark <= least) ?? RATIOS[0];
  const last = RATIOS.find((mark) => mark >= most) ?? RATIOS[RATIOS.length - 1];
  const place = (value: number): number => Math.log(value / first) / Math.log((last ?? 1) / first);
  return {
    at: (value) => (value <= first ? 0 : within(place(value))),
    marks: RATIOS.filter((mark) => mark >= first && mark <= (last ?? 1)),
    reference: 1,
  };
}

/** A scale has about so many steps. */
const STEPS = 5;

/**
 * A scale of differences: equal differences are equal distances, and zero, on it always, is the reference.
 *
 * @example differenceScale([-12_000, 52_000]).marks // [-20000, 0, 20000, 40000, 60000]
 */
export function differenceScale(values: readonly number[]): Scale {
  // Where nothing differs at all there is nothing to either side of zero.
  if (values.every((value) => value === 0)) return { at: () => 0.5, marks: [0], reference: 0 };
  return { ...linearScale(values), reference: 0 };
}

/**
 * A scale of quantities from zero on.
 *
 * @example quantityScale([0.12, 0.4]).marks // [0, 0.1, 0.2, 0.3, 0.4]
 */
export function quantityScale(values: readonly number[]): Scale {
  return { ...linearScale(values), reference: null };
}

/**
 * A scale of shares of a whole, 0 to 1.
 *
 * @param reference the share of all, where each is held against it
 */
export function shareScale(reference: number | null): Scale {
  return { at: within, marks: [0, 0.25, 0.5, 0.75, 1], reference };
}

function linearScale(values: readonly number[]): Pick<Scale, "at" | "marks"> {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const step = roundStep((most - least) / STEPS);
  const [first, last] = [Math.floor(least / step), Math.max(1, Math.ceil(most / step))];
  return {
    at: (value) => within((value / step - first) / (last - first)),
    // Whole steps are multiplied and not added up, so that no rest of a fraction is written.
    marks: Array.from({ length: last - first + 1 }, (_, index) => rounded((first + index) * step)),
  };
}

/** The next of 1, 2 and 5 times a power of ten that is not below. */
function roundStep(least: number): number {
  if (least <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  const times = [1, 2, 5, 10].find((one) => one * power >= least * (1 - 1e-9)) ?? 10;
  return times * power;
}

function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

function within(place: number): number {
  return Math.min(1, Math.max(0, place));
}
