import { type DepartureRates, type Review, isComputed } from "@evenhand/analysis";
import { type Language, type LocalizedText, formatMinor } from "@evenhand/domain";
import type { ReportInput, ReportSection } from "@evenhand/notices";
import { dayInWords } from "@evenhand/policy";
import { NONE, rateText } from "./figure-texts.ts";
import type { FairnessView } from "./read-fairness.ts";
import { crossedSection, groupsSection } from "./report-groups.ts";
import { REPORT_WORDS, type ReportWords } from "./report-words.ts";

/** What a section is written from. */
export type SectionContext = {
  readonly view: FairnessView;
  readonly review: Review;
  readonly language: Language;
  readonly words: ReportWords;
  /** What facts and steps are called in the policy. */
  readonly called: Called;
};

type Called = { readonly fact: (name: string) => string; readonly step: (name: string) => string };

/** What a fairness review found, as a document: the answers to all questions with n, intervals, both ratios and limits. */
export function fairnessReport(
  view: FairnessView & { readonly result: NonNullable<FairnessView["result"]> },
  { title, language, called }: ReportNames,
): Omit<ReportInput, "stylesheetUrl" | "fontUrl"> {
  const { review } = view.result;
  const words = REPORT_WORDS[language];
  const given = { view, review, language, words, called };
  const { window } = review;
  return {
    language,
    title: words.title,
    details: [
      title[language],
      window === null
        ? words.noDays
        : words.days(dayInWords(window.from, language), dayInWords(window.until, language)),
      words.decisions(review.counts),
    ],
    lead: review.headline[language],
    sections: [
      groupsSection(given),
      crossedSection(given),
      likeSection(given),
      departuresSection(given),
      leftOutSection(given),
      proportionSection(given),
      timelinessSection(given),
      draftSection(given),
      limitsSection(given),
    ],
  };
}

export type ReportNames = {
  /** Of the policy. */
  readonly title: LocalizedText;
  readonly language: Language;
  readonly called: Called;
};

const MOST_LINES = 50;

function likeSection({ review, words }: SectionContext): ReportSection {
  const { groups, compared, unlikeGroups, unlike } = review.likeCases;
  const listed = unlike.slice(0, MOST_LINES);
  return {
    heading: words.sections.like,
    paragraphs: [words.like(groups, compared, unlikeGroups)],
    tables:
      listed.length === 0
        ? []
        : [
            {
              label: words.sections.like,
              columns: [
                { heading: words.columns.decisions, kind: "figure" },
                { heading: words.columns.outcomes, kind: "text" },
                { heading: words.columns.departed, kind: "text" },
              ],
              rows: listed.map(({ decisions, outcomes }) => [
                String(decisions),
                outcomes
                  .map(({ outcome, count }) =>
                    words.outcome(
                      count,
                      formatMinor(
                        outcome.parties.reduce((sum, { totalMinor }) => sum + totalMinor, 0),
                        review.currency,
                      ),
                    ),
                  )
                  .join(words.joint),
                outcomes
                  .flatMap((outcome) => outcome.decisions)
                  .filter(({ departures }) => departures.length > 0)
                  .map(({ reference }) => reference)
                  .slice(0, 10)
                  .join(words.joint),
              ]),
            },
          ],
    notes: unlikeGroups > MOST_LINES ? [words.first(MOST_LINES)] : [],
  };
}

function departuresSection({ review, words }: SectionContext): ReportSection {
  const { all, deciders } = review.departures;
  const row = (who: string, rates: DepartureRates): readonly string[] =>
    rates.shown === "n < 10"
      ? [who, rates.shown, NONE, NONE, NONE]
      : [
          who,
          String(rates.n),
          rateText(rates.rate),
          rateText(rates.directions.milder.rate),
          rateText(rates.directions.harsher.rate),
        ];
  return {
    heading: words.sections.departures,
    tables: [
      {
        label: words.sections.departures,
        columns: [
          { heading: words.columns.decider, kind: "text" },
          { heading: words.columns.n, kind: "figure" },
          { heading: words.columns.departs, kind: "figure" },
          { heading: words.columns.milder, kind: "figure" },
          { heading: words.columns.harsher, kind: "figure" },
        ],
        rows: [
          ...deciders.map(({ decider, rates }) => row(decider === null ? words.key : short(decider), rates)),
          row(words.everybody, all),
        ],
      },
    ],
  };
}

/** A pseudonym as pages show it. */
function short(pseudonym: string): string {
  return `${pseudonym.slice(0, 15)}…`;
}

