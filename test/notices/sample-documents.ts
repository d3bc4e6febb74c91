import type { Language } from "@evenhand/domain";
import {
  type AnnouncementInput,
  type NoticeInput,
  renderAnnouncement,
  renderNotice,
  renderStatement,
} from "@evenhand/notices";
import { type Sample, accountOf, sample } from "./sample-records.ts";
import { leaverInput, statementInput } from "./sample-statement.ts";

export const LANGUAGES: readonly Language[] = ["zh", "en"];

/** What a notice of a sample is made from; whoever decided is E2001. */
export function noticeInput(
  one: Sample,
  party: string,
  language: Language,
  more: Partial<NoticeInput> = {},
): NoticeInput {
  return {
    ...one,
    party,
    language,
    appealUntil: "2026-07-24",
    decidedBy: "E2001",
    ...accountOf(one, party),
    ...more,
  };
}

/** Example A of complaint-fines: two persons, each over two months. */
export function exampleA(): Sample {
  return sample("complaint-fines/examples.json", "example-a");
}

/** Decisions of three policies: persons, departments with their heads, somebody found free of responsibility. */
export function announcementInput(
  language: Language,
  more: Partial<AnnouncementInput> = {},
): AnnouncementInput {
  return {
    language,
    month: "2026-08",
    issuedOn: "2026-09-10",
    decisions: [
      sample("order-incident/examples.json", "example-a", { id: "dec-01k1q8n6e2k4h0v7b3c9d5f2ya" }),
      exampleA(),
      sample("fair-attribution/examples.json", "example-b", { id: "dec-01k2t3m1x9r7p5w0q8n6j4g3zc" }),
    ],
    ...more,
  };
}

/** One of each document that this package makes, by name. */
export function sampleDocuments(): readonly (readonly [name: string, html: string])[] {
  return LANGUAGES.flatMap((language) => {
    const departing = sample("complaint-fines/examples.json", "example-a", {
      before: {
        scheduled: [{ party: "P1", month: "2026-07", amountMinor: 60_000 }],
        closedThrough: null,
        findings: [],
      },
      departures: [{ party: "P1", bonusMinor: 80_000 }],
      extra: { reason: "初次发生，减轻处理。" },
    });
    const order = sample("order-incident/examples.json", "example-a");
    const guarded = sample("fair-attribution/examples.json", "example-g");
    return [
      [`notice, ${language}`, renderNotice(noticeInput(exampleA(), "P1", language))],
      [`departure, ${language}`, renderNotice(noticeInput(departing, "P1", language))],
      [`department, ${language}`, renderNotice(noticeInput(order, "production", language))],
      [`head, ${language}`, renderNotice(noticeInput(order, "H1", language))],
      [
        `superseded, ${language}`,
        renderNotice(
          noticeInput(exampleA(), "P1", language, { supersededBy: "dec-01k1q8n6e2k4h0v7b3c9d5f2ya" }),
        ),
      ],
      [`guarded, ${language}`, renderNotice(noticeInput(guarded, "P1", language))],
      [`statement, ${language}`, renderStatement(statementInput(language))],
      [`leaver, ${language}`, renderStatement(leaverInput(language))],
      [`announcement, ${language}`, renderAnnouncement(announcementInput(language))],
    ] as const;
  });
}
