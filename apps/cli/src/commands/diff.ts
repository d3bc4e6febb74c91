import { diffPolicies } from "@evenhand/policy";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { openRules, versionNamed } from "../rules.ts";
import type { Surroundings } from "../surroundings.ts";

export type DiffCommand = {
  readonly rules: string;
  readonly policy: string;
  readonly before: number;
  readonly after: number;
  readonly json: boolean;
};

/** What changed from one version to another, in the policy's own terms. */
export async function diffCommand(command: DiffCommand, surroundings: Surroundings): Promise<ExitCode> {
  const { policy: id, json } = command;
  const { language } = surroundings;
  const opened = openRules(command.rules, surroundings, id);
  const [before, after] = [command.before, command.after].map(
    (version) => versionNamed(opened, { id, version }).version,
  );
  if (!before || !after) throw new Error("a version that was found is missing");
  const changes = diffPolicies(before.policy, after.policy, opened.rulebook.guardTitles());
  const text = changes.map((change) => `- ${change.text[language]}\n`).join("");
  await surroundings.out(json ? `${JSON.stringify({ changes }, null, 2)}\n` : text || NONE[language]);
  return EXIT.decided;
}

const NONE = { en: "nothing changed\n", zh: "没有变化\n" } as const;
