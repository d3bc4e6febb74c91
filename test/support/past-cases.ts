import type { PastCase } from "@evenhand/analysis";
import { type FactValue, type Party, formatDay, parseDay } from "@evenhand/domain";
import { type Random, randomFrom } from "../bench/random.ts";

const FIRST_DAY = parseDay("2024-01-02") ?? 0;
/** Over so many days cases spread where nothing else is said. */
const DAYS = 730;
const KINDS = ["quality-defect", "late-delivery", "spec-mismatch", "packaging-damage", "something-else"];
const FAULTS = ["off-spec-materials", "order-misrecorded", "wrong-loading", "other"];

/**
 * Past cases of complaint-fines in the order in which they were decided, over two years unless `days` says otherwise: one to three of `people` persons
 * each, some with faults, some not upheld. The same seed gives the same cases.
 */
export function* pastCases({
  count,
  people,
  seed,
  days = DAYS,
}: {
  readonly count: number;
  readonly people: number;
  readonly seed: number;
  readonly days?: number;
}): Generator<PastCase> {
  const random = randomFrom(seed);
  for (let place = 0; place < count; place += 1) {
    const day = FIRST_DAY + Math.floor((place * days) / count);
    const receivedOn = formatDay(day - random.below(20));
    const decidedOn = formatDay(day);
    yield {
      id: `case-${String(place).padStart(7, "0")}`,
      evaluatedAt: Date.parse(`${decidedOn}T02:00:00Z`),
      appliesOn: receivedOn,
      decidedOn,
      case: {
        reference: `R-${place}`,
        facts: {
          complaintKind: random.pick(KINDS),
          receivedOn,
          decidedOn,
          lossAmount: 100 * random.below(2_000),
          ...(random.chance(0.05) ? { customerCaused: true } : {}),
        },
        parties: partiesOf(random, people),
      },
    };
  }
}

function partiesOf(random: Random, people: number): readonly Party[] {
  const first = random.below(people);
  return Array.from({ length: 1 + random.below(3) }, (_, index): Party => {
    const person = (first + index * 7) % people;
    return { id: `P${person}`, kind: "person", facts: factsOf(random, person) };
  }).filter(({ id }, index, all) => all.findIndex((other) => other.id === id) === index);
}

function factsOf(random: Random, person: number): Record<string, FactValue> {
  const hasFault = random.chance(0.1);
  return {
    function: "production",
    // The team of the first party: those charged belong to one unit.
    unit: "team",
    responsible: random.chance(0.6),
    basePoints: 1 + (person % 5),
    unitBasePoints: 40,
    monthlyBonus: 50_000 + 10_000 * (person % 30),
    ...(hasFault
      ? { faults: [random.pick(FAULTS)], seriousness: random.pick(["slight", "moderate", "serious"]) }
      : {}),
  };
}
