import { type LocalizedText, type Problem, pointer, quote } from "@evenhand/domain";
import type { EvidenceCode } from "@evenhand/evidence";

/**
 * What a verification of the whole database can find besides what is wrong with its log:
 * - `event-unplaced`: an event neither stands in the log nor waits for its place, or does both
 * - `document-altered`: a document is not the one that its hash, its event or its number names
 * - `row-missing`, `row-superfluous`: the log tells of a row that is not there, or of none where there is one
 * - `row-altered`: a column says something else than the log, or than the row next to it
 * - `ledger-unsound`: a person's ledger breaks a rule that every ledger keeps
 * - `opening-altered`, `opening-missing`, `opening-left`: what is kept behind a commitment is not what it commits to, is
 *   gone though nobody was erased, or is still there though somebody was
 * - `other-person`: a pseudonym stands for somebody else than the account beside it is of
 */
export const STORE_CODES = [
  "event-unplaced",
  "document-altered",
  "row-missing",
  "row-superfluous",
  "row-altered",
  "ledger-unsound",
  "opening-altered",
  "opening-missing",
  "opening-left",
  "other-person",
] as const;

export type StoreCode = (typeof STORE_CODES)[number];

/** What does not hold. `at` is the row, and the column where it is one: `/decisions/dec-…/total_minor`. */
export type StoreProblem = Problem<StoreCode | EvidenceCode>;

/** A row as it is named: its table and its key. */
export type RowName = { readonly table: string; readonly key: string };

export function rowAltered(
  { table, key }: RowName,
  column: string,
  { found, wanted }: { readonly found: unknown; readonly wanted: unknown },
): StoreProblem {
  const name = quote(key);
  return {
    code: "row-altered",
    at: pointer(table, key, column),
    message: {
      en: `\`${column}\` of ${name} in \`${table}\` is ${shown(found)}, and must be ${shown(wanted)}`,
      zh: `\`${table}\`表中${name}的\`${column}\`为${shown(found)}，应为${shown(wanted)}`,
    },
  };
}

export function rowMissing({ table, key }: RowName): StoreProblem {
  return {
    code: "row-missing",
    at: pointer(table, key),
    message: {
      en: `${quote(key)} is missing from \`${table}\`, where the log says that it was kept`,
      zh: `\`${table}\`表中缺少日志所载的${quote(key)}`,
    },
  };
}

export function rowSuperfluous({ table, key }: RowName): StoreProblem {
  return {
    code: "row-superfluous",
    at: pointer(table, key),
    message: {
      en: `${quote(key)} stands in \`${table}\`, and the log tells of no such row`,
      zh: `\`${table}\`表中有${quote(key)}，日志中却没有相应记录`,
    },
  };
}

export function documentAltered(row: RowName, why: LocalizedText): StoreProblem {
  const { table, key } = row;
  return {
    code: "document-altered",
    at: pointer(table, key, "document"),
    message: {
      en: `the document of ${quote(key)} in \`${table}\` ${why.en}`,
      zh: `\`${table}\`表中${quote(key)}的文档${why.zh}`,
    },
  };
}

const LONGEST = 60;

/** A value as a message shows it. Nothing that is compared is a staff number or a text that somebody wrote. */
function shown(value: unknown): string {
  if (value === undefined) return "`?`";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return quote(text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
}
