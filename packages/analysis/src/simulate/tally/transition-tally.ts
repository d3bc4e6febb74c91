import type { OutcomeClass, SimulationResult, Transition } from "../simulation-result.ts";
import { type WeighedParty, isInside } from "./weighed-case.ts";

/** From, to, parties. */
export type TransitionState = readonly (readonly [string, string, number])[];

/** Counts the parties of the company that went from one class of outcome to another, or stayed. */
export class TransitionTally {
  readonly #counts = new Map<string, Map<string, number>>();

  constructor(state: TransitionState = []) {
    for (const [from, to, parties] of state) this.#row(from).set(to, parties);
  }

  add(party: WeighedParty): void {
    if (!isInside(party)) return;
    const row = this.#row(party.from);
    row.set(party.to, (row.get(party.to) ?? 0) + 1);
  }

  state(): TransitionState {
    return [...this.#counts].flatMap(([from, row]) =>
      Array.from(row, ([to, parties]) => [from, to, parties] as const),
    );
  }

  /** In the order of the classes, with those that occur. */
  result(all: readonly OutcomeClass[]): Pick<SimulationResult, "classes" | "transitions"> {
    const transitions: readonly Transition[] = all.flatMap(({ id: from }) =>
      all.flatMap(({ id: to }) => {
        const parties = this.#counts.get(from)?.get(to);
        return parties === undefined ? [] : [{ from, to, parties }];
      }),
    );
    const occurring = new Set(transitions.flatMap(({ from, to }) => [from, to]));
    return { classes: all.filter(({ id }) => occurring.has(id)), transitions };
  }

  #row(from: string): Map<string, number> {
    const known = this.#counts.get(from);
    if (known) return known;
    const row = new Map<string, number>();
    this.#counts.set(from, row);
    return row;
  }
}
