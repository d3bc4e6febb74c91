import {
  type EvaluateResponse,
  type ExplanationStep,
  type Language,
  type PolicyVersion,
  type Reference,
} from "@evenhand/domain";
import { notAppliedLines } from "./explanation/not-applied.ts";
import { TOLD_STAGES, readerOf } from "./explanation/reader-of.ts";
import { type ExplanationReader, type WrittenStep, writtenSteps } from "./explanation/steps.ts";

/**
 * A decision as the person concerned can read and check it: which case it is, what came out for whom, under which
 * version, each step on the way with what it saw and its arithmetic, what did not apply and why not, what is to be noted,
 * and by which hashes to find every document it rested on.
 * `version` is the one that the response was decided under. Ends with a line break.
 *
 * @example readExplanation(version, response, "en")
 * // "Decision\n  Case: 2026-07\n  …\n\nResult\n  The complaint is upheld.\n  P1 (responsible person): bears 10% of the loss, 1,200.00; …"
 */
export function readExplanation(
  version: PolicyVersion,
  response: EvaluateResponse,
  language: Language,
): string {
  const reader = readerOf(version, response, language);
  const sections = [
    section(reader.words.headings.decision, reader.words.decision(response)),
    section(reader.words.headings.result, resultLines(response, reader)),
    section(reader.words.headings.version, versionLines(response, reader)),
    section(reader.words.headings.steps, stepLines(response, reader)),
    section(reader.words.headings.notApplied, omittedLines(response, reader)),
    section(reader.words.headings.warnings, warningLines(response, reader)),
    section(reader.words.headings.check, reader.words.check(response)),
  ];
  return sections.filter((text) => text !== "").join("\n");
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `${[title, ...lines.map((line) => `  ${line}`)].join("\n")}\n`;
}

function resultLines(
  { outcome, explanation }: EvaluateResponse,
  { words, vocabulary }: ExplanationReader,
): readonly string[] {
  const exempt = new Set(
    outcome.parties
      .filter(({ exemption, totalMinor }) => exemption !== undefined && totalMinor === 0)
      .map(({ party }) => party),
  );
  const referencesOf = (party: string): readonly Reference[] =>
    restsOn(party, explanation, exempt.has(party) ? IDLE_WHEN_EXEMPT : IDLE);
  const levelSaidBy = explanation.find(
    ({ kind, stands, effect }) => kind === "rule" && stands === true && effect?.type === "authority",
  )?.label;
  return words.outcome(outcome, { vocabulary, referencesOf, levelSaidBy });
}

/** Events that say nothing of what a party owes or gets; where it is exempt, its claim and its share come to nothing too. */
const IDLE: ReadonlySet<string> = new Set(["measure", "warn"]);
const IDLE_WHEN_EXEMPT: ReadonlySet<string> = new Set([...IDLE, "bear", "deduct", "suspend"]);

/** The articles that a party's result rests on: those of the rules that stand against or for the party. */
function restsOn(
  party: string,
  explanation: readonly ExplanationStep[],
  idle: ReadonlySet<string>,
): readonly Reference[] {
  const found = new Map<string, Reference>();
  for (const { kind, stands, effect, references, party: asked } of explanation) {
    if (kind !== "rule" || stands !== true || !effect || idle.has(effect.type)) continue;
    const whom = effect.params["on"] ?? asked;
    if (whom !== party) continue;
    for (const reference of references)
      found.set(JSON.stringify([reference.source, reference.article]), reference);
  }
  return [...found.values()];
}

function versionLines(
  { explanation }: EvaluateResponse,
  { words, vocabulary }: ExplanationReader,
): readonly string[] {
  return explanation.filter(({ kind }) => kind === "version").map((step) => words.version(step, vocabulary));
}

function stepLines({ explanation }: EvaluateResponse, reader: ExplanationReader): readonly string[] {
  let number = 0;
  return TOLD_STAGES.flatMap((stage) => {
    const steps = writtenSteps(
      explanation.filter((step) => step.stage === stage),
      reader,
    );
    if (steps.length === 0) return [];
    const lines = steps.flatMap((step) => {
      number += 1;
      return numbered(step, number, reader);
    });
    return [reader.words.stages[stage], ...lines];
  });
}

function numbered(
  { title, parties, lines }: WrittenStep,
  number: number,
  { words, vocabulary }: ExplanationReader,
): readonly string[] {
  const lead = `${number}. `;
  const margin = " ".repeat(lead.length);
  const whom =
    parties.length === 0
      ? ""
      : vocabulary.language === "zh"
        ? `——${words.parties(parties)}`
        : ` – ${words.parties(parties)}`;
  return [`${lead}${title}${whom}`, ...lines.map((line) => margin + line)].map((line) => `  ${line}`);
}

function omittedLines({ explanation }: EvaluateResponse, reader: ExplanationReader): readonly string[] {
  return TOLD_STAGES.flatMap((stage) => {
    const lines = notAppliedLines(
      explanation.filter((step) => step.stage === stage),
      reader,
    );
    return lines.length === 0 ? [] : [reader.words.stages[stage], ...lines.map((line) => `  - ${line}`)];
  });
}

/** Names of facts that a warning quotes are read by their labels. */
function warningLines(
  { outcome }: EvaluateResponse,
  { words, vocabulary }: ExplanationReader,
): readonly string[] {
  const { language, catalogue } = vocabulary;
  return outcome.warnings.map(({ text, party }) => {
    const named = text[language].replaceAll(/ ?`([^`]+)` ?/g, (whole, name: string) => {
      const label = catalogue.get(name)?.label[language];
      if (language === "zh") return `“${label ?? name}”`;
      return label === undefined ? whole : whole.replace(`\`${name}\``, `“${label}”`);
    });
    const unnamed = party === undefined || named.includes(party) ? undefined : party;
    return `- ${words.warning(named, unnamed, vocabulary)}`;
  });
}
