import { readPolicy, renderPolicyReading } from "@evenhand/policy";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { openRules, readPolicyName, versionNamed } from "../rules.ts";
import type { Surroundings } from "../surroundings.ts";

export type ReadCommand = {
  readonly rules: string;
  readonly policy: string;
  readonly json: boolean;
};

/** A version as sentences, to read at the terminal or, with their places in the document, as JSON. */
export async function readCommand(
  { rules, policy, json }: ReadCommand,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const name = readPolicyName(policy);
  const { language } = surroundings;
  const { version, loaded } = versionNamed(openRules(rules, surroundings, name.id), name);
  const reading = readPolicy(version, language, { guards: loaded.guards });
  await surroundings.out(json ? `${JSON.stringify(reading, null, 2)}\n` : renderPolicyReading(reading));
  return EXIT.decided;
}
