import { documentOf } from "../html/document.ts";
import { numberedSections } from "../html/parts.ts";
import { ENGLISH_NOTICE } from "../words/en/notice.ts";
import type { NoticeWords } from "../words/notice-words.ts";
import { CHINESE_NOTICE } from "../words/zh/notice.ts";
import { checkSection, objectionSection, signatures } from "./closing.ts";
import { collectionSection } from "./collection.ts";
import { decisionSection } from "./decision.ts";
import { dutiesSection } from "./duties.ts";
import { clausesSection, factsSection } from "./findings.ts";
import { headOf } from "./head.ts";
import type { NoticeInput } from "./notice-input.ts";
import { partyView } from "./party-view.ts";
import { reckoningSection } from "./reckoning.ts";
import { resultSection } from "./result.ts";
import type { SectionContext } from "./section-context.ts";

/**
 * The notice of a decision for one of its parties: a whole HTML document, to be read on a screen or printed on A4. It says
 * what was found, under which provisions, how the amount was reckoned, in which months it is taken, who decided, how to
 * object and how to check it. It names no other party. Throws a `RangeError` where the decision is not about `party`.
 *
 * @example renderNotice({ version, record, party: "P1", recordedAt, language: "zh", appealUntil: "2026-07-24" })
 * // "<!doctype html>\n<html lang=\"zh-CN\">…"
 */
export function renderNotice(input: NoticeInput): string {
  const words: NoticeWords = input.language === "zh" ? CHINESE_NOTICE : ENGLISH_NOTICE;
  const context: SectionContext = { input, view: partyView(input), words };
  const sections = [
    resultSection(context),
    factsSection(context),
    clausesSection(context),
    reckoningSection(context),
    collectionSection(context),
    dutiesSection(context),
    decisionSection(context),
    objectionSection(context),
    checkSection(context),
  ];
  return documentOf({
    ...input,
    kind: "notice",
    title: `${words.title} ${input.record.id}`,
    body: [...headOf(context), ...numberedSections(sections, words.sectionNumber), signatures(context)],
  });
}
