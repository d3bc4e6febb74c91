import type { SimulationResult } from "../simulation-result.ts";
import type { WeighedParty } from "./weighed-case.ts";

type Person = { readonly place: number; isAffected: boolean; netMinor: number };

/** Person, whether any outcome differs, net amount in minor units. */
export type PeopleState = readonly (readonly [string, boolean, number])[];

/** What all cases together mean for each person. */
export class PeopleTally {
  readonly #people: Map<string, Person>;

  constructor(state: PeopleState = []) {
    this.#people = new Map(
      state.map(([person, isAffected, netMinor], place) => [person, { place, isAffected, netMinor }]),
    );
  }

  /** Counts a person in, and gives the place by which other tallies know them. */
  add({ party, isOther, baselineMinor, candidateMinor }: WeighedParty): number {
    const person = this.#people.get(party) ?? { place: this.#people.size, isAffected: false, netMinor: 0 };
    this.#people.set(party, person);
    person.isAffected ||= isOther;
    person.netMinor += candidateMinor - baselineMinor;
    return person.place;
  }

  state(): PeopleState {
    return Array.from(this.#people, ([person, { isAffected, netMinor }]) => [person, isAffected, netMinor]);
  }

  result(): SimulationResult["people"] {
    const people = [...this.#people.values()];
    const count = (of: (person: Person) => boolean): number => people.filter(of).length;
    return {
      concerned: people.length,
      affected: count(({ isAffected }) => isAffected),
      higher: count(({ netMinor }) => netMinor > 0),
      lower: count(({ netMinor }) => netMinor < 0),
    };
  }
}
