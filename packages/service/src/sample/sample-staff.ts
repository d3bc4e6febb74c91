import type { Chance } from "./chance.ts";
import type { SAMPLE_LISTS } from "./sample-policy.ts";

export type SampleDepartment = keyof typeof SAMPLE_LISTS.department;
export type SampleRank = keyof typeof SAMPLE_LISTS.rank;
export type SampleSite = keyof typeof SAMPLE_LISTS.site;

/** Somebody made up; nobody but a number. Money in fen, by the month. */
export type SamplePerson = {
  readonly staffNumber: string;
  readonly department: SampleDepartment;
  readonly rank: SampleRank;
  readonly site: SampleSite;
  readonly bonus: number;
  readonly wage: number;
  /** How much likelier than others they are to be part of something. */
  readonly proneness: number;
};

/** What nobody's own staff numbers begin with, so that no sample person is ever somebody real. */
const PREFIX = "SAMPLE-E";
const HEADCOUNT = 180;

const DEPARTMENTS: readonly {
  readonly item: { readonly department: SampleDepartment; readonly site: SampleSite };
  readonly weight: number;
}[] = [
  { item: { department: "plant-one", site: "suzhou" }, weight: 30 },
  { item: { department: "plant-two", site: "kunshan" }, weight: 34 },
  { item: { department: "logistics", site: "warehouse" }, weight: 16 },
  { item: { department: "quality", site: "suzhou" }, weight: 8 },
  { item: { department: "service", site: "suzhou" }, weight: 7 },
  { item: { department: "sales", site: "kunshan" }, weight: 5 },
];

const RANKS: readonly { readonly item: SampleRank; readonly weight: number }[] = [
  { item: "staff", weight: 80 },
  { item: "team-lead", weight: 12 },
  { item: "manager", weight: 6 },
  { item: "director", weight: 2 },
];

/** Wages and bonuses begin at these, in yuan. */
const PAY: Readonly<Record<SampleRank, { readonly wage: number; readonly bonus: number }>> = {
  staff: { wage: 5200, bonus: 900 },
  "team-lead": { wage: 7400, bonus: 1800 },
  manager: { wage: 11_500, bonus: 3600 },
  director: { wage: 21_000, bonus: 8000 },
};

/** One in twelve is prone to it, the others hardly: so some people come up several times. */
export function sampleStaff(chance: Chance): readonly SamplePerson[] {
  return Array.from({ length: HEADCOUNT }, (_, index) => {
    const { department, site } = chance.oneOf(DEPARTMENTS);
    const rank = chance.oneOf(RANKS);
    const { wage, bonus } = PAY[rank];
    const more = 1 + chance.next() * 0.5;
    return {
      staffNumber: `${PREFIX}${1001 + index}`,
      department,
      rank,
      site,
      bonus: Math.round(bonus * more) * 100,
      wage: Math.round(wage * more) * 100,
      proneness: (chance.isHit(1 / 12) ? 7 : 1) * (rank === "staff" ? 1 : 0.5),
    };
  });
}
