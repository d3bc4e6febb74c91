import { EXIT, type ExitCode } from "../exit-code.ts";
import { foundOrStop, openRules, readPolicyName } from "../rules.ts";
import type { Surroundings } from "../surroundings.ts";

export type RequirementsCommand = {
  readonly rules: string;
  readonly policy: string;
  readonly exampleOnly: boolean;
};

/** Which facts a case needs, as JSON; or only a request to begin with. */
export async function requirementsCommand(
  { rules, policy, exampleOnly }: RequirementsCommand,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { id, version } = readPolicyName(policy);
  const { rulebook } = openRules(rules, surroundings, id);
  const { requirements } = foundOrStop(rulebook.requirements(id, version));
  await surroundings.out(`${JSON.stringify(exampleOnly ? requirements.example : requirements, null, 2)}\n`);
  return EXIT.decided;
}
