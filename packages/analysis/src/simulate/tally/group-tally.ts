import type { GroupReading } from "../group-facts.ts";
import type { GroupResult, GroupValue } from "../simulation-result.ts";
import { type WeighedCase, type WeighedParty, isInside } from "./weighed-case.ts";

/** With more values than this a fact makes no groups; what stands in further ones is counted together. */
export const MOST_GROUP_VALUES = 500;
/** Of smaller groups nothing is told: a figure of so few tells of persons. */
export const SMALL_GROUP = 10;

type Sums = {
  -readonly [Sum in "n" | "lower" | "same" | "higher" | "baselineMinor" | "candidateMinor"]: number;
};
type Group = Sums & { readonly people: Set<number> };

/** Value, n, lower, same, higher, baseline and candidate in minor units, places of its people. */
type ValueState = readonly [string | null, number, number, number, number, number, number, readonly number[]];
export type GroupState = { readonly values: readonly ValueState[]; readonly rest: number };

const NO_GROUPS: GroupState = { values: [], rest: 0 };

/** Counts by the values of one fact. */
export class GroupTally {
  readonly #reading: GroupReading;
  readonly #groups: Map<string | null, Group>;
  #rest: number;

  constructor(reading: GroupReading, { values, rest }: GroupState = NO_GROUPS) {
    this.#reading = reading;
    this.#rest = rest;
    this.#groups = new Map(
      values.map(([value, n, lower, same, higher, baselineMinor, candidateMinor, people]) => [
        value,
        { n, lower, same, higher, baselineMinor, candidateMinor, people: new Set(people) },
      ]),
    );
  }

  get fact(): string {
    return this.#reading.name;
  }

  /** @param places of the persons of the case, as `PeopleTally` gives them */
  add({ one, both, parties }: WeighedCase, places: ReadonlyMap<string, number>): void {
    if (this.#reading.scope === "case") {
      const { totalMinor: baselineMinor } = both.baseline;
      const { totalMinor: candidateMinor } = both.candidate;
      this.#count(
        this.#reading.valueOf(one.case, undefined),
        { baselineMinor, candidateMinor },
        places.values(),
      );
      return;
    }
    for (const party of parties) {
      if (!isInside(party)) continue;
      const place = places.get(party.party);
      const value = this.#reading.valueOf(one.case, party.party);
      this.#count(value, party, place === undefined ? [] : [place]);
    }
  }

  /** The values that stand in a case, each once, in order. */
  valuesIn({ one, parties }: Pick<WeighedCase, "one" | "parties">): readonly (string | null)[] {
    const reading = this.#reading;
    if (reading.scope === "case") return [reading.valueOf(one.case, undefined)];
    const values = parties.filter(isInside).map(({ party }) => reading.valueOf(one.case, party));
    return [...new Set(values)].toSorted(byValue);
  }

  state(): GroupState {
    return {
      values: Array.from(this.#groups, ([value, group]) => [
        value,
        group.n,
        group.lower,
        group.same,
        group.higher,
        group.baselineMinor,
        group.candidateMinor,
        [...group.people],
      ]),
      rest: this.#rest,
    };
  }

  result(): GroupResult {
    const { name: fact, label, scope, labelOf, isNumber } = this.#reading;
    const inOrder = [...this.#groups].toSorted(([left, one], [right, other]) =>
      isNumber ? byNumber(left, right) : other.n - one.n || byValue(left, right),
    );
    const withheld = withheldOf([...this.#groups.values()]);
    const values = inOrder.map(([value, group]): GroupValue => {
      const named = { value, label: labelOf(value) };
      if (withheld.has(group)) return { ...named, isWithheld: true };
      const { people, ...sums } = group;
      return { ...named, isWithheld: false, ...sums, people: people.size };
    });
    return { fact, label, scope, values, rest: this.#rest };
  }

  #count(
    value: string | null,
    { baselineMinor, candidateMinor }: Pick<WeighedParty, "baselineMinor" | "candidateMinor">,
    people: Iterable<number>,
  ): void {
    const group = this.#groupOf(value);
    if (!group) {
      this.#rest += 1;
      return;
    }
    group.n += 1;
    group[candidateMinor > baselineMinor ? "higher" : candidateMinor < baselineMinor ? "lower" : "same"] += 1;
    group.baselineMinor += baselineMinor;
    group.candidateMinor += candidateMinor;
    for (const place of people) group.people.add(place);
  }

  #groupOf(value: string | null): Group | undefined {
    const known = this.#groups.get(value);
    if (known || this.#groups.size >= MOST_GROUP_VALUES) return known;
    const group = {
      n: 0,
      lower: 0,
      same: 0,
      higher: 0,
      baselineMinor: 0,
      candidateMinor: 0,
      people: new Set<number>(),
    };
    this.#groups.set(value, group);
    return group;
  }
}

/**
 * The groups of which nothing is told: small ones, and with them the next larger ones until what is left of a total, once
 * everything told is taken from it, is of two groups at least and not small itself (primary and complementary suppression).
 */
function withheldOf(groups: readonly Group[]): ReadonlySet<Group> {
  const small = groups.filter(({ n, people }) => isSmall(n, people.size));
  if (small.length === 0) return NONE;
  const withheld = new Set(small);
  const told = groups.filter((group) => !withheld.has(group)).toSorted((one, other) => one.n - other.n);
  for (const next of told) {
    if (withheld.size > 1 && !areSmallTogether(withheld)) break;
    withheld.add(next);
  }
  return withheld;
}

const NONE: ReadonlySet<Group> = new Set();

function areSmallTogether(groups: ReadonlySet<Group>): boolean {
  const people = new Set([...groups].flatMap((group) => [...group.people]));
  return isSmall(
    [...groups].reduce((sum, { n }) => sum + n, 0),
    people.size,
  );
}

/** @param people how many different ones; 0 where none were charged */
function isSmall(n: number, people: number): boolean {
  return n < SMALL_GROUP || (people > 0 && people < SMALL_GROUP);
}

function byNumber(left: string | null, right: string | null): number {
  return left === null || right === null ? byValue(left, right) : Number(left) - Number(right);
}

/** What is not stated comes last. */
function byValue(left: string | null, right: string | null): number {
  if (left === right) return 0;
  if (left === null || right === null) return left === null ? 1 : -1;
  return left < right ? -1 : 1;
}
