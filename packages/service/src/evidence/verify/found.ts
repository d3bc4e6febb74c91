import { type RowName, type StoreProblem, rowAltered } from "./store-problem.ts";

/** Gathers what is found, up to so many problems: whoever altered a table whole has altered every row of it. */
export class Found {
  readonly #most: number;
  readonly #problems: StoreProblem[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  get problems(): readonly StoreProblem[] {
    return this.#problems;
  }

  /** Whether looking further would tell nothing more. */
  get isFull(): boolean {
    return this.#problems.length >= this.#most;
  }

  add(...problems: readonly StoreProblem[]): void {
    this.#problems.push(...problems.slice(0, this.#most - this.#problems.length));
  }

  /** Holds columns of a row against what they must be. */
  compare(name: RowName, row: object, wanted: Readonly<Record<string, unknown>>): void {
    const columns = row as Readonly<Record<string, unknown>>;
    for (const [column, value] of Object.entries(wanted))
      if (columns[column] !== value)
        this.add(rowAltered(name, column, { found: columns[column], wanted: value }));
  }
}