function leftOutSection({ review, language, words }: SectionContext): ReportSection {
  const { leftOut, currency } = review;
  const heading = words.sections.leftOut;
  if (!isComputed(leftOut)) return { heading, paragraphs: [leftOut.notComputable[language]] };
  const isPartKnown = leftOut.parts.some(({ people }) => people > 0);
  return {
    heading,
    paragraphs: [words.lowest(leftOut.lowestPays, leftOut.severalRanks)],
    tables: isPartKnown
      ? [
          {
            label: heading,
            columns: [
              { heading: words.columns.part, kind: "text" },
              { heading: words.columns.people, kind: "figure" },
              { heading: words.columns.penalised, kind: "figure" },
              { heading: words.columns.amount(currency), kind: "figure" },
              { heading: words.columns.share, kind: "figure" },
            ],
            rows: leftOut.parts.map(({ part, people, penalised, amountMinor, shareOfAmount }) => [
              words.parts[part],
              String(people),
              String(penalised),
              formatMinor(amountMinor, currency),
              shareOfAmount === null ? NONE : `${(shareOfAmount * 100).toFixed(1)}%`,
            ]),
          },
        ]
      : [],
  };
}

function proportionSection({
  review: { proportion },
  language,
  words,
  called,
}: SectionContext): ReportSection {
  const measures = ["penaltyToLoss", "penaltyToPay", "monthsToPay"] as const;
  const { capBinds, payStated = [] } = proportion;
  const stated = payStated.map(({ fact }) => called.fact(fact));
  const named = (measure: (typeof measures)[number]): string =>
    measure === "penaltyToPay" && stated.length > 0 ? words.penaltyTo(stated) : words.measures[measure];
  return {
    heading: words.sections.proportion,
    paragraphs: isComputed(capBinds)
      ? [words.cap(capBinds.binds, capBinds.n, rateText(capBinds.rate))]
      : [capBinds.notComputable[language]],
    tables: [
      {
        label: words.sections.proportion,
        columns: [
          { heading: words.columns.measure, kind: "text" },
          { heading: words.columns.n, kind: "figure" },
          { heading: words.columns.quarter, kind: "figure" },
          { heading: words.columns.median, kind: "figure" },
          { heading: words.columns.threeQuarters, kind: "figure" },
          { heading: words.columns.outlying, kind: "figure" },
        ],
        rows: measures.map((measure) => {
          const found = proportion[measure];
          if (!isComputed(found)) return [named(measure), "n < 10", NONE, NONE, NONE, NONE];
          const { n, lower, median, upper } = found.quartiles;
          const figures = [lower, median, upper].map((value) => value.toFixed(2));
          return [named(measure), String(n), ...figures, String(found.outlying)];
        }),
      },
    ],
  };
}

function timelinessSection({
  review: { timeliness },
  language,
  words,
  called,
}: SectionContext): ReportSection {
  const heading = words.sections.timeliness;
  if (timeliness.length === 0) return { heading, paragraphs: [words.noDeadlines] };
  return {
    heading,
    tables: [
      {
        label: heading,
        columns: [
          { heading: words.columns.step, kind: "text" },
          { heading: words.columns.unit, kind: "text" },
          { heading: words.columns.n, kind: "figure" },
          { heading: words.columns.inTime, kind: "figure" },
          { heading: words.columns.notSaid, kind: "figure" },
        ],
        rows: timeliness.map(({ step, unit, met, notSaid }) => [
          called.step(step),
          unit ?? NONE,
          met.shown === "rate" ? String(met.n) : met.shown === "words" ? NONE : met.shown,
          met.shown === "rate" ? rateText(met.rate) : met.shown === "words" ? met.words[language] : NONE,
          String(notSaid),
        ]),
      },
    ],
  };
}

/** What a draft would change; nothing where none was named. */
function draftSection({ view, language, words }: SectionContext): ReportSection {
  const heading = words.sections.draft;
  const draft = view.result?.draft;
  if (!draft) return { heading };
  const { counts, gaps, skipped, limits } = draft;
  return {
    heading,
    paragraphs: [draft.headline[language], ...gaps.map((gap) => gap.words[language])],
    notes: [
      words.drafted(draft.draft, counts.compared, counts.cases),
      ...skipped.map(({ reason, cases }) => words.skipped(reason[language], cases)),
      ...limits.map((limit) => limit[language]),
    ],
  };
}

function limitsSection({ view, review, language, words, called }: SectionContext): ReportSection {
  const { seed, limits, disparities } = review;
  return {
    heading: words.sections.limits,
    paragraphs: limits.map((limit) => limit[language]),
    notes: [
      words.same({ ...disparities.same, facts: disparities.same.facts.map(called.fact) }),
      words.evidence({
        id: view.id,
        seed,
        decisionSet: view.result?.decisionSet.hash ?? "",
        result: view.resultHash ?? "",
      }),
    ],
  };
}
