import { type CaseChange, type PastCase, decideSide, startSimulation } from "@evenhand/analysis";
import type { LoadedVersion } from "@evenhand/engine";
import { EMPTY_LEDGER, type PersonLedger, applyChange, assess, monthsHeld } from "@evenhand/ledger";
import { describe, expect, it } from "vitest";
import { pastCases } from "../support/past-cases.ts";
import { VERSION_2, changed, withValue } from "./complaint-fines.ts";

/** Other days to close in change every case that is upheld, so that each tells what both sides stood upon. */
const CANDIDATE = changed((policy) => withValue("closeDays", 9)(withValue("bonusCapRate", 0.3)(policy)));

/** The ledgers of everybody as the service would keep them, without payroll. */
class Kept {
  readonly #loaded: LoadedVersion;
  readonly #ledgers = new Map<string, PersonLedger>();

  constructor(loaded: LoadedVersion) {
    this.#loaded = loaded;
  }

  of(person: string): PersonLedger {
    return this.#ledgers.get(person) ?? EMPTY_LEDGER;
  }

  /** Assesses what a case charges, upon what was told of a simulation. */
  record({ id, case: asked, evaluatedAt, decidedOn }: PastCase, side: CaseChange["sides"]["baseline"]): void {
    const { scheduled, closedThrough } = side;
    const decided = decideSide(this.#loaded, { case: asked }, { evaluatedAt, scheduled, closedThrough });
    if ("problem" in decided) throw new Error(decided.problem.message.en);
    for (const { person, ...terms } of decided.terms) {
      const party = decided.outcome.parties.find((one) => one.party === person);
      if (!party || party.totalMinor === 0) continue;
      const assessed = assess(this.of(person), {
        account: id,
        startsIn: decidedOn.slice(0, 7),
        currency: "CNY",
        terms,
        amountMinor: party.totalMinor,
        instalments: party.schedule,
        isSuspended: false,
        bonusMinor: decided.concerned.find((one) => one.party === person)?.monthlyBonusMinor ?? null,
      });
      if ("refusal" in assessed) throw new Error(assessed.refusal.message.en);
      this.#ledgers.set(person, applyChange(this.of(person), assessed.change));
    }
  }
}

/** Another bonus makes another ceiling of the months in which something comes to stand. */
function withHalfTheBonus(one: PastCase): PastCase {
  const parties = one.case.parties.map((party) => ({
    ...party,
    facts: { ...party.facts, monthlyBonus: Number(party.facts["monthlyBonus"]) / 2 },
  }));
  return { ...one, case: { ...one.case, parties } };
}

describe("what a side stands upon", () => {
  it("is, month by month and to the ceiling, what the ledger would hold of its own decisions", () => {
    const ask = { baseline: VERSION_2, candidate: CANDIDATE, groups: [] };
    const simulation = startSimulation(ask);
    const kept = { baseline: new Kept(VERSION_2), candidate: new Kept(CANDIDATE) };
    let months = 0;
    for (const [place, made] of [...pastCases({ count: 150, people: 5, seed: 11 })].entries()) {
      const one = place % 3 === 0 ? withHalfTheBonus(made) : made;
      const change = simulation.take(one);
      if (!change) continue;
      for (const side of ["baseline", "candidate"] as const) {
        const held = one.case.parties.flatMap(({ id: party }) =>
          monthsHeld(kept[side].of(party))
            .filter(({ month }) => month >= one.decidedOn.slice(0, 7))
            .map((month) => ({ party, ...month })),
        );
        expect(change.sides[side].scheduled).toEqual(held);
        kept[side].record(one, change.sides[side]);
        months += held.length;
      }
    }
    expect(months).toBeGreaterThan(200);
  });
});
