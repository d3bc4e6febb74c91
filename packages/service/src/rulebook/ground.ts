import {
  type Calendar,
  type Guard,
  type Problem,
  type RuleFile,
  parseJson,
  readCalendar,
} from "@evenhand/domain";
import { readGuard } from "@evenhand/policy";
import { type FileReport, misplaced, unusable } from "./file-report.ts";

/** What policies stand on: the calendars they count by and the statutory guards they name. */
export type Ground = {
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly guards: ReadonlyMap<string, Guard>;
};

/** A calendar holds the exceptions of some twenty years, a guard a few periods. */
const LIMITS = { maxBytes: 256 * 1024 } as const;

export function openGround(files: {
  readonly calendars: readonly RuleFile[];
  readonly guards: readonly RuleFile[];
}): {
  readonly ground: Ground;
  readonly reports: readonly FileReport[];
} {
  const calendars = openAll(files.calendars, (value) => {
    const read = readCalendar(value);
    return "problems" in read ? read : { id: read.calendar.id, opened: read.calendar };
  });
  const guards = openAll(files.guards, (value) => {
    const read = readGuard(value);
    return "problems" in read ? read : { id: read.guard.jurisdiction, opened: read.guard };
  });
  return {
    ground: { calendars: calendars.byId, guards: guards.byId },
    reports: [...calendars.reports, ...guards.reports],
  };
}

type Read<Document> =
  | { readonly id: string; readonly opened: Document }
  | { readonly problems: readonly Problem[] };

/** Reads the documents of a folder in which each file is named after the id of its document. */
function openAll<Document>(
  files: readonly RuleFile[],
  read: (value: unknown) => Read<Document>,
): { readonly byId: ReadonlyMap<string, Document>; readonly reports: readonly FileReport[] } {
  const byId = new Map<string, Document>();
  const reports = files.map((file): FileReport => {
    const parsed = parseJson(file.text, LIMITS);
    const document = "problems" in parsed ? parsed : read(parsed.value);
    if ("problems" in document) return unusable(file.path, document.problems.map(asError));
    const rightName = `${document.id}.json`;
    if (!file.path.endsWith(`/${rightName}`)) return unusable(file.path, [misplaced(file.path, rightName)]);
    byId.set(document.id, document.opened);
    return { path: file.path, isUsed: true, diagnostics: [] };
  });
  return { byId, reports };
}

function asError(problem: Problem): FileReport["diagnostics"][number] {
  return { ...problem, severity: "error" };
}
