import type { Language } from "@evenhand/domain";
import type { VersionSummary } from "@evenhand/service";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { openRules } from "../rules.ts";
import type { Surroundings } from "../surroundings.ts";

export type PoliciesCommand = { readonly rules: string; readonly json: boolean };

/** Which policies there are, and which version is in force when. */
export async function policiesCommand(
  { rules, json }: PoliciesCommand,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { language } = surroundings;
  const policies = openRules(rules, surroundings).rulebook.policies();
  const lines = policies.flatMap(({ id, title, versions }) => [
    `${id}  ${title[language]}\n`,
    ...versions.map((version) => `  @${version.version}  ${IN_FORCE[language](version)}\n`),
  ]);
  await surroundings.out(json ? `${JSON.stringify({ policies }, null, 2)}\n` : lines.join(""));
  return EXIT.decided;
}

const IN_FORCE: Readonly<Record<Language, (version: VersionSummary) => string>> = {
  en: ({ effectiveFrom, effectiveUntil }) =>
    effectiveUntil === null ? `from ${effectiveFrom}` : `${effectiveFrom} – ${effectiveUntil}`,
  zh: ({ effectiveFrom, effectiveUntil }) =>
    effectiveUntil === null ? `自${effectiveFrom}起` : `${effectiveFrom}至${effectiveUntil}`,
};
