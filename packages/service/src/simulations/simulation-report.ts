import type { CapBearing, GroupResult, SimulationResult } from "@evenhand/analysis";
import { type Language, type LocalizedText, PARAMETER_PREFIX, formatMinor } from "@evenhand/domain";
import type { ReportInput, ReportSection, ReportTable } from "@evenhand/notices";
import { dayInWords, figure, monthInWords } from "@evenhand/policy";
import type { SimulationView } from "./read-simulation.ts";
import { SIMULATION_WORDS, type SimulationWords } from "./simulation-report-words.ts";

type Given = {
  readonly view: SimulationView;
  readonly found: SimulationResult;
  readonly language: Language;
  readonly words: SimulationWords;
};

/** What a simulation found, as a document: the finding and its limits, every total, what was skipped, and by which hashes it is found again. */
export function simulationReport(
  view: SimulationView,
  {
    found,
    title,
    language,
  }: { readonly found: SimulationResult; readonly title: LocalizedText; readonly language: Language },
): Omit<ReportInput, "stylesheetUrl" | "fontUrl"> {
  const words = SIMULATION_WORDS[language];
  const given = { view, found, language, words };
  const { window, counts } = found;
  const said = found.headline[language];
  const changed = counts.changed === 0 ? [] : changedSections(given);
  return {
    language,
    title: words.title,
    details: [
      title[language],
      words.sides(view),
      window === null
        ? words.noDays
        : words.days(dayInWords(window.from, language), dayInWords(window.to, language)),
      words.evaluated({ evaluated: count(counts.evaluated), taken: count(counts.taken) }),
    ],
    lead: [
      said,
      ...(view.isProvisional || view.state !== "done"
        ? [words.provisional({ done: count(view.done), total: count(view.total) })]
        : []),
      ...(view.isStale ? [words.stale] : []),
    ].join(words.sentenceEnd),
    sections: [
      ...changed,
      skippedSection(given),
      { heading: words.sections.limits, paragraphs: found.limits.map((limit) => limit[language]) },
      reproduceSection(given),
    ],
  };
}

function changedSections(given: Given): readonly ReportSection[] {
  return [
    totalsSection(given),
    histogramSection(given),
    groupsSection(given),
    rulesSection(given),
    transitionsSection(given),
    monthsSection(given),
  ];
}

function money({ found: { currency } }: Given, minor: number): string {
  return (minor < 0 ? "−" : "") + formatMinor(Math.abs(minor), currency);
}

function signed(given: Given, minor: number): string {
  return minor > 0 ? `+${money(given, minor)}` : money(given, minor);
}

/** Digits in groups, as every figure of a report. */
function count(number: number): string {
  return figure(number, "integer", { language: "en", currency: "CNY" });
}

function difference(number: number): string {
  return number > 0 ? `+${count(number)}` : count(number).replace("-", "−");
}

function totalsSection(given: Given): ReportSection {
  const { found, words } = given;
  const { amounts, counts, people } = found;
  const rows: readonly (readonly [string, string])[] = [
    [words.totals.baseline, money(given, amounts.baselineMinor)],
    [words.totals.candidate, money(given, amounts.candidateMinor)],
    [words.totals.net, signed(given, amounts.netMinor)],
    [words.totals.moved, money(given, amounts.movedMinor)],
    [words.totals.higherApproval, count(counts.higherApproval)],
    [words.totals.byEarlierMonth, count(counts.by["earlier-month"])],
    [words.totals.concerned, count(people.concerned)],
    [words.totals.affected, count(people.affected)],
    [words.totals.higher, count(people.higher)],
    [words.totals.lower, count(people.lower)],
  ];
  return {
    heading: words.sections.totals,
    tables: [
      {
        label: words.sections.totals,
        columns: [
          { heading: words.columns.figure, kind: "text" },
          { heading: words.columns.value(found.currency), kind: "figure" },
        ],
        rows,
      },
    ],
  };
}

function histogramSection(given: Given): ReportSection {
  const { found, words } = given;
  const { histogram, counts, currency } = found;
  const rows = histogram.map(({ direction, aboveMinor, upToMinor, cases }) => [
    words.range(
      direction,
      money(given, aboveMinor),
      upToMinor === null ? undefined : money(given, upToMinor),
    ),
    count(cases),
  ]);
  const same = [words.same, count(counts.changed - counts.higher - counts.lower)];
  const middle = histogram.filter(({ direction }) => direction === "lower").length;
  return {
    heading: words.sections.histogram,
    tables: [
      {
        label: words.sections.histogram,
        columns: [
          { heading: words.columns.range(currency), kind: "text" },
          { heading: words.columns.cases, kind: "figure" },
        ],
        rows: [...rows.slice(0, middle), same, ...rows.slice(middle)],
      },
    ],
  };
}

function groupsSection({ found, language, words }: Given): ReportSection {
  return {
    heading: words.sections.groups,
    tables: found.groups.map((group) => groupTable(group, { language, words })),
    notes: found.groups.length === 0 ? [] : [words.withheldGroups],
  };
}

