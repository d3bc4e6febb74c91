import { readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import type { LocalizedText, RuleFile, RuleFiles } from "@evenhand/domain";
import { NotTaken, Unreadable } from "./unreadable.ts";

/** No file of rules comes near this; one that does is not read into memory at all. */
const MOST_BYTES = 4 * 1024 * 1024;

const GUARDS = "guards";
const CALENDARS = "calendars";

/**
 * Reads every rule file below a folder: `<policy id>/*.json`, `guards/*.json`, `calendars/*.json`, in the order of their
 * names. Only names that the folders themselves list are read, and a link that leads out of the rules folder is refused.
 * Other files and whatever begins with a dot are left alone; whether a file holds what its name says is not looked at.
 *
 * @example readRuleFiles("rules").policies[0]?.path // "after-sales-crisis/v1.json"
 * @throws Unreadable naming the file or folder, with its cause: not there, not readable, too large, not UTF-8, outside
 */
export function readRuleFiles(folder: string): RuleFiles {
  const root = attempt(folder, () => realpathSync(folder));
  const folders = namesIn(root, "").filter((name) => isFolder(root, name));
  return {
    policies: folders
      .filter((name) => name !== GUARDS && name !== CALENDARS)
      .flatMap((name) => jsonFilesIn(root, name)),
    guards: folders.includes(GUARDS) ? jsonFilesIn(root, GUARDS) : [],
    calendars: folders.includes(CALENDARS) ? jsonFilesIn(root, CALENDARS) : [],
  };
}

function jsonFilesIn(root: string, folder: string): readonly RuleFile[] {
  return namesIn(root, folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => readRuleFile(root, `${folder}/${name}`));
}

/** Names in code-unit order, so that two machines open the same rules in the same order. */
function namesIn(root: string, folder: string): readonly string[] {
  const names = attempt(join(root, folder), () => readdirSync(join(root, folder)));
  return names.filter((name) => !name.startsWith(".")).toSorted();
}

function isFolder(root: string, name: string): boolean {
  return attempt(join(root, name), () => statSync(join(root, name)).isDirectory());
}

function readRuleFile(root: string, path: string): RuleFile {
  const file = join(root, path);
  return attempt(file, () => {
    if (!realpathSync(file).startsWith(root + sep)) throw new NotTaken(LEADS_OUT);
    const found = statSync(file);
    // Reading a pipe would wait for somebody to write into it.
    if (!found.isFile()) throw new NotTaken({ en: "it is no file", zh: "这不是文件" });
    const { size } = found;
    if (size > MOST_BYTES) throw new NotTaken(tooLarge(size));
    // A byte order mark is kept, so that whoever reads the text can say that it is there.
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return { path, text: decoder.decode(readFileSync(file)) };
  });
}

const LEADS_OUT: LocalizedText = { en: "it leads out of the rules folder", zh: "指向规则文件夹之外" };

function tooLarge(size: number): LocalizedText {
  return {
    en: `it has ${size} bytes, more than the ${MOST_BYTES} allowed`,
    zh: `文件有${size}字节，超过上限${MOST_BYTES}字节`,
  };
}

function attempt<Result>(file: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    throw new Unreadable(file, cause);
  }
}
