import { type ProbeResult, type ProbeFinding, statedText } from "@evenhand/analysis";
import {
  type EvaluateRequest,
  type FactValue,
  type Language,
  type Policy,
  amountText,
} from "@evenhand/domain";
import type { ReportInput, ReportSection, ReportTable } from "@evenhand/notices";
import {
  type Vocabulary,
  labelOf,
  momentInWords,
  monthInWords,
  partName,
  percentage,
  vocabularyOf,
  wordOf,
} from "@evenhand/policy";
import type { CertificateKept, ProofPayload } from "./check-job.ts";
import { CHECK_REPORT_WORDS, type CheckReportWords } from "./check-report-words.ts";
import type { CheckView } from "./read-checks.ts";

/** A check as a document: what was found with the cases side by side, what was proved, and how much was looked at. */
export function checkReport(
  check: CheckView,
  { policy, language }: { readonly policy: Policy; readonly language: Language },
): ReportInput {
  const words = CHECK_REPORT_WORDS[language];
  const isDraft = "draft" in check.subject;
  const writing: Writing = { words, vocabulary: vocabularyOf(policy, language), language, isDraft };
  const { subject, result, resultHash, counts, proofs } = check;
  const answers = (result?.proofs ?? []).map(({ answer }) => answer);
  return {
    language,
    title: words.title,
    details: [
      policy.title[language],
      "draft" in subject ? words.draft(subject.contentHash) : words.version(subject.version),
      words.begun(momentInWords(check.createdAt, language)),
      ...(resultHash === null ? [] : [words.result(resultHash)]),
    ],
    lead: [words.lead(counts.findings, answers), ...(check.isProvisional ? [words.provisional] : [])].join(
      language === "zh" ? "" : " ",
    ),
    sections: [
      ...(result?.probes ? probeSections(result.probes, writing) : []),
      ...(result?.proofs ?? []).map((proof, index) => proofSection(proof, proofs[index], writing)),
      identitySection(check, words),
    ],
  };
}

type Writing = {
  readonly words: CheckReportWords;
  readonly vocabulary: Vocabulary;
  readonly language: Language;
  /** Whether what was checked is a draft, which has no number yet. */
  readonly isDraft: boolean;
};

function probeSections(probes: ProbeResult, writing: Writing): readonly ReportSection[] {
  const { words, language } = writing;
  const { findings, asked, declaredSteps } = probes;
  return [
    {
      heading: words.probes,
      paragraphs: [words.found(asked, findings.length)],
      notes: [
        ...(findings.length > 0 ? [words.notProved] : []),
        ...words.looked(asked),
        ...(asked.rulesNotReached.length > 0
          ? [words.notReached(asked.rulesNotReached.map((rule) => nameOf(rule, writing)))]
          : []),
        ...(asked.isCut ? [words.isCut] : []),
      ],
    },
    ...findings.map((finding) => findingSection(finding, writing)),
    ...(declaredSteps.length > 0
      ? [{ heading: words.steps, paragraphs: declaredSteps.map(({ message }) => message[language]) }]
      : []),
  ];
}

function findingSection(finding: ProbeFinding, writing: Writing): ReportSection {
  const { words } = writing;
  const { cases, message, party, rules } = finding;
  const shown = cases.map((one): Shown => ({ ...one, scheduled: one.request.scheduled ?? [] }));
  return {
    heading: message[writing.language],
    ...(cases.length > 0 ? { tables: [caseTable(shown, party, writing)] } : {}),
    notes: [words.by([...new Set(rules.map((rule) => nameOf(rule, writing)))])],
  };
}

/** What a part of the policy or of deciding is called. */
function nameOf(id: string, { words, vocabulary }: Writing): string {
  return words.parts[id] ?? partName(id, vocabulary);
}

/** Several parts that something is left open in, as certificates list them. */
function namesOf(ids: string, writing: Writing): string {
  return ids
    .split(/,? /)
    .map((id) => nameOf(id, writing))
    .join(writing.language === "zh" ? "、" : ", ");
}

/** Whom every case that refutes a claim is about. */
const SUBJECT = "P1";

