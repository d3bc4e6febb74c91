import { isComputed, type NotComputable, notComputable } from "../statistics/not-computable.ts";
import { type Quartiles, quartilesOf } from "../statistics/quartiles.ts";
import { type Rate, rateOf } from "../statistics/wilson.ts";
import { compareText } from "./compare-text.ts";
import type { FairnessDecision, FairnessParty } from "./decision.ts";
import { interner } from "./interner.ts";
import type { FairnessQuestion } from "./question.ts";

/** A value that lies beyond a fence, and where it comes from. */
export type Outlier = {
  readonly id: string;
  readonly reference: string;
  /** Whose it is; null for a figure of the case. */
  readonly party: string | null;
  readonly value: number;
};

/** How one measure is distributed, and what lies far off: the farthest first, at most 50 of `outlying`. */
export type Distribution =
  | { readonly quartiles: Quartiles; readonly outlying: number; readonly outliers: readonly Outlier[] }
  | NotComputable;

export type InProportion = {
  /** All penalties of a case ÷ its loss; cases with a loss and an amount. */
  readonly penaltyToLoss: Distribution;
  /** A person's penalty ÷ a month's pay, as far as the case states it; persons with an amount. */
  readonly penaltyToPay: Distribution;
  /** Which facts stated the pay that was divided by, and of how many persons; not told by what was kept before it was counted. */
  readonly payStated?: readonly { readonly fact: string; readonly n: number }[];
  /** In how many months a person pays it off; persons with an amount. */
  readonly monthsToPay: Distribution;
  /** How many persons' penalties a month's cap spreads over several months, or leaves without one. */
  readonly capBinds: { readonly n: number; readonly binds: number; readonly rate: Rate } | NotComputable;
};

export type ProportionOptions = {
  /** The party facts that state a month's pay, the first known one counting, such as `monthlyWage`, then `monthlyBonus`. */
  readonly payFacts: readonly string[];
};

/** Fewer values than this are not shown as a distribution. */
const LEAST_VALUES = 10;
const MOST_OUTLIERS = 50;

/**
 * Are penalties in proportion? Distributions (quartiles, outliers by Tukey's fences) of penalty ÷ loss, penalty ÷ month's pay
 * and months to pay off, and how often the monthly cap binds. Upheld cases with an amount; a ratio to nothing is left out.
 */
export function inProportion({ payFacts }: ProportionOptions): FairnessQuestion<InProportion> {
  const [toLoss, toPay, months] = [newValues(), newValues(), newValues()];
  const same = interner();
  const stated = new Map(payFacts.map((fact) => [fact, 0]));
  let binds = 0;
  return {
    see: (decision) => {
      if (decision.disposition !== "upheld") return;
      const { id, reference, lossMinor } = decision;
      const whole = decision.parties.reduce((sum, { decided }) => sum + decided.totalMinor, 0);
      if (whole > 0 && lossMinor) addValue(toLoss, whole / lossMinor, { id, reference, party: null });
      for (const person of payingPersons(decision)) {
        const place = { id, reference, party: same(person.party) };
        const pay = payOf(person, payFacts);
        if (pay) {
          addValue(toPay, person.decided.totalMinor / pay.minor, place);
          stated.set(pay.fact, (stated.get(pay.fact) ?? 0) + 1);
        }
        addValue(months, person.months, place);
        if (person.months > 1 || person.outstandingMinor > 0) binds++;
      }
    },
    answer: () => {
      const n = months.values.length;
      const rate = rateOf({ count: binds, of: n });
      return {
        penaltyToLoss: distributionOf(toLoss),
        penaltyToPay: distributionOf(toPay),
        payStated: [...stated].flatMap(([fact, of]) => (of > 0 ? [{ fact, n: of }] : [])),
        monthsToPay: distributionOf(months),
        capBinds: n < LEAST_VALUES || !isComputed(rate) ? TOO_FEW : { n, binds, rate },
      };
    },
  };
}

/** Many values and, in the same order, where each comes from: of every penalty one, so they are kept as bare numbers. */
type Values = { readonly values: number[]; readonly places: Omit<Outlier, "value">[] };

function newValues(): Values {
  return { values: [], places: [] };
}

function addValue({ values, places }: Values, value: number, place: Omit<Outlier, "value">): void {
  values.push(value);
  places.push(place);
}

const TOO_FEW = notComputable(
  "fewer than ten penalties state what it takes, so no distribution is shown",
  "具备所需数据的扣款不足十笔，不展示分布",
);

function payingPersons({ parties }: FairnessDecision): readonly FairnessParty[] {
  return parties.filter(({ kind, decided }) => kind === "person" && decided.totalMinor > 0);
}

/** A month's pay, and the first fact that states it; undefined where none does, or says nothing was earned. */
function payOf(
  { facts }: FairnessParty,
  payFacts: readonly string[],
): { readonly fact: string; readonly minor: number } | undefined {
  const fact = payFacts.find((name) => typeof facts[name] === "number");
  const minor = fact === undefined ? undefined : facts[fact];
  return fact !== undefined && typeof minor === "number" && minor > 0 ? { fact, minor } : undefined;
}

function distributionOf({ values, places }: Values): Distribution {
  if (values.length < LEAST_VALUES) return TOO_FEW;
  const quartiles = quartilesOf(values);
  if (!isComputed(quartiles)) return quartiles;
  const { below, above } = quartiles.fences;
  const outlying = places.flatMap((place, index): Outlier[] => {
    const value = values[index] ?? 0;
    return value < below || value > above ? [{ ...place, value }] : [];
  });
  const distance = ({ value }: Outlier): number => Math.max(below - value, value - above);
  return {
    quartiles,
    outlying: outlying.length,
    outliers: outlying
      .toSorted(
        (a, b) =>
          distance(b) - distance(a) || compareText(a.id, b.id) || compareText(a.party ?? "", b.party ?? ""),
      )
      .slice(0, MOST_OUTLIERS),
  };
}
