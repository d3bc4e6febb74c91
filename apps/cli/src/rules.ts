import { fileURLToPath } from "node:url";
import { type LocalizedText, type Refusal, type RuleFiles, quote } from "@evenhand/domain";
import { type BookedVersion, type OpenedRules, openRulebook } from "@evenhand/service";
import { Unreadable, readRuleFiles } from "@evenhand/store";
import { CannotGoOn } from "./cannot-go-on.ts";
import { EXIT } from "./exit-code.ts";
import type { Surroundings } from "./surroundings.ts";

export const DEFAULT_RULES = fileURLToPath(new URL("../../../rules", import.meta.url));

/** A policy as it is named on the command line: `complaint-fines` or `complaint-fines@2`. */
export type PolicyName = { readonly id: string; readonly version?: number };

export function readPolicyName(text: string): PolicyName {
  const match = /^([^@]+)(?:@([1-9]\d{0,8}))?$/.exec(text);
  const [, id, version] = match ?? [];
  if (id !== undefined) return { id, ...(version === undefined ? {} : { version: Number(version) }) };
  throw new CannotGoOn(
    EXIT.invalid,
    { en: `${quote(text)} names no policy`, zh: `${quote(text)}不是制度名称` },
    {
      help: {
        en: "write `complaint-fines`, or `complaint-fines@2` for a version",
        zh: "请写作`complaint-fines`，指定版本写作`complaint-fines@2`",
      },
    },
  );
}

export function readRules(folder: string): RuleFiles {
  try {
    return readRuleFiles(folder);
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    throw new CannotGoOn(EXIT.failed, cause.text, { help: WHERE_RULES_ARE, cause });
  }
}

const WHERE_RULES_ARE: LocalizedText = {
  en: "it belongs to the rules, which are read from the folder that `--rules` names",
  zh: "规则从`--rules`指定的文件夹读取",
};

/**
 * Opens the rules that the work on one policy needs: those of the policy, and all of them where there is no such policy,
 * so that what was meant can be told. Says which files are left out.
 */
export function openRules(folder: string, { err, language }: Surroundings, policy?: string): OpenedRules {
  const files = readRules(folder);
  const own = files.policies.filter(({ path }) => path.startsWith(`${policy ?? ""}/`));
  const opened = openRulebook(own.length > 0 ? { ...files, policies: own } : files);
  for (const { path, isUsed } of opened.reports) if (!isUsed) err(`${leftOut(path)[language]}\n`);
  return opened;
}

function leftOut(path: string): LocalizedText {
  return {
    en: `the rule file \`${path}\` has errors and is left out; \`evenhand validate\` lists them`,
    zh: `规则文件\`${path}\`有错误，未被采用；请运行\`evenhand validate\`查看`,
  };
}

/** The version that was named, or the newest one. */
export function versionNamed({ rulebook }: OpenedRules, { id, version }: PolicyName): BookedVersion {
  return foundOrStop(rulebook.version(id, version));
}

/** What was found; ends the command with the first reason where nothing was. */
export function foundOrStop<What extends object>(found: What | { readonly refusal: Refusal }): What {
  if (!("refusal" in found)) return found;
  const [problem] = found.refusal.problems;
  if (!problem) throw new Error("something was refused without a reason");
  throw new CannotGoOn(EXIT.invalid, problem.message, { help: problem.help });
}
