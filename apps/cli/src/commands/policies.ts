import type { Language } from "@evenhand/domain";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { openRules } from "../rules.ts";
import type { Surroundings } from "../surroundings.ts";

export type PoliciesCommand = { readonly rules: string; readonly language: Language; readonly json: boolean };

/** Which policies there are, and which version is in force when. */
export async function policiesCommand(
  { rules, language, json }: PoliciesCommand,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const policies = openRules(rules, surroundings).rulebook.policies();
  const lines = policies.flatMap(({ id, title, versions }) => [
    `${id}  ${title[language]}\n`,
    ...versions.map(
      ({ version, effectiveFrom, effectiveUntil }) =>
        `  @${version}  ${effectiveFrom} – ${effectiveUntil ?? ""}\n`,
    ),
  ]);
  await surroundings.out(json ? `${JSON.stringify({ policies }, null, 2)}\n` : lines.join(""));
  return EXIT.decided;
}
