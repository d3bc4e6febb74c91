import {
  type Calendar,
  type Guard,
  type Problem,
  contentHash,
  parseJson,
  readCalendar,
} from "@evenhand/domain";
import { readGuard } from "@evenhand/policy";
import type { BookFile } from "./book-file.ts";
import { type FileReport, altered, misplaced, unusable } from "./file-report.ts";

/** What policies stand on: the calendars they count by and the statutory guards they name. */
export type Ground = {
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly guards: ReadonlyMap<string, Guard>;
};

/** A calendar holds the exceptions of some twenty years, a guard a few periods. */
const LIMITS = { maxBytes: 256 * 1024 } as const;

export function openGround(files: {
  readonly calendars: readonly BookFile[];
  readonly guards: readonly BookFile[];
}): {
  readonly ground: Ground;
  readonly reports: readonly FileReport[];
} {
  const calendars = openAll(files.calendars, openCalendar);
  const guards = openAll(files.guards, openGuard);
  return {
    ground: { calendars: calendars.byId, guards: guards.byId },
    reports: [...calendars.reports, ...guards.reports],
  };
}

/** A calendar document of whoever, read. */
export function openCalendar(value: unknown): Read<Calendar> {
  const read = readCalendar(value);
  if ("problems" in read) return read;
  const { id, hash } = read.calendar;
  return { id, hash, opened: read.calendar };
}

/** A guard document of whoever, read. */
export function openGuard(value: unknown): Read<Guard> {
  const read = readGuard(value);
  if ("problems" in read) return read;
  return { id: read.guard.jurisdiction, hash: contentHash(read.guard), opened: read.guard };
}

/** A document under the name that its file must bear and the hash of its canonical JSON; or what is wrong with it. */
export type Read<Document> =
  | { readonly id: string; readonly hash: string; readonly opened: Document }
  | { readonly problems: readonly Problem[] };

/** Reads the documents of a folder in which each file is named after the id of its document. */
function openAll<Document>(
  files: readonly BookFile[],
  read: (value: unknown) => Read<Document>,
): { readonly byId: ReadonlyMap<string, Document>; readonly reports: readonly FileReport[] } {
  const byId = new Map<string, Document>();
  const reports = files.map((file): FileReport => {
    const document = readGround(file.text, read);
    if ("problems" in document) return unusable(file.path, document.problems.map(asError));
    const rightName = `${document.id}.json`;
    if (!file.path.endsWith(`/${rightName}`)) return unusable(file.path, [misplaced(file.path, rightName)]);
    if (file.hash !== undefined && file.hash !== document.hash)
      return unusable(file.path, [altered(file.path)]);
    byId.set(document.id, document.opened);
    return { path: file.path, isUsed: true, diagnostics: [] };
  });
  return { byId, reports };
}

/**
 * Reads the text of one calendar or guard.
 *
 * @example readGround('{"id":"cn"}', openCalendar) // { problems: [{ code: "missing-field", … }, …] }
 */
export function readGround<Document>(text: string, read: (value: unknown) => Read<Document>): Read<Document> {
  const parsed = parseJson(text, LIMITS);
  return "problems" in parsed ? parsed : read(parsed.value);
}

function asError(problem: Problem): FileReport["diagnostics"][number] {
  return { ...problem, severity: "error" };
}
