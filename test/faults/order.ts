import type { Random } from "../bench/random.ts";

/** One decision as a client sends it: about a case of its own, under a key of its own. */
export type Order = { readonly key: string; readonly reference: string; readonly body: string };

/** What a person's case states as their bonus of a month; complaint fines take at most half of it. */
export const BONUS_MINOR = 200_000;
export const CAP_MINOR = BONUS_MINOR / 2;

/**
 * An order that charges each of the people a share of a loss of 500.00: 50.00 for 4 of the 40 base points of their unit,
 * planned into the first months with room.
 */
export function orderOf(reference: string, people: readonly string[]): Order {
  const body = {
    policy: "complaint-fines",
    case: {
      reference,
      facts: {
        complaintKind: "spec-mismatch",
        lossAmount: 50_000,
        receivedOn: "2026-07-06",
        decidedOn: "2026-07-10",
      },
      parties: people.map((id) => ({
        id,
        kind: "person",
        facts: {
          function: "production",
          unit: "cutting",
          responsible: true,
          basePoints: 4,
          unitBasePoints: 40,
          monthlyBonus: BONUS_MINOR,
        },
      })),
      evidence: [{ id: "E1", kind: "photo", note: `the label of ${reference} says 42` }],
    },
  };
  return { key: `order-${reference}`, reference, body: JSON.stringify(body) };
}

/** What one of the people in an order is charged. */
export const CHARGE_MINOR = 5_000;

/** Some of the people of a company, named by their numbers. */
export function peopleOf(size: number): readonly string[] {
  return Array.from({ length: size }, (_, index) => `E${1_001 + index}`);
}

/** One or two different ones of some people. */
export function drawPeople(people: readonly string[], random: Random): readonly string[] {
  return [...new Set([random.pick(people), random.pick(people)])];
}
