import type { CheckSummary } from "../../api/answers.ts";

type Counts = CheckSummary["counts"];
type Answer = CheckSummary["answers"][number];
type Summed = Pick<CheckSummary, "counts" | "answers" | "proofs">;

/**
 * What all checks of one content come to: nothing that one of them found is lost because a later one looked for something
 * else. What was asked more than once counts once, and an answer counts for more than none.
 */
export function sumOfChecks(checks: readonly Summed[]): Counts {
  const answers = new Map<string, Answer>();
  for (const check of checks)
    for (const [index, proof] of check.proofs.entries()) {
      const [asked, answer] = [JSON.stringify(proof), check.answers[index]];
      if (answer === undefined || (answers.get(asked) ?? "not-decided") !== "not-decided") continue;
      answers.set(asked, answer);
    }
  const found = checks.flatMap(({ counts }) => counts.findings ?? []);
  const answered = (one: Answer): number => [...answers.values()].filter((answer) => answer === one).length;
  return {
    // The same content is probed in the same way: twice the same is no more.
    findings: found.length === 0 ? null : Math.max(...found),
    proved: answered("proved"),
    refuted: answered("refuted"),
    notDecided: answered("not-decided"),
  };
}

/** Whether there is anything in it that somebody should look at. */
export function isFault({ findings, refuted }: Counts): boolean {
  return (findings ?? 0) > 0 || refuted > 0;
}
