import type { EvaluateRequest, FactValue, Instalment } from "@evenhand/domain";
import type { CheckView } from "../../api/answers.ts";

type Result = NonNullable<CheckView["result"]>;
export type Finding = NonNullable<Result["probes"]>["findings"][number];
export type Remark = NonNullable<Result["probes"]>["declaredSteps"][number];
export type Proof = Result["proofs"][number];

/** A case as it stands beside another one, with what it comes to for the person that it is about. */
export type ShownCase = {
  readonly request: EvaluateRequest;
  readonly evaluatedAt: string;
  readonly onRecord: Finding["cases"][number]["onRecord"];
  /** The version that it was decided under, where cases are told apart by that. */
  readonly version?: number;
  readonly party: string | undefined;
  readonly chargeMinor: number;
  readonly grade: string | null;
  readonly schedule: readonly Instalment[];
  /** What each rule charges; left out where only the outcome is known. */
  readonly rules?: readonly { readonly rule: string; readonly amountMinor: number }[];
};

/** The cases of a finding, the lesser first. */
export function casesOfFinding({ cases, party }: Finding | Remark): readonly ShownCase[] {
  return cases.map((one) => ({ ...one, party }));
}

/** Whom every case that refutes a claim is about. */
const SUBJECT = "P1";

/** The case that refutes a claim: once, or once for each of two versions. */
export function casesOfProof({ case: found }: Proof): readonly ShownCase[] {
  if (!found) return [];
  const isOfTwo = found.outcomes.length > 1;
  return found.outcomes.map(({ policy, request, outcome }) => {
    const party = outcome.parties.find((one) => one.party === SUBJECT);
    return {
      request,
      evaluatedAt: found.evaluatedAt,
      onRecord: [],
      ...(isOfTwo ? { version: policy.version } : {}),
      party: SUBJECT,
      chargeMinor: party?.totalMinor ?? 0,
      grade: party?.grade ?? null,
      schedule: party?.schedule ?? [],
    };
  });
}

/** One line of cases side by side. */
export type CaseLine =
  | { readonly kind: "case"; readonly fact: string; readonly values: readonly (FactValue | undefined)[] }
  | {
      readonly kind: "party";
      readonly party: string;
      readonly fact: string;
      readonly values: readonly (FactValue | undefined)[];
    }
  | {
      readonly kind: "record";
      readonly party: string;
      readonly code: string;
      readonly values: readonly number[];
    }
  | {
      readonly kind: "planned";
      readonly party: string;
      readonly month: string;
      readonly values: readonly number[];
    };

/** Everything that the cases state, each thing once, in the order in which they state it. */
export function linesOf(cases: readonly ShownCase[]): readonly CaseLine[] {
  const facts = (of: (one: ShownCase) => Readonly<Record<string, FactValue>>): readonly string[] => [
    ...new Set(cases.flatMap((one) => Object.keys(of(one)))),
  ];
  const factsOf = (one: ShownCase, party: string): Readonly<Record<string, FactValue>> =>
    one.request.case.parties.find(({ id }) => id === party)?.facts ?? {};
  const parties = [...new Set(cases.flatMap((one) => one.request.case.parties.map(({ id }) => id)))];
  return [
    ...facts((one) => one.request.case.facts).map((fact): CaseLine => ({
      kind: "case",
      fact,
      values: cases.map((one) => one.request.case.facts[fact]),
    })),
    ...parties.flatMap((party) =>
      facts((one) => factsOf(one, party)).map((fact): CaseLine => ({
        kind: "party",
        party,
        fact,
        values: cases.map((one) => factsOf(one, party)[fact]),
      })),
    ),
    ...recordLines(cases),
    ...plannedLines(cases),
  ];
}

function recordLines(cases: readonly ShownCase[]): readonly CaseLine[] {
  const keys = new Map(
    cases.flatMap((one) => one.onRecord.map(({ party, code }) => [`${party} ${code}`, { party, code }])),
  );
  return [...keys.values()].map(({ party, code }) => ({
    kind: "record",
    party,
    code,
    values: cases.map((one) => one.onRecord.find((on) => on.party === party && on.code === code)?.times ?? 0),
  }));
}

/** What stands in a month already. */
function plannedLines(cases: readonly ShownCase[]): readonly CaseLine[] {
  const keys = new Map(
    cases.flatMap((one) =>
      (one.request.scheduled ?? []).map(({ party, month }) => [`${party} ${month}`, { party, month }]),
    ),
  );
  return [...keys.values()].map(({ party, month }) => ({
    kind: "planned",
    party,
    month,
    values: cases.map((one) =>
      (one.request.scheduled ?? [])
        .filter((planned) => planned.party === party && planned.month === month)
        .reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    ),
  }));
}

/** Whether the cases do not say the same there. */
export function differs({ values }: CaseLine): boolean {
  return new Set(values.map((value) => JSON.stringify(value ?? null))).size > 1;
}
