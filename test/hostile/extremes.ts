import {
  type EvaluateRequest,
  type FactDeclaration,
  type FactValue,
  PARTY_KINDS,
  type Policy,
  isFactReference,
  knownDeclarations,
} from "@evenhand/domain";
import fc from "fast-check";

const IDS = ["P1", "P2", "P3", "company"] as const;

/** Requests in which every fact has the right type and stands at an end of what it may be, or close to one. */
export function extremeRequests(policy: Policy): fc.Arbitrary<EvaluateRequest> {
  const declarations = knownDeclarations(policy);
  const party = fc.record({
    id: fc.constantFrom(...IDS),
    kind: fc.constantFrom(...PARTY_KINDS),
    facts: factsOf(declarations.party),
  });
  return fc
    .record({
      facts: factsOf(declarations.case),
      parties: fc.uniqueArray(party, { selector: ({ id }) => id, maxLength: IDS.length }),
      scheduled: fc.array(
        fc.record({
          party: fc.constantFrom(...IDS),
          month: fc.constantFrom("1900-01", "2026-07", "2026-08", "9999-12"),
          amountMinor: fc.constantFrom(0, 1, 1_000_000_000_000),
        }),
        { maxLength: 4 },
      ),
    })
    .map(({ facts, parties, scheduled }) => ({
      case: { reference: "R", facts, parties: parties.map(ownKind) },
      policyVersion: policy.version,
      scheduled,
    }));
}

type Party = EvaluateRequest["case"]["parties"][number];

/** The id of the company is kept for it. */
function ownKind(party: Party): Party {
  return party.id === "company" ? { ...party, kind: "company" } : party;
}

function factsOf(
  declarations: Readonly<Record<string, FactDeclaration>>,
): fc.Arbitrary<Readonly<Record<string, FactValue>>> {
  const entries = Object.entries(declarations).map(
    ([name, declaration]) =>
      [
        name,
        declaration.required === true ? valueOf(declaration) : fc.option(valueOf(declaration), { freq: 4 }),
      ] as const,
  );
  return fc.record(Object.fromEntries(entries));
}

function valueOf(declaration: FactDeclaration): fc.Arbitrary<FactValue> {
  switch (declaration.type) {
    case "money":
      return numbers(declaration, [0, 1, 99, 999_999_999_999, 1_000_000_000_000]);
    case "integer":
      return numbers(declaration, [-1_000_000_000, -1, 0, 1, 2, 1_000_000_000]);
    case "decimal":
      return numbers(
        declaration,
        [-1_000_000_000, -0.000_001, 0, 0.000_001, 999_999_999.999_999, 1_000_000_000],
      );
    case "rate":
      return numbers(declaration, [0, 0.000_001, 0.333_333, 0.999_999, 1]);
    case "boolean":
      return fc.boolean();
    case "date":
      return fc.constantFrom("1900-01-01", "2026-07-10", "2026-07-11", "9999-12-31");
    case "instant":
      return fc.constantFrom(
        "1900-01-01T00:00:00Z",
        "2026-07-10T09:00:00+08:00",
        "2026-07-10T09:00:00.001+08:00",
        "9999-12-31T23:59:59.999-23:59",
      );
    case "enum":
      return fc.constantFrom(...Object.keys(declaration.values ?? {}));
    case "set":
      return fc.subarray(Object.keys(declaration.values ?? {}));
    case "party":
    case "text":
      return fc.constantFrom(...IDS, "__proto__", "长".repeat(200));
  }
}

function numbers({ minimum, maximum }: FactDeclaration, ends: readonly number[]): fc.Arbitrary<number> {
  const [least, most] = [minimum ?? -Infinity, isFactReference(maximum) ? Infinity : (maximum ?? Infinity)];
  const given = [minimum, isFactReference(maximum) ? undefined : maximum].filter((end) => end !== undefined);
  return fc.constantFrom(...given, ...ends.filter((end) => end >= least && end <= most));
}
