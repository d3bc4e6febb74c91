import { type RuleFile, type RuleFiles, contentHash, quote } from "@evenhand/domain";
import { type Db, knownGround } from "@evenhand/store";
import type { BookFile, BookFiles } from "../rulebook/book-file.ts";
import { type FileReport, placeOf, unusable } from "../rulebook/file-report.ts";
import { openGround } from "../rulebook/ground.ts";
import { openRulebook } from "../rulebook/open-rulebook.ts";
import { storedFiles } from "../rulebook/stored-files.ts";

/** What is left of a folder of rules once calendars and guards that do not fit are exchanged for those in use. */
export type FittingFiles = {
  readonly files: RuleFiles;
  /** About each file that was exchanged. */
  readonly unfit: readonly FileReport[];
};

/**
 * Leaves out every new calendar and guard upon which a published version could not be used any more.
 *
 * INVARIANT: what stands stays usable, since decisions were recorded under it that can still be appealed against and
 * taken back.
 */
export async function withoutUnfit(db: Db, files: RuleFiles): Promise<FittingFiles> {
  const known = await knownGround(db);
  let standing = await storedFiles(db);
  const usable = usedPaths(standing);
  const unfit: FileReport[] = [];
  const fitting = (kind: "calendars" | "guards"): readonly RuleFile[] =>
    files[kind].flatMap((file) => {
      if (!isNew(kind, file, known.hashes)) return [file];
      const tried = { ...standing, [kind]: exchanged(standing[kind], file) };
      const broken = brokenIn(tried, usable);
      if (broken.length === 0) {
        standing = tried;
        return [file];
      }
      unfit.push(unfitReport(file, broken));
      return standing[kind].filter(({ path }) => path === file.path);
    });
  const [calendars, guards] = [fitting("calendars"), fitting("guards")];
  return { files: { ...files, calendars, guards }, unfit };
}

/** Whether a sound document was never taken in; what is wrong with one that is not sound is found elsewhere. */
function isNew(kind: "calendars" | "guards", file: RuleFile, known: ReadonlySet<string>): boolean {
  const { ground, reports } = openGround({ calendars: [], guards: [], [kind]: [file] });
  if (reports.some(({ isUsed }) => !isUsed)) return false;
  const hashes = [
    ...[...ground.calendars.values()].map(({ hash }) => hash),
    ...[...ground.guards.values()].map((guard) => contentHash(guard)),
  ];
  return hashes.some((hash) => !known.has(hash));
}

function exchanged(files: readonly BookFile[], file: RuleFile): readonly BookFile[] {
  return [...files.filter(({ path }) => path !== file.path), file];
}

function usedPaths(files: BookFiles): ReadonlySet<string> {
  const { reports } = openRulebook(files);
  return new Set(reports.filter(({ isUsed }) => isUsed).map(({ path }) => path));
}

/** What is found about versions that could be used before and cannot be any more. */
function brokenIn(files: BookFiles, usable: ReadonlySet<string>): readonly FileReport[] {
  return openRulebook(files).reports.filter(({ path, isUsed }) => !isUsed && usable.has(path));
}

function unfitReport({ path }: RuleFile, broken: readonly FileReport[]): FileReport {
  return unusable(
    path,
    broken.map((report) => {
      const { id, version = 0 } = placeOf(report.path);
      const why = report.diagnostics.find(({ severity }) => severity === "error")?.message;
      return {
        code: "unfit-ground",
        at: "",
        severity: "error",
        message: {
          en: `version ${version} of ${quote(id)}, which is published, could not be used upon it${why ? `: ${why.en}` : ""}`,
          zh: `已发布的${quote(id)}第${version}版将因此不可用${why ? `：${why.zh}` : ""}`,
        },
        help: {
          en: "the one in use stays in use; mend the file, or give what is new a name of its own",
          zh: "现用的文件继续有效；请更正该文件，或为新内容另取名称",
        },
      };
    }),
  );
}
