import type { LocalizedText } from "@evenhand/domain";

/** A figure with its interval. `null` lies beyond every bound. */
export type DotFigure = {
  readonly estimate: number | null;
  readonly lower: number;
  readonly upper: number | null;
};

/** One line of a dot chart: a figure, or why there is none. */
export type DotRow = {
  readonly id: string;
  readonly label: string;
  /** Whether it stands out after all adjustments: its dot is filled, and a word says so. */
  readonly isFinding: boolean;
} & (
  | { readonly shown: "n < 10" }
  | { readonly shown: "words"; readonly n: number; readonly words: LocalizedText }
  | { readonly shown: "figure"; readonly n: number; readonly figure: DotFigure }
);

/** Every number of the rows that a scale should have room for. */
export function valuesOf(rows: readonly DotRow[]): readonly number[] {
  return rows.flatMap((row) => {
    if (row.shown !== "figure") return [];
    const { estimate, lower, upper } = row.figure;
    return [estimate, lower, upper].filter((value) => value !== null);
  });
}
