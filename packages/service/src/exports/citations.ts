import type { DecisionRecord, Language, PolicyVersion } from "@evenhand/domain";
import { type AnnouncedLine, announcedLines } from "@evenhand/notices";
import type { Rulebook } from "../rulebook/rulebook.ts";

/** The version that a decision was taken under. */
export function versionOf(
  rules: Rulebook,
  { id, version }: { readonly id: string; readonly version: number },
): PolicyVersion {
  const found = rules.version(id, version);
  if ("refusal" in found) throw new Error("the version of a recorded decision is not usable");
  return found.version;
}

/** What a decision says of each party for whom it meant something: grounds, articles, unit. */
export function linesOf(
  rules: Rulebook,
  record: DecisionRecord,
  language: Language,
): readonly AnnouncedLine[] {
  const decisions = [{ version: versionOf(rules, record.policy), record }];
  return announcedLines({ language, month: "", issuedOn: "", decisions });
}
