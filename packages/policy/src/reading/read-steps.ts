import type { EvaluateResponse, ExplanationStep, Language, PolicyVersion, Stage } from "@evenhand/domain";
import { cited } from "./citation.ts";
import { TOLD_STAGES, readerOf } from "./explanation/reader-of.ts";
import { writtenSteps } from "./explanation/steps.ts";

/** One step of the way from a case to its outcome, as it is read. */
export type ReadStep = {
  readonly stage: "version" | Stage;
  /** What the stage is called. */
  readonly stageName: string;
  readonly heading: string;
  /** The articles that it rests on, as they are cited; empty where it rests on none. */
  readonly clause: string;
  /** Of whom it is told; nobody in particular where the list is empty. */
  readonly parties: readonly string[];
  /** What was seen, what followed, and the arithmetic, a line each. */
  readonly lines: readonly string[];
  /** What it is read from: a step for each party of whom it reads the same. */
  readonly of: readonly ExplanationStep[];
};

/**
 * The steps of a decision that came to something, one by one, for whoever shows more of each than a letter does. In the
 * same words and order as `readExplanation`; which version was used, and why, comes first.
 * `version` is the one that the decision was made under.
 *
 * @example
 * readSteps(version, response, "en")[2]
 * // { stage: "attribution", stageName: "Attribution", heading: "By points", clause: "Art. 21(2)", parties: ["P1", "P2"],
 * //   lines: ["Because the complaint is upheld, they bear the loss in the proportion of their points …"], of: […] }
 */
export function readSteps(
  version: PolicyVersion,
  response: Pick<EvaluateResponse, "outcome" | "explanation">,
  language: Language,
): readonly ReadStep[] {
  const reader = readerOf(version, response, language);
  const { words, vocabulary } = reader;
  const clauseOf = ([first]: readonly ExplanationStep[]): string =>
    cited(first?.references ?? [], vocabulary);
  const isOf = (stage: ReadStep["stage"]) => response.explanation.filter((step) => step.stage === stage);
  const versions = isOf("version").map((step) => ({
    stage: "version" as const,
    stageName: words.headings.version,
    heading: words.version(step, vocabulary),
    clause: clauseOf([step]),
    parties: [],
    lines: step.note ? [words.note(step.note[language], vocabulary)] : [],
    of: [step],
  }));
  const told = TOLD_STAGES.flatMap((stage) =>
    writtenSteps(isOf(stage), reader).map(({ heading, parties, lines, of }) => ({
      stage,
      stageName: words.stages[stage],
      heading,
      clause: clauseOf(of),
      parties,
      lines,
      of,
    })),
  );
  return [...versions, ...told];
}
