import { type Chance, chanceFrom } from "./chance.ts";
import { LOSS_BANDS, type SAMPLE_LISTS } from "./sample-policy.ts";
import { type SampleDepartment, type SamplePerson, type SampleRank, sampleStaff } from "./sample-staff.ts";

export type SampleMatter = keyof typeof SAMPLE_LISTS.matter;
export type SampleIntent = keyof typeof SAMPLE_LISTS.intent;

/** A made-up case. Days since 1970-01-01; money in fen; null is not stated. */
export type SampleCase = {
  readonly reference: string;
  readonly occurredOn: number;
  readonly reportedOn: number;
  readonly decidedOn: number | null;
  readonly matter: SampleMatter;
  readonly lossAmount: number | null;
  readonly customerCaused: boolean;
  readonly parties: readonly SampleParty[];
};

export type SampleParty = {
  readonly person: SamplePerson;
  readonly rank: SampleRank | null;
  readonly causedIt: boolean;
  readonly intent: SampleIntent;
  readonly timesInYear: number | null;
  readonly instructedBy: string | null;
};

export const SAMPLE_CASES = 2000;
/** Two years, the day of loading not among them. */
export const SAMPLE_DAYS = 730;
const SEED = 20_261_122;
const YEAR = 365;

/**
 * The made-up cases of the two years before `today` (days since 1970-01-01), in the order of their days. The same day
 * always gives the same cases.
 */
export function sampleCases(today: number): readonly SampleCase[] {
  const chance = chanceFrom(SEED);
  const staff = sampleStaff(chance);
  const days = daysOf(chance, today);
  const record = new Map<SamplePerson, number[]>();
  return days.map((day, index) => oneCase({ chance, staff, record, today }, { day, number: index + 1 }));
}

type World = {
  readonly chance: Chance;
  readonly staff: readonly SamplePerson[];
  /** The days on which somebody caused something. */
  readonly record: Map<SamplePerson, number[]>;
  readonly today: number;
};

/** How busy each month is, January first: much before the turn of the year, little around the Spring Festival. */
const SEASONS = [1.3, 0.55, 0.9, 1, 1, 1.1, 1.15, 1.05, 1, 0.85, 1.4, 1.6] as const;

function daysOf(chance: Chance, today: number): readonly number[] {
  const weighted = Array.from({ length: SAMPLE_DAYS }, (_, back) => {
    const day = today - 1 - back;
    const date = new Date(day * 86_400_000);
    const season = SEASONS[date.getUTCMonth()] ?? 1;
    return { item: day, weight: season * (date.getUTCDay() === 0 ? 0.3 : 1) };
  });
  return Array.from({ length: SAMPLE_CASES }, () => chance.oneOf(weighted)).toSorted(
    (one, other) => one - other,
  );
}

function oneCase(
  world: World,
  { day, number }: { readonly day: number; readonly number: number },
): SampleCase {
  const { chance, today } = world;
  const first = chance.oneOf(world.staff.map((item) => ({ item, weight: item.proneness })));
  const matter = chance.oneOf(MATTERS[first.department]);
  const reportedOn = Math.min(today, day + chance.oneOf(REPORTED_AFTER));
  const decidedOn = reportedOn + decidedAfter(chance);
  const parties = partiesOf(world, { first, matter, day });
  return {
    reference: `SAMPLE-${String(number).padStart(4, "0")}`,
    occurredOn: day,
    reportedOn,
    // What would be decided after the day of loading is still open.
    decidedOn: decidedOn > today ? null : decidedOn,
    matter,
    lossAmount: lossOf(chance, matter),
    customerCaused: matter === "customer-complaint" && chance.isHit(0.12),
    parties,
  };
}

const weights = <Item extends string>(given: Readonly<Record<Item, number>>) =>
  // INVARIANT: the keys of a literal of this type are its items and nothing else.
  (Object.entries(given) as [Item, number][]).map(([item, weight]) => ({ item, weight }));

