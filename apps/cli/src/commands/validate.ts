import { readFileSync, statSync } from "node:fs";
import { type Language, type LocalizedText, quote } from "@evenhand/domain";
import type { FileDiagnostic, FileReport, OpenedRules } from "@evenhand/service";
import { CannotGoOn } from "../cannot-go-on.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { openRules, readPolicyName } from "../rules.ts";
import type { Surroundings } from "../surroundings.ts";

export type ValidateCommand = {
  readonly rules: string;
  /** Files, or policies by name; none stands for all rules there are. */
  readonly targets: readonly string[];
  readonly language: Language;
  readonly json: boolean;
};

/** Lists everything found about policies; an error makes the input invalid, a warning does not. */
export async function validateCommand(
  command: ValidateCommand,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const opened = openRules(command.rules, { ...surroundings, err: () => {} });
  const reports =
    command.targets.length === 0
      ? opened.reports
      : command.targets.flatMap((target) => reportsOn(target, opened));
  await surroundings.out(command.json ? asJson(reports) : asText(reports, command.language));
  for (const { path, failure } of reports) {
    if (failure !== undefined) throw new Error(`\`${path}\` is sound and cannot be used`, { cause: failure });
  }
  return reports.some(({ diagnostics }) => diagnostics.some(isError)) ? EXIT.invalid : EXIT.decided;
}

function reportsOn(target: string, { rulebook, reports }: OpenedRules): readonly FileReport[] {
  if (isFile(target)) {
    const diagnostics = rulebook.validate(readPolicyFile(target));
    return [{ path: target, isUsed: !diagnostics.some(isError), diagnostics }];
  }
  const { id, version } = readPolicyName(target);
  const found = reports.filter(({ path }) =>
    version === undefined ? path.startsWith(`${id}/`) : path === `${id}/v${version}.json`,
  );
  if (found.length > 0) return found;
  const wanted = rulebook.version(id, version);
  const help = "refusal" in wanted ? wanted.refusal.problems[0]?.help : undefined;
  throw new CannotGoOn(
    EXIT.invalid,
    { en: `${quote(target)} is neither a file nor a policy`, zh: `${quote(target)} 既不是文件，也不是制度` },
    { help },
  );
}

function isFile(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isFile() === true;
}

/** Far above what a policy may be, so that its own limit is what is reported. */
const MOST_BYTES = 4 * 1024 * 1024;

function readPolicyFile(name: string): Uint8Array {
  try {
    if (statSync(name).size > MOST_BYTES) throw new Error(`it is larger than ${MOST_BYTES} bytes`);
    return readFileSync(name);
  } catch (cause) {
    throw new CannotGoOn(
      EXIT.invalid,
      { en: `${quote(name)} cannot be read`, zh: `无法读取 ${quote(name)}` },
      { cause },
    );
  }
}

function isError({ severity }: FileDiagnostic): boolean {
  return severity === "error";
}

function asJson(reports: readonly FileReport[]): string {
  const files = reports.map(({ path, diagnostics }) => ({ file: path, diagnostics }));
  return `${JSON.stringify({ files }, null, 2)}\n`;
}

function asText(reports: readonly FileReport[], language: Language): string {
  const lines = reports.flatMap(({ path, diagnostics }) => [
    ...(diagnostics.length === 0 ? [] : [path]),
    ...diagnostics.flatMap((diagnostic) => lineOf(diagnostic, language)),
  ]);
  return `${[...lines, summaryOf(reports)[language]].join("\n")}\n`;
}

const SEVERITIES: Readonly<Record<FileDiagnostic["severity"], LocalizedText>> = {
  error: { en: "error", zh: "错误" },
  warning: { en: "warning", zh: "警告" },
};

function lineOf(
  { severity, code, at, message, help }: FileDiagnostic,
  language: Language,
): readonly string[] {
  const place = at === "" ? "" : `  ${at}`;
  return [
    `  ${SEVERITIES[severity][language]}  ${code}${place}`,
    `      ${message[language]}`,
    ...(help ? [`      ${help[language]}`] : []),
  ];
}

function summaryOf(reports: readonly FileReport[]): LocalizedText {
  const all = reports.flatMap(({ diagnostics }) => diagnostics);
  const errors = all.filter(isError).length;
  const warnings = all.length - errors;
  const count = (number: number, one: string): string => `${number} ${number === 1 ? one : `${one}s`}`;
  return {
    en: `${count(reports.length, "file")}: ${count(errors, "error")}, ${count(warnings, "warning")}`,
    zh: `共${reports.length}个文件：${errors}个错误，${warnings}个警告`,
  };
}
