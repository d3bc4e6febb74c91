import { type Case, personsIn } from "@evenhand/domain";
import type { Sides } from "./compare/comparison.ts";

/** Everybody whom either version may charge in a case, or find something against: its persons, and whom facts name. */
export function peopleIn({ baseline, candidate }: Sides, one: Case): readonly string[] {
  const [before, after] = [baseline.version.policy, candidate.version.policy];
  return [...new Set([...personsIn(before, one), ...personsIn(after, one)])];
}
