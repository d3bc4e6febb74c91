import type { FactValue, LocalizedText, Scope } from "@evenhand/domain";
import type { Stratum } from "../statistics/strata.ts";
import type { TwoGroups } from "../statistics/proportion.ts";
import { type CountedDecision, type FairnessParty, isPenalised } from "./decision.ts";
import { type HeldSame, stratumOf } from "./stratum.ts";

/** What people are told apart by: a fact that cases state and that no rule should read, such as site, department or rank. */
export type GroupAttribute = {
  readonly fact: string;
  readonly scope: Scope;
  readonly label: LocalizedText;
  /** What its values are called; one that is not named here is called by itself. */
  readonly values?: Readonly<Record<string, LocalizedText>>;
  /** The value whose people the others stand beside; all others together unless one is given. */
  readonly reference?: string;
};

/** @example labelOf(site, "suzhou") // { en: "Suzhou plant", zh: "苏州工厂" } */
export function labelOf({ values }: Pick<GroupAttribute, "values">, group: string): LocalizedText {
  return values && Object.hasOwn(values, group) ? (values[group] ?? plain(group)) : plain(group);
}

function plain(group: string): LocalizedText {
  return { en: group, zh: group };
}

/** Fewer people than this are not shown as a group, since figures of them would be figures of somebody. */
export const LEAST_PEOPLE = 10;

/** What is counted of one group. */
export type GroupTally = {
  readonly people: Set<string>;
  readonly strata: Map<string, StratumTally>;
};

type StratumTally = { of: number; penalised: number; readonly amounts: number[] };

/** Counts a decision's persons into their groups. */
export function tally(
  groups: Map<string, GroupTally>,
  { currency, same, ...attribute }: TallyOptions,
  decision: CountedDecision,
): void {
  for (const party of peopleCounted(decision)) {
    const group = groupOf(attribute, decision, party);
    if (group === undefined) continue;
    const isPaid = decision.currency === currency && party.decided.totalMinor > 0;
    count(tallyOf(groups, group), { party, stratum: stratumOf(decision, party, same), isPaid });
  }
}

type TallyOptions = Pick<GroupAttribute, "fact" | "scope"> & {
  readonly currency: string;
  readonly same: HeldSame;
};

/** Persons in upheld cases: in others nobody could be penalised. */
export function peopleCounted({ disposition, parties }: CountedDecision): readonly FairnessParty[] {
  return disposition === "upheld" ? parties.filter(({ kind }) => kind === "person") : [];
}

/** What a case states of somebody, where it states one value. */
export function groupOf(
  { fact, scope }: Pick<GroupAttribute, "fact" | "scope">,
  decision: CountedDecision,
  party: FairnessParty,
): string | undefined {
  const value: FactValue | undefined = (scope === "case" ? decision : party).facts[fact];
  return value === undefined || value === null || Array.isArray(value) ? undefined : String(value);
}

function tallyOf(groups: Map<string, GroupTally>, group: string): GroupTally {
  const known = groups.get(group) ?? { people: new Set(), strata: new Map() };
  groups.set(group, known);
  return known;
}

function count(
  { people, strata }: GroupTally,
  seen: { readonly party: FairnessParty; readonly stratum: string; readonly isPaid: boolean },
): void {
  people.add(seen.party.party);
  const stratum = strata.get(seen.stratum) ?? { of: 0, penalised: 0, amounts: [] };
  strata.set(seen.stratum, stratum);
  stratum.of++;
  if (isPenalised(seen.party)) stratum.penalised++;
  if (seen.isPaid) stratum.amounts.push(seen.party.decided.totalMinor);
}

/** One group beside others, stratum by stratum and as a whole. */
export type GroupComparison = {
  readonly crude: TwoGroups;
  readonly strata: readonly TwoGroups[];
  /** What those pay who pay anything, in minor units. */
  readonly amounts: readonly Stratum[];
  readonly peopleInReference: number;
};

/** Compares one group with others that are known. */
export function compareWithOthers(group: GroupTally, others: readonly GroupTally[]): GroupComparison {
  const keys = [...new Set([group, ...others].flatMap(({ strata }) => [...strata.keys()]))].toSorted();
  const strata = keys.map((key) => ({
    group: sumOf([group], key),
    reference: sumOf(others, key),
  }));
  return {
    crude: {
      group: {
        count: total(strata, ({ group: { count } }) => count),
        of: total(strata, ({ group: { of } }) => of),
      },
      reference: {
        count: total(strata, ({ reference: { count } }) => count),
        of: total(strata, ({ reference: { of } }) => of),
      },
    },
    strata,
    amounts: keys.map((key) => ({ group: amountsOf([group], key), reference: amountsOf(others, key) })),
    peopleInReference: new Set(others.flatMap(({ people }) => [...people])).size,
  };
}

function sumOf(groups: readonly GroupTally[], key: string): { readonly count: number; readonly of: number } {
  return {
    count: total(groups, ({ strata }) => strata.get(key)?.penalised ?? 0),
    of: total(groups, ({ strata }) => strata.get(key)?.of ?? 0),
  };
}

/** Sorted, so that what is drawn from them by a seed is the same in whatever order the decisions came. */
function amountsOf(groups: readonly GroupTally[], key: string): readonly number[] {
  return groups.flatMap(({ strata }) => strata.get(key)?.amounts ?? []).toSorted((a, b) => a - b);
}

function total<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}
