import { type Language, type LocalizedText, quote } from "@evenhand/domain";
import { type FileDiagnostic, type FileReport, type OpenedRules, openRulebook } from "@evenhand/service";
import { CannotGoOn } from "../cannot-go-on.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { isFile, readPolicyFile } from "../policy-file.ts";
import { readPolicyName, readRules } from "../rules.ts";
import type { Surroundings } from "../surroundings.ts";
import { type PlaceInFile, placeInFile } from "../text/place-in-file.ts";

export type ValidateCommand = {
  readonly rules: string;
  /** Files, or policies by name; none stands for all rules there are. */
  readonly targets: readonly string[];
  readonly json: boolean;
};

/** Lists everything found about policies; an error makes the input invalid, a warning does not. */
export async function validateCommand(
  command: ValidateCommand,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const reports = reportsOf(command);
  await surroundings.out(command.json ? asJson(reports) : asText(reports, surroundings.language));
  for (const { path, failure } of reports) {
    if (failure !== undefined) throw new Error(`\`${path}\` is sound and cannot be used`, { cause: failure });
  }
  return reports.some(({ diagnostics }) => diagnostics.some(isError)) ? EXIT.invalid : EXIT.decided;
}

/** What was found about a file, with the text in which it stands. */
type ReadReport = FileReport & { readonly text: string };

function reportsOf({ rules, targets }: ValidateCommand): readonly ReadReport[] {
  const files = readRules(rules);
  const opened = openRulebook(files);
  const texts = new Map(Object.values(files).flatMap((each) => each.map(({ path, text }) => [path, text])));
  const reports = targets.length === 0 ? opened.reports : targets.flatMap((each) => reportsOn(each, opened));
  return reports.map((report) => ({ text: texts.get(report.path) ?? "", ...report }));
}

function reportsOn(target: string, { rulebook, reports }: OpenedRules): readonly (FileReport | ReadReport)[] {
  if (isFile(target)) {
    const bytes = readPolicyFile(target);
    const diagnostics = rulebook.validate(bytes);
    return [
      {
        path: target,
        isUsed: !diagnostics.some(isError),
        diagnostics,
        text: new TextDecoder().decode(bytes),
      },
    ];
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
    { en: `${quote(target)} is neither a file nor a policy`, zh: `${quote(target)}既不是文件，也不是制度` },
    { help },
  );
}

function isError({ severity }: FileDiagnostic): boolean {
  return severity === "error";
}

function asJson(reports: readonly ReadReport[]): string {
  const files = reports.map(({ path, text, diagnostics }) => ({
    file: path,
    diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic, ...placeInFile(text, diagnostic.at) })),
  }));
  return `${JSON.stringify({ files }, null, 2)}\n`;
}

function asText(reports: readonly ReadReport[], language: Language): string {
  const lines = reports.flatMap(({ path, text, diagnostics }) => [
    ...(diagnostics.length === 0 ? [] : [path]),
    ...diagnostics.flatMap((diagnostic) =>
      linesOf(diagnostic, { place: placeInFile(text, diagnostic.at), language }),
    ),
  ]);
  return `${[...lines, summaryOf(reports)[language]].join("\n")}\n`;
}

const SEVERITIES: Readonly<Record<FileDiagnostic["severity"], LocalizedText>> = {
  error: { en: "error", zh: "错误" },
  warning: { en: "warning", zh: "警告" },
};

function linesOf(
  { severity, code, at, message, help }: FileDiagnostic,
  { place, language }: { readonly place: PlaceInFile | undefined; readonly language: Language },
): readonly string[] {
  const where = place ? `  ${at}${PLACES[language](place)}` : "";
  return [
    `  ${SEVERITIES[severity][language]}  ${code}${where}`,
    `      ${message[language]}`,
    ...(help ? [`      ${help[language]}`] : []),
  ];
}

const PLACES: Readonly<Record<Language, (place: PlaceInFile) => string>> = {
  en: ({ line, part }) => {
    const label = part?.label ? ` “${part.label.en}”` : "";
    return `${part ? ` (${part.id}${label})` : ""}, line ${line}`;
  },
  zh: ({ line, part }) => {
    const label = part?.label ? `“${part.label.zh}”` : "";
    return `${part ? `（${part.id}${label}）` : ""}，第${line}行`;
  },
};

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
