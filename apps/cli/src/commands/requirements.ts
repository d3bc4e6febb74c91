import { requirements } from "@evenhand/engine";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { openRules, readPolicyName, versionNamed } from "../rules.ts";
import type { Surroundings } from "../surroundings.ts";

export type RequirementsCommand = { readonly rules: string; readonly policy: string; readonly exampleOnly: boolean };

/** Which facts a case needs, as JSON; or only a request to begin with. */
export async function requirementsCommand(
  { rules, policy, exampleOnly }: RequirementsCommand,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const name = readPolicyName(policy);
  const needed = requirements(versionNamed(openRules(rules, surroundings, name.id), name).version);
  await surroundings.out(`${JSON.stringify(exampleOnly ? needed.example : needed, null, 2)}\n`);
  return EXIT.decided;
}