function proofSection(
  certificate: CertificateKept,
  asked: ProofPayload | undefined,
  writing: Writing,
): ReportSection {
  const { words, language } = writing;
  const { answer, reason, case: found, approximations, question, smtLib, claim } = certificate;
  const cases = (found?.outcomes ?? []).map(({ request, outcome, policy }): Shown => {
    const party = outcome.parties.find((one) => one.party === SUBJECT);
    return {
      request,
      version: policy.version,
      scheduled: request.scheduled ?? [],
      onRecord: [],
      chargeMinor: party?.totalMinor ?? 0,
      grade: party?.grade ?? null,
    };
  });
  return {
    heading: asked ? words.claim(asked, percentage(question.boundRate ?? 0)) : claim[language],
    paragraphs: [
      words.answers[answer],
      ...(reason ? [reason[language]] : []),
      ...(found ? [found.finding[language]] : []),
    ],
    ...(cases.length > 0 ? { tables: [caseTable(cases, SUBJECT, writing)] } : {}),
    notes: [
      ...(approximations.length === 0 ? [words.nothingOpen] : []),
      ...approximations.map(({ at, text }) => words.open(namesOf(at, writing), text[language])),
      words.solver(certificate, smtLib.sha256),
    ],
  };
}

/** Every hash in full, since nothing is found again by the beginning of one. */
function identitySection(
  { id, subject, resultHash }: CheckView,
  { identities }: CheckReportWords,
): ReportSection {
  return {
    heading: identities.title,
    tables: [
      {
        label: identities.title,
        columns: [
          { heading: identities.what, kind: "text" },
          { heading: identities.identity, kind: "text" },
        ],
        rows: [
          [identities.check, id],
          ...("draft" in subject ? [[identities.draft, subject.contentHash]] : []),
          ...(resultHash === null ? [] : [[identities.result, resultHash]]),
        ],
      },
    ],
    ...(resultHash === null ? {} : { notes: [identities.ofResult] }),
  };
}

type Shown = {
  readonly request: EvaluateRequest;
  /** Where cases are told apart by the version that they were decided under. */
  readonly version?: number;
  readonly scheduled: NonNullable<EvaluateRequest["scheduled"]>;
  readonly onRecord: readonly { readonly party: string; readonly code: string; readonly times: number }[];
  readonly chargeMinor: number;
  readonly grade: string | null;
};

/** Cases in columns: everything that they state, each thing once, and what each comes to. */
function caseTable(cases: readonly Shown[], party: string | undefined, writing: Writing): ReportTable {
  const { words, vocabulary, language, isDraft } = writing;
  const lines = new Map<string, readonly string[]>();
  const add = (name: string, textOf: (one: Shown) => string): void => void lines.set(name, cases.map(textOf));
  const stated = (fact: string, value: FactValue | undefined): string =>
    statedText(value, { within: "table", fact, vocabulary });
  for (const one of cases) {
    for (const fact of Object.keys(one.request.case.facts))
      add(labelOf(fact, vocabulary), ({ request }) => stated(fact, request.case.facts[fact]));
    for (const { id, facts } of one.request.case.parties)
      for (const fact of Object.keys(facts))
        add(words.ofParty(id, labelOf(fact, vocabulary)), ({ request }) =>
          stated(fact, request.case.parties.find((other) => other.id === id)?.facts[fact]),
        );
    for (const { party: who, code } of one.onRecord)
      add(words.onRecord(who, wordOf(code, vocabulary)), ({ onRecord }) =>
        String(onRecord.find((on) => on.party === who && on.code === code)?.times ?? 0),
      );
    for (const { party: who, month } of one.scheduled)
      add(words.planned(who, monthInWords(month, language)), ({ scheduled }) =>
        money(
          scheduled.reduce(
            (sum, on) => sum + (on.party === who && on.month === month ? on.amountMinor : 0),
            0,
          ),
          writing,
        ),
      );
  }
  if (party !== undefined) add(words.charged(party), ({ chargeMinor }) => money(chargeMinor, writing));
  if (cases.some(({ grade }) => grade !== null))
    add(words.grade, ({ grade }) => (grade === null ? words.none : wordOf(grade, vocabulary)));
  const isOfTwo = new Set(cases.map(({ version }) => version)).size > 1;
  return {
    label: words.cases,
    columns: [
      { heading: words.fact, kind: "text" },
      ...cases.map(({ version }, index) => ({
        heading:
          isOfTwo && version !== undefined
            ? words.under(isDraft && index === cases.length - 1 ? undefined : version)
            : words.nth(index + 1, cases.length),
        kind: "text" as const,
      })),
    ],
    rows: [...lines].map(([name, texts]) => [name, ...texts]),
  };
}

function money(minor: number, { vocabulary, language }: Writing): string {
  return amountText(minor, vocabulary.policy.currency)[language];
}