const IN_PRODUCTION = weights<SampleMatter>({
  lateness: 22,
  "equipment-damage": 26,
  "quality-slip": 34,
  "safety-breach": 14,
  "customer-complaint": 4,
});
const IN_OFFICES = weights<SampleMatter>({
  lateness: 24,
  "equipment-damage": 4,
  "quality-slip": 18,
  "safety-breach": 2,
  "customer-complaint": 52,
});
const MATTERS: Readonly<Record<SampleDepartment, typeof IN_PRODUCTION>> = {
  "plant-one": IN_PRODUCTION,
  "plant-two": IN_PRODUCTION,
  logistics: IN_PRODUCTION,
  quality: IN_OFFICES,
  service: IN_OFFICES,
  sales: IN_OFFICES,
};

const REPORTED_AFTER = [
  { item: 0, weight: 40 },
  { item: 1, weight: 35 },
  { item: 2, weight: 15 },
  { item: 5, weight: 10 },
];

/** In days; every tenth is decided about when ten or fifteen working days end, some of them a day too late. */
function decidedAfter(chance: Chance): number {
  if (chance.isHit(0.1)) return chance.oneOf([13, 14, 15, 20, 21, 22].map((item) => ({ item, weight: 1 })));
  return chance.between(2, 12);
}

/** The middle of each matter's losses, in yuan. */
const USUAL_LOSS: Readonly<Record<SampleMatter, number>> = {
  lateness: 260,
  "equipment-damage": 2600,
  "quality-slip": 1500,
  "safety-breach": 900,
  "customer-complaint": 1900,
};

/** Mostly near the usual loss, now and then far beyond it; some exactly on the end of a band, and some not known yet. */
function lossOf(chance: Chance, matter: SampleMatter): number | null {
  if (chance.isHit(0.015)) return null;
  if (chance.isHit(0.02)) return chance.oneOf(Object.values(LOSS_BANDS).map((item) => ({ item, weight: 1 })));
  const tail = chance.isHit(0.04) ? 1 / (1 - chance.next() * 0.95) : 1;
  const yuan = USUAL_LOSS[matter] * Math.exp(chance.normal() * 0.9) * tail;
  return Math.min(Math.round(yuan), 400_000) * 100;
}

function partiesOf(
  world: World,
  {
    first,
    matter,
    day,
  }: { readonly first: SamplePerson; readonly matter: SampleMatter; readonly day: number },
): readonly SampleParty[] {
  const { chance, staff } = world;
  const colleagues = staff.filter((one) => one !== first && one.department === first.department);
  const others = matter !== "lateness" && chance.isHit(0.14) ? chance.between(1, 2) : 0;
  const besides = new Set(
    Array.from({ length: others }, () => chance.oneOf(colleagues.map((item) => ({ item, weight: 1 })))),
  );
  return [first, ...besides].map((person, place) => {
    const causedIt = place === 0 || chance.isHit(0.6);
    const timesInYear = timesBefore(world, { person, day });
    if (causedIt) world.record.set(person, [...(world.record.get(person) ?? []), day]);
    return {
      person,
      rank: chance.isHit(0.01) ? null : person.rank,
      causedIt,
      intent: chance.oneOf(INTENTS),
      timesInYear: chance.isHit(0.02) ? null : timesInYear,
      instructedBy: causedIt && chance.isHit(0.02) ? superiorOf(world, person) : null,
    };
  });
}

const INTENTS = weights<SampleIntent>({ careless: 88, gross: 9, wilful: 3 });

function timesBefore(
  { record }: World,
  { person, day }: { readonly person: SamplePerson; readonly day: number },
) {
  return (record.get(person) ?? []).filter((one) => one < day && one >= day - YEAR).length;
}

/** Somebody of a higher rank in the same department; null where there is nobody. */
function superiorOf({ chance, staff }: World, { department, rank }: SamplePerson): string | null {
  const order: readonly SampleRank[] = ["staff", "team-lead", "manager", "director"];
  const superiors = staff.filter(
    (one) => one.department === department && order.indexOf(one.rank) > order.indexOf(rank),
  );
  if (superiors.length === 0) return null;
  return chance.oneOf(superiors.map((item) => ({ item, weight: 1 }))).staffNumber;
}
