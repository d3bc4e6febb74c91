import type { Case, Party } from "@evenhand/domain";

/** What the text of the sample policy leaves open: the figures by which its versions differ. Money in fen. */
export type Text = {
  /** Article 16: the part of a month's bonus that a month may take, in hundredths. */
  readonly capPercent: number;
  /** Article 5. */
  readonly largeFine: number;
  /** Of a month's bonus, in hundredths, from whoever was grossly careless; 0 where the text does not have it. */
  readonly grossPercent: number;
};

/** As version 3 has them. */
export const IN_FORCE: Text = { capPercent: 30, largeFine: 120_000, grossPercent: 0 };

/** A past case by its reference; `on` is the day of the decision, `YYYY-MM-DD`. */
export type Past = { readonly reference: string; readonly on: string; readonly case: Case };

/** What somebody is charged, in fen, and in which months. */
export type Charged = {
  readonly party: string;
  readonly total: number;
  readonly months: ReadonlyMap<string, number>;
};

/**
 * The sample policy reckoned a second time, from its text and by nothing of the engine's: what each case costs whom and when.
 * Cases come in the order in which they were decided, since what is planned takes the room of what comes after.
 */
export function reckoned(cases: readonly Past[], text: Text): ReadonlyMap<string, readonly Charged[]> {
  const taken = new Map<string, Map<string, number>>();
  return new Map(
    cases.map((past) => [
      past.reference,
      chargesOf(past.case, text).map(({ party, total }) => {
        const own = taken.get(party.id) ?? new Map<string, number>();
        taken.set(party.id, own);
        return {
          party: party.id,
          total,
          months: spread({ total, from: past.on, most: mostOf(party, text), own }),
        };
      }),
    ]),
  );
}

type Owed = { readonly party: Party; readonly total: number };

/** Articles 2, 3, 5, 6: nothing where the customer caused it; else of everybody who did it and was not told to. */
function chargesOf({ facts, parties }: Case, text: Text): readonly Owed[] {
  const loss = facts["lossAmount"];
  const doers = parties.filter(({ facts: own }) => own["causedIt"] === true);
  const isUpheld = facts["customerCaused"] !== true;
  return parties.map((party) => {
    const { causedIt, instructedBy, intent, timesInYear, monthlyBonus } = party.facts;
    if (!isUpheld || causedIt !== true || typeof instructedBy === "string") return { party, total: 0 };
    const fine = typeof loss === "number" ? fineOf(loss, timesInYear, text) : 0;
    // Alike: each bears an equal part, the last fen with the first of them.
    const share = typeof loss === "number" && intent === "wilful" ? shareOf(loss, doers, party, parties) : 0;
    const gross = intent === "gross" ? (Number(monthlyBonus) * text.grossPercent) / 100 : 0;
    return { party, total: fine + share + gross };
  });
}

/** Article 5; a medium loss costs nothing where nobody knows whether it was the first. */
function fineOf(loss: number, times: unknown, { largeFine }: Text): number {
  if (loss < 100_000) return 10_000;
  if (loss < 500_000) return typeof times !== "number" ? 0 : times === 0 ? 50_000 : 80_000;
  return loss < 2_000_000 ? largeFine : 200_000;
}

/** Article 3: an equal part, and those of whoever acted on this one's instruction. */
function shareOf(loss: number, doers: readonly Party[], { id }: Party, parties: readonly Party[]): number {
  const told = parties.filter(
    ({ facts }) => facts["causedIt"] === true && facts["instructedBy"] === id,
  ).length;
  const parts = (1 + told) * loss;
  const whole = Math.floor(parts / doers.length);
  return doers[0]?.id === id ? whole + (loss - Math.floor(loss / doers.length) * doers.length) : whole;
}

/** Article 16, and the law on wages: a fifth of the month's wage, and the minimum wage is left. */
function mostOf({ facts }: Party, { capPercent }: Text): number {
  const [bonus, wage, minimum] = [facts["monthlyBonus"], facts["monthlyWage"], facts["minimumWage"]].map(
    Number,
  );
  return Math.min(
    Math.floor(((bonus ?? 0) * capPercent) / 100),
    Math.floor((wage ?? 0) / 5),
    (wage ?? 0) - (minimum ?? 0),
  );
}

/** Fifty years: whoever has no room in any month would pay for ever. */
const MOST_MONTHS = 600;

/** From the month of the decision on, each month takes what it has room for beside what is planned in it already. */
function spread(owed: {
  readonly total: number;
  readonly from: string;
  readonly most: number;
  readonly own: Map<string, number>;
}): ReadonlyMap<string, number> {
  const months = new Map<string, number>();
  let left = owed.total;
  for (
    let [month, past] = [owed.from.slice(0, 7), 0];
    left > 0;
    [month, past] = [monthAfter(month), past + 1]
  ) {
    if (past === MOST_MONTHS) throw new Error(`${left} is not paid off in ${MOST_MONTHS} months`);
    const amount = Math.min(left, Math.max(0, owed.most - (owed.own.get(month) ?? 0)));
    if (amount === 0) continue;
    months.set(month, amount);
    owed.own.set(month, (owed.own.get(month) ?? 0) + amount);
    left -= amount;
  }
  return months;
}

/** @example monthAfter("2025-12") // "2026-01" */
function monthAfter(month: string): string {
  const [year = 0, of = 0] = month.split("-").map(Number);
  return of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, "0")}`;
}
