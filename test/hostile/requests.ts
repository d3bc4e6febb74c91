import type { EvaluateRequest, FactValue, Party } from "@evenhand/domain";

/** What a test may do to a request before it is sent: anything. */
export type Spoilable = { [key: string]: unknown; case: SpoilableCase };
export type SpoilableCase = {
  [key: string]: unknown;
  facts: Record<string, unknown>;
  parties: SpoilableParty[];
};
export type SpoilableParty = { [key: string]: unknown; facts: Record<string, unknown> };

/** A sound request with two persons of one team, as a JSON text, after something was done to it. */
export function finesWith(spoil: (request: Spoilable) => void = () => {}): string {
  return spoilt(
    { case: { reference: "C-1", facts: FINES_FACTS, parties: [person("P1", 4), person("P2", 3)] } },
    spoil,
  );
}

const FINES_FACTS = {
  complaintKind: "spec-mismatch",
  lossAmount: 1_200_000,
  receivedOn: "2026-07-06",
  decidedOn: "2026-07-10",
};

function person(id: string, basePoints: number): Party {
  const facts = { unit: "cutting", responsible: true, basePoints, unitBasePoints: 40, monthlyBonus: 200_000 };
  return { id, kind: "person", facts };
}

/** A case of the given policy's own facts, as a JSON text. */
export function caseOf(
  facts: Readonly<Record<string, FactValue>>,
  parties: readonly (Partial<Party> & { readonly id: string })[] = [],
  spoil: (request: Spoilable) => void = () => {},
): string {
  return spoilt(
    {
      case: {
        reference: "C-1",
        facts,
        parties: parties.map((party) => ({ kind: "person", facts: {}, ...party })),
      },
    },
    spoil,
  );
}

function spoilt(request: EvaluateRequest, spoil: (request: Spoilable) => void): string {
  const copy = structuredClone(request) as unknown as Spoilable;
  spoil(copy);
  return JSON.stringify(copy);
}
