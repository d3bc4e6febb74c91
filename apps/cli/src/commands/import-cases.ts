import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Language } from "@evenhand/domain";
import {
  type ImportFinding,
  type ImportView,
  everyFinding,
  findingsTable,
  isImportWarning,
  problemDocument,
  readImport,
  startImport,
} from "@evenhand/service";
import { type ColumnMap, SHEET_LIMITS, readColumnMap, writeCsv } from "@evenhand/sheets";
import { NotTaken, Unreadable } from "@evenhand/store";
import { CannotGoOn } from "../cannot-go-on.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { type AtHand, OPERATOR, withStore } from "../store-at-hand.ts";
import type { Surroundings } from "../surroundings.ts";
import { IMPORT_SAYS, findingText } from "../text/import-texts.ts";
import { problemText } from "../text/problem-text.ts";

export type ImportCommand = {
  readonly file: string;
  readonly policy: string;
  /** `损失=lossAmount` and the like. */
  readonly map: readonly string[];
  readonly isDryRun: boolean;
  readonly json: boolean;
  readonly csv: boolean;
};

/**
 * Takes cases from a table into the database, or only says what would come of it. How far it is goes to the error stream;
 * what came of it, and every row that does not fit, to standard output. Rows that do not fit, and columns that are not
 * recognised, end it with 3.
 */
export async function importCases(command: ImportCommand, surroundings: Surroundings): Promise<ExitCode> {
  const { language, err } = surroundings;
  const map = mapOf(command.map, language);
  const bytes = readTable(command.file);
  return withStore(surroundings, async (context) => {
    const begun = await startImport(context, {
      actor: OPERATOR,
      key: undefined,
      request: { method: "POST", path: "/v1/imports" },
      policy: command.policy,
      isDryRun: command.isDryRun,
      map,
      fileName: basename(command.file),
      bytes,
      fileHash: createHash("sha256").update(bytes).digest("hex"),
      pause: () => nextTurn(),
      progress: progressTo(err, language),
    });
    if ("refusal" in begun) {
      const { problems } = begun.refusal;
      err(problemText(problemDocument(problems, { language })));
      if (problems.every(({ code }) => code === "unknown-column"))
        err(`${IMPORT_SAYS.settleFirst[language]}\n`);
      return EXIT.invalid;
    }
    await begun.reading;
    const { id } = JSON.parse(begun.answer.body) as ImportView;
    return tell(context, id, { command, surroundings });
  });
}

/** @throws CannotGoOn with everything that is wrong with what stands after `--map` */
function mapOf(texts: readonly string[], language: Language): ColumnMap {
  const read = readColumnMap(texts);
  if ("map" in read) return read.map;
  const [first, ...others] = read.problems;
  if (!first) throw new Error("a map was refused without a reason");
  const more = others.map(({ message }) => message[language]).join("\n");
  throw new CannotGoOn(
    EXIT.invalid,
    more === "" ? first.message : { en: `${first.message.en}\n${more}`, zh: `${first.message.zh}\n${more}` },
    { help: first.help },
  );
}

/** Its size is looked at first, so that nothing too large is read. */
function readTable(file: string): Uint8Array {
  try {
    if (statSync(file).size > SHEET_LIMITS.bytes) throw new NotTaken(IMPORT_SAYS.tooLarge);
    return readFileSync(file);
  } catch (cause) {
    throw new CannotGoOn(EXIT.invalid, new Unreadable(file, cause).text, { cause });
  }
}

type Progress = { readonly done: number; readonly taken: number; readonly total: number };

/** One line for every tenth of the rows. */
function progressTo(err: Surroundings["err"], language: Language): (sofar: Progress) => void {
  let told = 0;
  return ({ done, taken, total }) => {
    const tenth = Math.floor((done * 10) / Math.max(total, 1));
    if (tenth <= told) return;
    told = tenth;
    err(`${IMPORT_SAYS.progress[language]({ done, total, taken, refused: done - taken })}\n`);
  };
}

type Telling = { readonly command: ImportCommand; readonly surroundings: Surroundings };

async function tell(
  context: AtHand,
  id: string,
  { command, surroundings: { out, err, language } }: Telling,
): Promise<ExitCode> {
  const page = await readImport(context, { id, limit: 1 });
  if ("refusal" in page) throw new Error("an import that ended is gone");
  const findings: ImportFinding[] = [];
  for await (const finding of everyFinding(context, id)) findings.push(finding);
  const { next: _, ...view } = page;
  if (command.json) await out(`${JSON.stringify({ ...view, findings }, null, 2)}\n`);
  else if (command.csv)
    await out(
      new TextDecoder("utf-8", { ignoreBOM: true }).decode(
        writeCsv(findingsTable(findings, language), language),
      ),
    );
  else await out(asText(view, findings, language));
  if (command.csv) err(IMPORT_SAYS.summary[language](view));
  if (view.state === "failed") {
    err(`${view.failure?.[language] ?? ""}\n`);
    return EXIT.failed;
  }
  return view.rows.refused + view.unsettled.length > 0 ? EXIT.invalid : EXIT.decided;
}

function asText(view: ImportView, findings: readonly ImportFinding[], language: Language): string {
  const columns = view.columns.map(
    ({ letters, header, holds, label }) => `  ${letters}  ${header}  →  ${holds}  ${label[language]}\n`,
  );
  const unread = view.unmatched.map((one) => columnText(one, language));
  const unsettled = view.unsettled.map((one) => columnText(one, language));
  const warnings = findings.filter(isImportWarning);
  const refused = findings.filter((finding) => !isImportWarning(finding));
  return [
    `${IMPORT_SAYS.columns[language]}\n`,
    ...columns,
    ...unread,
    ...headed(IMPORT_SAYS.unsettled[language], unsettled),
    ...headed(
      IMPORT_SAYS.findings[language],
      refused.map((finding) => findingText(finding, language)),
    ),
    ...headed(
      IMPORT_SAYS.warnings[language],
      warnings.map((finding) => findingText(finding, language)),
    ),
    `\n${IMPORT_SAYS.summary[language](view)}`,
  ].join("");
}

function headed(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`\n${heading}\n`, ...lines];
}

function columnText({ message, help }: ImportView["unmatched"][number], language: Language): string {
  return `  ${message[language]}\n${help === undefined ? "" : `      ${help[language]}\n`}`;
}
