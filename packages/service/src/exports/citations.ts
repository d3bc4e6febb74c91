import type { DecisionRecord, Language, PolicyVersion } from "@evenhand/domain";
import { type AnnouncedLine, announcedLines } from "@evenhand/notices";

/** What a decision says of each party for whom it meant something: grounds, articles, unit. */
export function linesOf(
  version: PolicyVersion,
  record: DecisionRecord,
  language: Language,
): readonly AnnouncedLine[] {
  return announcedLines({ language, month: "", issuedOn: "", decisions: [{ version, record }] });
}