function groupTable(
  { label, values, rest }: GroupResult,
  { language, words }: Pick<Given, "language" | "words">,
): ReportTable {
  const { columns } = words;
  return {
    label: label[language],
    columns: [
      { heading: label[language], kind: "text" },
      { heading: columns.n, kind: "figure" },
      { heading: columns.lower, kind: "figure" },
      { heading: columns.same, kind: "figure" },
      { heading: columns.higher, kind: "figure" },
    ],
    rows: [
      ...values.map((value) =>
        value.isWithheld
          ? [value.label[language], words.withheld, NONE, NONE, NONE]
          : [
              value.label[language],
              count(value.n),
              count(value.lower),
              count(value.same),
              count(value.higher),
            ],
      ),
      ...(rest === 0 ? [] : [[words.rest, count(rest), NONE, NONE, NONE]]),
    ],
  };
}

function rulesSection({ found, language, words }: Given): ReportSection {
  const { columns } = words;
  const table: ReportTable = {
    label: words.sections.rules,
    columns: [
      { heading: columns.rule, kind: "text" },
      { heading: columns.before, kind: "figure" },
      { heading: columns.after, kind: "figure" },
      { heading: columns.difference, kind: "figure" },
      { heading: columns.changed, kind: "figure" },
    ],
    rows: found.rules.map(({ rule, label, baseline, candidate, changedCases }) => [
      label[language],
      // A figure stands in no case by itself.
      ...(rule.startsWith(PARAMETER_PREFIX)
        ? [NONE, NONE, NONE]
        : [count(baseline), count(candidate), difference(candidate - baseline)]),
      count(changedCases),
    ]),
  };
  return {
    heading: words.sections.rules,
    ...(found.rules.length === 0 ? { paragraphs: [words.noRules] } : { tables: [table] }),
  };
}

/** From class to class, those that stayed included. */
function transitionsSection({ found, language, words }: Given): ReportSection {
  const { classes, transitions } = found;
  const parties = (from: string, to: string): number =>
    transitions.find((one) => one.from === from && one.to === to)?.parties ?? 0;
  const table: ReportTable = {
    label: words.sections.transitions,
    columns: [
      { heading: words.columns.from, kind: "text" },
      ...classes.map(({ label }) => ({ heading: label[language], kind: "figure" as const })),
    ],
    rows: classes.map((from) => [
      from.label[language],
      ...classes.map((to) => count(parties(from.id, to.id))),
    ]),
  };
  return { heading: words.sections.transitions, tables: [table], notes: [words.parties] };
}

function monthsSection(given: Given): ReportSection {
  const { found, language, words } = given;
  const { columns } = words;
  const months: ReportTable = {
    label: words.sections.months,
    columns: [
      { heading: columns.month, kind: "text" },
      { heading: columns.before, kind: "figure" },
      { heading: columns.after, kind: "figure" },
      { heading: columns.difference, kind: "figure" },
      { heading: columns.peopleHigher, kind: "figure" },
      { heading: columns.peopleLower, kind: "figure" },
    ],
    rows: found.months.map(({ month, baselineMinor, candidateMinor, peopleHigher, peopleLower }) => [
      monthInWords(month, language),
      money(given, baselineMinor),
      money(given, candidateMinor),
      signed(given, candidateMinor - baselineMinor),
      count(peopleHigher),
      count(peopleLower),
    ]),
  };
  const { baseline, candidate } = found.cap;
  const cap = (name: keyof CapBearing, write: (figure: number) => string): readonly string[] => [
    words.cap[name],
    write(baseline[name]),
    write(candidate[name]),
  ];
  const inMoney = (minor: number): string => money(given, minor);
  return {
    heading: words.sections.months,
    ...(found.months.length === 0 ? { paragraphs: [words.noMonths] } : {}),
    tables: [
      ...(found.months.length === 0 ? [] : [months]),
      {
        label: words.capTitle,
        columns: [
          { heading: words.capTitle, kind: "text" },
          { heading: columns.before, kind: "figure" },
          { heading: columns.after, kind: "figure" },
        ],
        rows: [
          cap("charges", count),
          cap("carried", count),
          cap("carriedMinor", inMoney),
          cap("outstandingMinor", inMoney),
        ],
      },
    ],
  };
}

function skippedSection({ found, language, words }: Given): ReportSection {
  if (found.skipped.length === 0) return { heading: words.sections.skipped };
  return {
    heading: words.sections.skipped,
    tables: [
      {
        label: words.sections.skipped,
        columns: [
          { heading: words.columns.reason, kind: "text" },
          { heading: words.columns.cases, kind: "figure" },
          { heading: words.columns.first, kind: "text" },
        ],
        rows: found.skipped.map(({ reason, cases, examples }) => [
          reason[language],
          count(cases),
          examples.join(", "),
        ]),
      },
    ],
  };
}

function reproduceSection({ view, words }: Given): ReportSection {
  const { id, baseline, candidate, result, resultHash, command } = view;
  const lines: readonly (readonly [string, string])[] = [
    [words.reproduce.run, id],
    [words.reproduce.baseline, baseline.hash],
    [words.reproduce.candidate, "draft" in candidate ? candidate.contentHash : candidate.hash],
    [words.reproduce.cases, result?.caseSet.hash ?? NONE],
    [words.reproduce.engine, result?.engine ?? NONE],
    [words.reproduce.result, resultHash ?? NONE],
    [words.reproduce.command, command],
  ];
  return {
    heading: words.sections.reproduce,
    tables: [
      {
        label: words.sections.reproduce,
        columns: [
          { heading: words.columns.what, kind: "text" },
          { heading: words.columns.identity, kind: "text" },
        ],
        rows: lines,
      },
    ],
    notes: [words.reproduce.same],
  };
}

/** Where a cell has nothing to say. */
const NONE = "–";
