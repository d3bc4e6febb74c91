import { canonicalJson } from "@evenhand/domain";
import type { ServiceContext } from "../context.ts";
import { type PayrollAsk, type PayrollExportLine, payrollMonth } from "../exports/payroll-month.ts";

type Amounts = {
  /** Still to be taken in the month. */
  readonly plannedMinor: number;
  /** Taken in the month, whether or not it was given back later. */
  readonly deductedMinor: number;
  /** Given back with the pay of the month. */
  readonly givenBackMinor: number;
  /** What comes off the pay of the month; below 0 it is paid out. */
  readonly netMinor: number;
};

/** What a payroll month takes and gives back, for a payroll system; amounts in minor units. */
export type PayrollView = {
  readonly month: string;
  /** `open`: as it is planned at the moment of asking; `closed`: as its closing left it, for good. */
  readonly state: "open" | "closed";
  /** By staff number; whoever has nothing in the month is not among them. */
  readonly people: readonly (Amounts & {
    readonly person: string;
    readonly currency: string;
    /** The most that the month may take over all decisions, by what is known now. */
    readonly capMinor: number | null;
    /** Still to be taken once the month is through. */
    readonly toComeMinor: number;
    readonly notRecoverableMinor: number;
    readonly decisions: readonly (Amounts & {
      readonly decision: string;
      readonly reference: string;
      readonly policy: { readonly id: string; readonly version: number };
    })[];
  })[];
  /** One for each currency. */
  readonly totals: readonly (Amounts & { readonly currency: string })[];
};

/** What a payroll month takes and gives back, as JSON text: the figures of the payroll table. */
export async function readPayroll(
  context: Pick<ServiceContext, "store" | "rulebook">,
  ask: Omit<PayrollAsk, "language">,
): Promise<{ readonly body: string }> {
  const { month, isClosed, lines } = await payrollMonth(context, { ...ask, language: "en" });
  const view: PayrollView = {
    month,
    state: isClosed ? "closed" : "open",
    people: [...Map.groupBy(lines, ({ person }) => person)].map(([person, own]) => personView(person, own)),
    totals: [...Map.groupBy(lines, ({ currency }) => currency)]
      .map(([currency, own]) => ({ currency, ...amountsOf(own) }))
      .toSorted((one, other) => (one.currency < other.currency ? -1 : 1)),
  };
  return { body: canonicalJson(view) };
}

function personView(person: string, own: readonly PayrollExportLine[]): PayrollView["people"][number] {
  return {
    person,
    // INVARIANT: everything that one person owes is in one currency, and has one limit over all decisions.
    currency: own[0]?.currency ?? "",
    capMinor: own[0]?.capMinor ?? null,
    ...amountsOf(own),
    toComeMinor: sumOf(own, ({ toComeMinor }) => toComeMinor),
    notRecoverableMinor: sumOf(own, ({ notRecoverableMinor }) => notRecoverableMinor),
    decisions: own.map((line) => ({
      decision: line.decision,
      reference: line.reference,
      policy: { id: line.policyId, version: line.policyVersion },
      ...amountsOf([line]),
    })),
  };
}

function amountsOf(lines: readonly PayrollExportLine[]): Amounts {
  return {
    plannedMinor: sumOf(lines, ({ plannedMinor }) => plannedMinor),
    deductedMinor: sumOf(lines, ({ takenMinor }) => takenMinor),
    givenBackMinor: sumOf(lines, ({ givenBackMinor }) => givenBackMinor),
    netMinor: sumOf(lines, ({ netMinor }) => netMinor),
  };
}

function sumOf(lines: readonly PayrollExportLine[], amountOf: (line: PayrollExportLine) => number): number {
  return lines.reduce((sum, line) => sum + amountOf(line), 0);
}
