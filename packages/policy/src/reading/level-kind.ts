import type { LocalizedText } from "@evenhand/domain";
import type { Vocabulary } from "./vocabulary.ts";

/** What somebody has to do with a case whom a rule on authority names; `level` where the policy's words do not tell. */
export type LevelKind = "approves" | "handles" | "level";

/**
 * Whether a level approves what is decided or only has the case brought before it, by what the policy calls the level
 * and the rule or table that names it.
 *
 * @example levelKind("board", { en: "A long delay is escalated", zh: "超时的上报董事会" }, vocabulary) // "handles"
 */
export function levelKind(
  level: string,
  label: LocalizedText | undefined,
  { policy }: Vocabulary,
): LevelKind {
  const word = Object.hasOwn(policy.words, level) ? policy.words[level] : undefined;
  const said = [label?.en, label?.zh, word?.en, word?.zh].join(" ");
  if (ESCALATION.test(said)) return "handles";
  return APPROVAL.test(said) ? "approves" : "level";
}

const ESCALATION = /上报|呈报|升级|\bescalat|\breported to\b/i;
const APPROVAL = /审批|核准|批准|审定|核定|\bapprov|\bmay (?:grant|allow)\b|\bconsent/i;
