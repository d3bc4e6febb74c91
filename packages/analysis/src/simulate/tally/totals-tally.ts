import type { ChangedBy } from "../case-change.ts";
import type { ChangeKind } from "../compare/case-comparison.ts";
import type { DecidedSide } from "../compare/decided-side.ts";
import type { CapBearing, HistogramBin, SimulationResult } from "../simulation-result.ts";
import type { WeighedCase } from "./weighed-case.ts";

/**
 * Where the bins of the histogram end, in minor units of what a case costs more or less: above 0 up to 100.00, above that
 * up to 500.00, and so on (with two decimals), and above the last; the same below zero. They are fixed, so that two
 * simulations can be laid side by side.
 */
export const HISTOGRAM_EDGES_MINOR = [10_000, 50_000, 100_000, 500_000, 1_000_000] as const;

type Mutable<Type> = { -readonly [Key in keyof Type]: Mutable<Type[Key]> };

export type TotalsState = {
  readonly evaluated: number;
  readonly changed: number;
  readonly higher: number;
  readonly lower: number;
  readonly higherApproval: number;
  readonly otherApproval: number;
  readonly by: Readonly<Record<ChangedBy, number>>;
  readonly kinds: Readonly<Record<ChangeKind, number>>;
  readonly baselineMinor: number;
  readonly candidateMinor: number;
  readonly movedMinor: number;
  /** By bin, the least first. */
  readonly bins: readonly number[];
  readonly cap: { readonly baseline: CapBearing; readonly candidate: CapBearing };
};

const NOTHING: TotalsState = {
  evaluated: 0,
  changed: 0,
  higher: 0,
  lower: 0,
  higherApproval: 0,
  otherApproval: 0,
  by: { rule: 0, "earlier-month": 0 },
  kinds: { amount: 0, schedule: 0, disposition: 0, grade: 0, deadline: 0, approval: 0, other: 0 },
  baselineMinor: 0,
  candidateMinor: 0,
  movedMinor: 0,
  bins: Array.from({ length: 2 * (HISTOGRAM_EDGES_MINOR.length + 1) }, () => 0),
  // Two objects: a structured clone of one that stands twice is one again.
  cap: { baseline: noBearing(), candidate: noBearing() },
};

function noBearing(): CapBearing {
  return { charges: 0, carried: 0, carriedMinor: 0, outstandingMinor: 0 };
}

/** What is counted and added up over all cases. */
export class TotalsTally {
  readonly #totals: Mutable<TotalsState>;

  constructor(state: TotalsState = NOTHING) {
    this.#totals = structuredClone(state) as Mutable<TotalsState>;
  }

  add({ one, both, parties, change }: WeighedCase): void {
    const totals = this.#totals;
    const { totalMinor: baselineMinor } = both.baseline;
    const { totalMinor: candidateMinor } = both.candidate;
    totals.evaluated += 1;
    totals.baselineMinor = plus(totals.baselineMinor, baselineMinor);
    totals.candidateMinor = plus(totals.candidateMinor, candidateMinor);
    for (const party of parties) {
      const movedMinor = Math.abs(party.candidateMinor - party.baselineMinor);
      totals.movedMinor = plus(totals.movedMinor, movedMinor);
    }
    const month = one.decidedOn.slice(0, 7);
    bear(totals.cap.baseline, both.baseline, month);
    bear(totals.cap.candidate, both.candidate, month);
    if (!change) return;
    totals.changed += 1;
    totals.by[change.by] += 1;
    for (const kind of change.kinds) totals.kinds[kind] += 1;
    if (change.approval === "higher") totals.higherApproval += 1;
    if (change.approval === "other") totals.otherApproval += 1;
    this.#direct(candidateMinor - baselineMinor);
  }

  #direct(byMinor: number): void {
    if (byMinor === 0) return;
    const totals = this.#totals;
    if (byMinor > 0) totals.higher += 1;
    else totals.lower += 1;
    const half = HISTOGRAM_EDGES_MINOR.length + 1;
    const beyond = HISTOGRAM_EDGES_MINOR.filter((edge) => Math.abs(byMinor) > edge).length;
    const bin = byMinor > 0 ? half + beyond : half - 1 - beyond;
    totals.bins[bin] = (totals.bins[bin] ?? 0) + 1;
  }

  state(): TotalsState {
    return structuredClone(this.#totals);
  }

  counts(): Omit<SimulationResult["counts"], "taken" | "skipped"> {
    const { evaluated, changed, higher, lower, higherApproval, otherApproval, by, kinds } = this.#totals;
    return {
      evaluated,
      changed,
      higher,
      lower,
      higherApproval,
      otherApproval,
      by: { ...by },
      kinds: { ...kinds },
    };
  }

  result(): Pick<SimulationResult, "amounts" | "directions" | "histogram" | "cap"> {
    const { evaluated, higher, lower, baselineMinor, candidateMinor, movedMinor, bins, cap } = this.#totals;
    return {
      amounts: { baselineMinor, candidateMinor, netMinor: candidateMinor - baselineMinor, movedMinor },
      directions: { lower, same: evaluated - lower - higher, higher },
      histogram: BINS.map((bin, index) => ({ ...bin, cases: bins[index] ?? 0 })),
      cap: structuredClone(cap),
    };
  }
}

const MAGNITUDES = [0, ...HISTOGRAM_EDGES_MINOR].map((aboveMinor, index) => ({
  aboveMinor,
  upToMinor: HISTOGRAM_EDGES_MINOR[index] ?? null,
}));

const BINS: readonly Omit<HistogramBin, "cases">[] = [
  ...MAGNITUDES.toReversed().map((magnitude) => ({ direction: "lower" as const, ...magnitude })),
  ...MAGNITUDES.map((magnitude) => ({ direction: "higher" as const, ...magnitude })),
];

/** @throws RangeError beyond the safe integers: an amount that is no longer exact is no amount */
function plus(sumMinor: number, amountMinor: number): number {
  const sum = sumMinor + amountMinor;
  if (!Number.isSafeInteger(sum))
    throw new RangeError("the amounts of these cases add up to more than can be told exactly; take fewer");
  return sum;
}

function bear(bearing: Mutable<CapBearing>, { outcome, terms }: DecidedSide, month: string): void {
  const charged = new Set(terms.map(({ person }) => person));
  for (const { party, totalMinor, schedule, outstandingMinor, suspended } of outcome.parties) {
    if (totalMinor === 0 || suspended || !charged.has(party)) continue;
    const later = schedule.filter((instalment) => instalment.month > month);
    const carriedMinor = later.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    bearing.charges += 1;
    if (carriedMinor > 0 || outstandingMinor > 0) bearing.carried += 1;
    bearing.carriedMinor = plus(bearing.carriedMinor, carriedMinor);
    bearing.outstandingMinor = plus(bearing.outstandingMinor, outstandingMinor);
  }
}
