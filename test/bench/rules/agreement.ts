import type { FactSlots } from "@evenhand/engine";
import type { Firing, Workload } from "./workload.ts";

/**
 * Asks all of them about every case, and throws at the first on which they differ: what gives other answers is not
 * worth timing. Gives how many rules fire in a case, on average.
 */
export async function assertAgreement(
  { name, cases }: Workload,
  [first, ...others]: readonly [Firing, ...Firing[]],
): Promise<number> {
  let fired = 0;
  for (const [number, facts] of cases.entries()) {
    const expected = await first.fire(facts);
    fired += expected.length;
    for (const other of others) {
      const answer = await other.fire(facts);
      if (!sameRules(expected, answer)) {
        throw new Error(
          describeDifference({ workload: name, number, facts, first, expected, other, answer }),
        );
      }
    }
  }
  return fired / cases.length;
}

function sameRules(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((rule, index) => rule === other[index]);
}

type Difference = {
  readonly workload: string;
  readonly number: number;
  readonly facts: FactSlots;
  readonly first: Firing;
  readonly expected: readonly number[];
  readonly other: Firing;
  readonly answer: readonly number[];
};

function describeDifference({ workload, number, facts, first, expected, other, answer }: Difference): string {
  return [
    `${workload}, case ${number}: ${JSON.stringify(facts)}`,
    `${first.name} fires ${expected.join(", ")}`,
    `${other.name} fires ${answer.join(", ")}`,
  ].join("\n");
}
