import { type LocalizedText, type Solve, type SolverAnswer, bytesHash } from "@evenhand/domain";
import { poseCap } from "./cap.ts";
import { capRateOf } from "./facts.ts";
import { readModel } from "./model.ts";
import { poseNoMoreThan } from "./no-more-than.ts";
import type { CapBound, ConfirmedCase, Posed, Question } from "./posed.ts";
import type { Approximation } from "./script.ts";
import { type Term, and } from "./terms.ts";
import { poseUnique } from "./unique.ts";
import { ordinary, paid, smallest } from "./witness.ts";

/** The format of certificates, raised when what they hold changes. */
const CERTIFICATE = "evenhand-proof/1";

/** What was asked of whom, and what came out. Whoever has it can ask another solver the same text. */
export type Certificate = {
  readonly format: typeof CERTIFICATE;
  readonly question: { readonly kind: Question["kind"] } & CapBound;
  /** What was to be proved. */
  readonly claim: LocalizedText;
  /** The versions it is about, in the order of the question, by hash of their content. */
  readonly policies: readonly { readonly id: string; readonly version: number; readonly hash: string }[];
  readonly answer: "proved" | "refuted" | "not-decided";
  /** Why it is not decided. */
  readonly reason?: LocalizedText;
  /** The text that settled it: of a proof one that cannot hold, of a refutation one whose model is the case below. Undecided, nothing is expected. */
  readonly smtLib: { readonly text: string; readonly sha256: string; readonly expected?: "unsat" | "sat" };
  /** Where the text looks at more cases than there are. A proof holds nonetheless; a case is only given once the engine confirmed it. */
  readonly approximations: readonly Approximation[];
  readonly solver: SolverAnswer["solver"];
  /** For each question put to the solver, of which there are four at most. */
  readonly timeLimitMs: number;
  /** Of a refutation. */
  readonly case?: ConfirmedCase;
};

export type ProveWith = { readonly solve: Solve; readonly timeLimitMs: number };

/**
 * Asks a solver about every case at once. `proved`: no case contradicts the claim. `refuted`: this one does, and the
 * engine decides it so. Otherwise `not-decided`, with the reason; never a guess.
 *
 * ```ts
 * await prove({ kind: "cap", version: complaintFines2 }, { solve, timeLimitMs: 30_000 })
 * // { answer: "proved", claim: { en: "no month takes more than 0.5 of anybody's monthly bonus, …" }, … }
 * ```
 */
export async function prove(question: Question, { solve, timeLimitMs }: ProveWith): Promise<Certificate> {
  const posed = pose(question);
  const text = posed.world.script.text([posed.violation]);
  const answer = await solve(text, timeLimitMs);
  const certify = certifier(question, posed, { solver: answer.solver, timeLimitMs });
  if (answer.result === "unsat") return certify(text, { answer: "proved" });
  const found = await findCase(posed, { solve, timeLimitMs });
  if (found) return certify(found.text, { answer: "refuted", case: found.confirmed });
  return certify(text, { answer: "not-decided", reason: whyNot(answer, timeLimitMs) });
}

function pose(question: Question): Posed {
  switch (question.kind) {
    case "cap":
      return poseCap(question.version, question);
    case "unique":
      return poseUnique(question.version, question);
    case "no-more-than":
      return poseNoMoreThan(question);
  }
}

type Found = { readonly text: string; readonly confirmed: ConfirmedCase };

/** A case of one person alone that the engine confirms: one with ordinary figures where there is one, else any. */
async function findCase(posed: Posed, { solve, timeLimitMs }: ProveWith): Promise<Found | undefined> {
  const { world, versions, violation, confirm } = posed;
  const last = versions.at(-1);
  if (!last) throw new Error("a question is about a version");
  const usual = and(ordinary(world, last.version.policy), paid(world, last));
  const narrowed: readonly (readonly Term[])[] = [
    [violation, world.alone, usual, smallest(world)],
    [violation, world.alone, usual],
    [violation, world.alone],
  ];
  for (const terms of narrowed) {
    const text = world.script.text(terms);
    const answer = await solve(text, timeLimitMs);
    if (answer.result !== "sat") continue;
    const confirmed = confirm(readModel(answer.model));
    if (confirmed) return { text, confirmed };
  }
  return undefined;
}

function whyNot(answer: SolverAnswer, timeLimitMs: number): LocalizedText {
  switch (answer.result) {
    case "timed-out":
      return {
        en: `the solver had not come to an end after ${timeLimitMs / 1000} s`,
        zh: `求解器在${timeLimitMs / 1000}秒内未得出结果`,
      };
    case "unavailable":
      return {
        en: "the solver could not be asked, or broke while it was at work",
        zh: "求解器无法调用，或在求解过程中出错",
      };
    case "unknown":
      return { en: `the solver does not know: ${answer.reason}`, zh: `求解器无法判定：${answer.reason}` };
    default:
      return {
        en: "the text can hold, but no case of one person was found that the engine confirms; what is left open in the text may be the reason",
        zh: "该命题文本可以成立，但未找到经核算程序确认的单人案件；原因可能在于文本中未作限定的部分",
      };
  }
}

type Answered = Pick<Certificate, "answer" | "reason" | "case">;

function certifier(
  question: Question,
  { claim, versions, world }: Posed,
  asked: Pick<Certificate, "solver" | "timeLimitMs">,
): (text: string, answered: Answered) => Certificate {
  return (text, answered) => ({
    format: CERTIFICATE,
    question: asAsked(question),
    claim,
    policies: versions.map(({ version: { policy, hash } }) => ({
      id: policy.id,
      version: policy.version,
      hash,
    })),
    ...answered,
    smtLib: {
      text,
      sha256: bytesHash(new TextEncoder().encode(text)),
      ...(answered.answer === "not-decided"
        ? {}
        : { expected: answered.answer === "proved" ? ("unsat" as const) : ("sat" as const) }),
    },
    approximations: world.script.approximations,
    ...asked,
  });
}

/** The question with all that was meant by it, but without its versions, which the certificate names by their hashes. */
function asAsked(question: Question): Certificate["question"] {
  if (question.kind !== "cap") return { kind: question.kind };
  const { kind, version, boundRate = capRateOf(version.version.policy), ofOneCase = false } = question;
  return { kind, boundRate, ofOneCase };
}
