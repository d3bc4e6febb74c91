import { renderAnnouncement, renderNotice, renderStatement } from "@evenhand/notices";
import { describe, expect, test } from "vitest";
import { textOf, unbalancedTags } from "./html-text.ts";
import { LANGUAGES, announcementInput, exampleA, noticeInput, sampleDocuments } from "./sample-documents.ts";
import { statementInput } from "./sample-statement.ts";
import { type Sample, sample } from "./sample-records.ts";

const HOSTILE = `"'><img src=x onerror=alert(1)><script>alert(2)</script></title><!--\u202e`;

/** A decision in which every text that a person wrote is hostile. */
function hostileSample(): Sample {
  const one = sample("complaint-fines/examples.json", "example-a", {
    id: HOSTILE,
    departures: [{ party: HOSTILE, bonusMinor: 80_000 }],
    extra: {
      reason: HOSTILE,
      supersedes: HOSTILE,
      gates: [{ kind: "heard", label: { en: HOSTILE, zh: HOSTILE }, met: true }],
    },
    request: (request) => ({
      ...request,
      case: {
        ...request.case,
        reference: HOSTILE,
        parties: request.case.parties.map((party) => ({
          ...party,
          id: party.id === "P1" ? HOSTILE : party.id,
          facts: { ...party.facts, unit: HOSTILE },
        })),
      },
    }),
  });
  return {
    ...one,
    version: {
      ...one.version,
      policy: { ...one.version.policy, title: { en: HOSTILE, zh: HOSTILE }, words: hostileWords(one) },
    },
  };
}

function hostileWords({ version: { policy } }: Sample): Sample["version"]["policy"]["words"] {
  return Object.fromEntries(Object.keys(policy.words).map((word) => [word, { en: HOSTILE, zh: HOSTILE }]));
}

function hostileDocuments(language: "zh" | "en"): readonly (readonly [string, string])[] {
  const one = hostileSample();
  const account = { ...statementInput(language).accounts[0], account: HOSTILE, reference: HOSTILE };
  return [
    [
      "notice",
      renderNotice({
        ...noticeInput(one, HOSTILE, language),
        decidedBy: HOSTILE,
        company: HOSTILE,
        appealTo: HOSTILE,
        names: { [HOSTILE]: HOSTILE },
        fontUrl: HOSTILE,
      }),
    ],
    [
      "statement",
      renderStatement(
        statementInput(language, {
          person: HOSTILE,
          company: HOSTILE,
          accounts: [{ ...account, policy: { en: HOSTILE, zh: HOSTILE } }] as never,
        }),
      ),
    ],
    ["announcement", renderAnnouncement(announcementInput(language, { company: HOSTILE, decisions: [one] }))],
  ];
}

describe.each(LANGUAGES)("in %s, whatever people wrote stays text", (language) => {
  test.each(hostileDocuments(language))("in the %s", (_name, html) => {
    expect(html).not.toMatch(/<img|<script|<!--|\u202e/);
    expect(html.match(/<\/title>/g)).toHaveLength(1);
    expect(unbalancedTags(html)).toEqual([]);
    expect(textOf(html)).toContain("<script>alert(2)</script>");
  });
});

test.each(sampleDocuments())("%s closes every element that it opens", (_name, html) => {
  expect(unbalancedTags(html)).toEqual([]);
  expect(textOf(html)).not.toMatch(/undefined|NaN|\[object|null/);
});

test("a check of elements finds one that is left open", () => {
  expect(unbalancedTags("<p><b>x</p>")).not.toEqual([]);
  expect(
    unbalancedTags(renderNotice(noticeInput(exampleA(), "P1", "zh")).replace("</section>", "")),
  ).not.toEqual([]);
});

test.each(sampleDocuments())(
  "%s has no style and no script of its own, and loads two style sheets",
  (_name, html) => {
    expect(html).not.toMatch(/<style|<script|\sstyle=|\son[a-z]+=/);
    expect(html.match(/<link rel="stylesheet" href="[^"]+">/g)).toHaveLength(2);
  },
);
