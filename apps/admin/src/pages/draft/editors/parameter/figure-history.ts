import { type Parameter, fromMillionths, hasAtMostSixPlaces, toMillionths } from "@evenhand/domain";

/** The figure as one version has it, from the first day of that version on. */
export type FigurePoint = {
  /** `undefined`: the draft. */
  readonly version: number | undefined;
  readonly from: string;
  /** `undefined`: this version has no such figure, or has it in another unit. */
  readonly value: number | string | undefined;
  readonly references: Parameter["references"];
};

export type Versioned = {
  readonly version: number;
  readonly effectiveFrom: string;
  readonly parameter: Parameter | undefined;
};

/**
 * What a figure was in each version by the day it came into force, and what the draft makes of it from `today` on, or
 * from the day after the last version where that is later.
 */
export function figureHistory(given: {
  readonly versions: readonly Versioned[];
  readonly draft: { readonly value: number | string; readonly unit: string } & Pick<Parameter, "references">;
  readonly today: string;
}): readonly FigurePoint[] {
  const { versions, draft, today } = given;
  const published = versions
    .toSorted(
      (one, other) => one.effectiveFrom.localeCompare(other.effectiveFrom) || one.version - other.version,
    )
    .map(({ version, effectiveFrom, parameter }) => ({
      version,
      from: effectiveFrom,
      value: parameter?.unit === draft.unit ? parameter.value : undefined,
      references: parameter?.references ?? [],
    }));
  const last = published.at(-1)?.from ?? today;
  const from = last > today ? last : today;
  return [...published, { version: undefined, from, value: draft.value, references: draft.references }];
}

/** How often the figure changed from one published version to the next that has it. */
export function changesBefore(points: readonly FigurePoint[]): number {
  const values = points.flatMap(({ version, value }) =>
    version === undefined || value === undefined ? [] : [value],
  );
  return values.filter((value, index) => index > 0 && value !== values[index - 1]).length;
}

/** The figure of the newest version that has it. */
export function lastPublished(points: readonly FigurePoint[]): FigurePoint | undefined {
  return points.findLast(({ version, value }) => version !== undefined && value !== undefined);
}

/** `after` − `before` without a rounding; `undefined` of days and of numbers that no figure may be. */
export function exactDifference(before: number | string, after: number | string): number | undefined {
  if (typeof before === "string" || typeof after === "string") return undefined;
  if (Number.isSafeInteger(before) && Number.isSafeInteger(after)) return after - before;
  if (!hasAtMostSixPlaces(before) || !hasAtMostSixPlaces(after)) return undefined;
  return fromMillionths(toMillionths(after) - toMillionths(before));
}
