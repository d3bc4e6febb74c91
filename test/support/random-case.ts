import {
  type EvaluateRequest,
  type FactDeclaration,
  type FactValue,
  PARTY_KINDS,
  type Party,
  type PartyKind,
  type Policy,
  type ScheduledDeduction,
  WAGE_FACTS,
  formatDay,
  formatMonth,
  isFactReference,
  knownDeclarations,
  monthOf,
  parseDay,
  requiredOf,
} from "@evenhand/domain";
import fc from "fast-check";

type Declarations = Readonly<Record<string, FactDeclaration>>;

const FIRST_DAY = parseDay("2026-01-01") ?? 0;

/** Without a day of the decision, the moment of evaluation counts; tests evaluate in this month. */
const USUAL_DECISION = parseDay("2026-07-10") ?? 0;

/**
 * Random requests that fit a policy's declarations: figures cluster at its parameters and one to either side, days lie
 * around one another, optional facts are often absent, and persons and other parties are mixed.
 */
export function requestsFor(policy: Policy): fc.Arbitrary<EvaluateRequest> {
  const declarations = knownDeclarations(policy);
  const ids = ["P1", "P2", "P3", "P4"];
  const party = (id: string): fc.Arbitrary<Party> =>
    fc
      .constantFrom<PartyKind>("person", "person", "person", ...PARTY_KINDS)
      .chain((kind) =>
        factsOf(declarations.party, { policy, ids, kind }).map((facts) => ({ id, kind, facts })),
      );
  return fc
    .record({
      facts: factsOf(declarations.case, { policy, ids }),
      parties: fc.tuple(...ids.map(party)),
      count: fc.integer({ min: 0, max: ids.length }),
      prior: fc.array(
        fc.record({
          party: fc.nat(),
          // Mostly the first months, and amounts that leave room as often as not: there an instalment meets them.
          offset: fc.constantFrom(0, 0, 0, 1, 1, 2, 5),
          amountMinor: fc.oneof(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 200_000 })),
        }),
        { maxLength: 10 },
      ),
    })
    .map(({ facts, parties, count, prior }) => {
      const own = parties.slice(0, count);
      return {
        case: { reference: "R", facts, parties: alike(own) },
        policyVersion: policy.version,
        scheduled: own.length === 0 ? [] : scheduledFor(own, prior, facts["decidedOn"]),
      };
    });
}

type Prior = { readonly party: number; readonly offset: number; readonly amountMinor: number };

/** What is already planned for the case's own parties, from the month of the decision on, so that instalments meet it. */
function scheduledFor(
  parties: readonly Party[],
  prior: readonly Prior[],
  decidedOn: FactValue | undefined,
): readonly ScheduledDeduction[] {
  const day = typeof decidedOn === "string" ? parseDay(decidedOn) : undefined;
  return prior.map(({ party, offset, amountMinor }) => ({
    party: parties[party % parties.length]?.id ?? "",
    month: formatMonth(monthOf(day ?? USUAL_DECISION) + offset),
    amountMinor,
  }));
}

/** Base points only make sense within one unit, so all parties take the first one's whole and unit. */
function alike(parties: readonly Party[]): readonly Party[] {
  const first = parties.find((party) => party.facts["unitBasePoints"] !== undefined)?.facts;
  if (!first) return parties;
  const whole = Number(first["unitBasePoints"]) + 12;
  return parties.map((party) => {
    const points = party.facts["basePoints"];
    if (typeof points !== "number") return party;
    const { unit: _unit, ...facts } = party.facts;
    return { ...party, facts: { ...facts, unitBasePoints: whole, basePoints: Math.max(1, points % 4) } };
  });
}

/** Without these nothing is ever scheduled, so they are seldom left out. */
const PAY: ReadonlySet<string> = new Set(WAGE_FACTS);

type Where = { readonly policy: Policy; readonly ids: readonly string[]; readonly kind?: PartyKind };

function factsOf(
  declarations: Declarations,
  where: Where,
): fc.Arbitrary<Readonly<Record<string, FactValue>>> {
  const needed = (declaration: FactDeclaration): boolean => requiredOf(declaration, where.kind);
  const entries = Object.entries(declarations).map(
    ([name, declaration]) =>
      [
        name,
        needed(declaration)
          ? valueOf(declaration, where)
          : fc.option(valueOf(declaration, where), { nil: null, freq: PAY.has(name) ? 12 : 3 }),
      ] as const,
  );
  return fc
    .record(Object.fromEntries(entries))
    .map((facts) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null)));
}

function valueOf(declaration: FactDeclaration, { policy, ids }: Where): fc.Arbitrary<FactValue> {
  const figures = Object.values(policy.parameters).flatMap(({ value }) =>
    typeof value === "number" ? [value] : [],
  );
  const least = Math.ceil(declaration.minimum ?? 0);
  const most =
    declaration.maximum === undefined || isFactReference(declaration.maximum)
      ? undefined
      : declaration.maximum;
  const whole = (usual: number): fc.Arbitrary<number> => {
    const max = Math.max(least, Math.floor(most ?? usual));
    return fc
      .oneof(
        fc.integer({ min: least, max }),
        fc
          .constantFrom(...figures, 0)
          .chain((figure) => fc.constantFrom(-1, 0, 1).map((step) => Math.round(figure) + step)),
      )
      .map((value) => Math.min(Math.max(value, least), max));
  };
  switch (declaration.type) {
    case "money":
      return whole(10_000_000);
    case "integer":
      return whole(60);
    case "decimal":
      return whole(100_000_000).map((value) => value / 1_000_000);
    case "rate":
      return fc.oneof(
        fc.integer({ min: 0, max: 250_000 }).map((value) => value / 1_000_000),
        fc.constantFrom(...figures.filter((figure) => figure <= 0.25), 0),
      );
    case "boolean":
      return fc.boolean();
    case "date":
      return fc.integer({ min: 0, max: 400 }).map((offset) => formatDay(FIRST_DAY + offset));
    case "instant":
      return fc
        .integer({ min: 0, max: 400 * 24 * 60 })
        .map((minutes) => new Date((FIRST_DAY * 1440 + minutes) * 60_000).toISOString());
    case "enum":
      return fc.constantFrom(...Object.keys(declaration.values ?? {}));
    case "set":
      return fc.subarray(Object.keys(declaration.values ?? {}));
    case "party":
      return declaration.mustBeParty ? fc.constant("P1") : fc.constantFrom(...ids, "Z8", "Z9");
    case "text":
      return fc.constantFrom("a", "b");
  }
}
