import { type EvaluateResponse, type Language, parseInstant, quote } from "@evenhand/domain";
import { readExplanation } from "@evenhand/policy";
import { type EvaluateOptions, type OpenedRules, type SentProblem, problemDocument } from "@evenhand/service";
import { CannotGoOn } from "../cannot-go-on.ts";
import { EXIT, type ExitCode, worst } from "../exit-code.ts";
import { type RequestText, readRequest, readRequestLines } from "../request/read-source.ts";
import { openRules } from "../rules.ts";
import type { Surroundings } from "../surroundings.ts";
import { problemText } from "../text/problem-text.ts";

export type EvaluateCommand = {
  readonly rules: string;
  readonly policy: string;
  /** One request in a file, or many in lines; `-` is standard input. */
  readonly source: { readonly request: string } | { readonly requests: string };
  /** Print the explanation to read, in this language, instead of the response. */
  readonly explain?: Language;
  readonly evaluator: "compiled" | "reference";
  /** RFC 3339; default now. */
  readonly at?: string;
  readonly policyVersion?: number;
};

/** Decides one request, or each of many. What cannot be evaluated is answered with a problem document in its place. */
export async function evaluateCommand(
  command: EvaluateCommand,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const work: Work = {
    command,
    surroundings,
    rules: openRules(command.rules, surroundings, command.policy),
    options: {
      evaluatedAt: momentOf(command.at) ?? surroundings.now(),
      evaluator: command.evaluator,
      ...(command.policyVersion === undefined ? {} : { policyVersion: command.policyVersion }),
    },
  };
  const { source } = command;
  if ("request" in source)
    return evaluateOne(work, await readRequest(source.request, surroundings.stdin), {});
  let code: ExitCode = EXIT.decided;
  for await (const { line, ...text } of readRequestLines(source.requests, surroundings.stdin)) {
    code = worst(code, await evaluateOne(work, text, { line }));
  }
  return code;
}

type Work = {
  readonly command: EvaluateCommand;
  readonly surroundings: Surroundings;
  readonly rules: OpenedRules;
  readonly options: EvaluateOptions;
};

/** The place of a request among many. */
type Place = { readonly line?: number };

function momentOf(at: string | undefined): number | undefined {
  if (at === undefined) return undefined;
  const moment = parseInstant(at);
  if (moment !== undefined) return moment;
  throw new CannotGoOn(
    EXIT.invalid,
    { en: `${quote(at)} is not a moment that exists`, zh: `${quote(at)}不是真实存在的时刻` },
    {
      help: {
        en: "write it with its offset, as `2026-07-10T09:00:00+08:00`",
        zh: "请连同时区一并填写，如`2026-07-10T09:00:00+08:00`",
      },
    },
  );
}

async function evaluateOne(work: Work, text: RequestText, place: Place): Promise<ExitCode> {
  if ("problem" in text) return printProblems(work, [text.problem], { place, code: EXIT.invalid });
  const evaluation = await work.rules.rulebook.evaluate(work.command.policy, text.text, work.options);
  if ("response" in evaluation) return printResponse(work, evaluation.response);
  if ("refusal" in evaluation)
    return printProblems(work, evaluation.refusal.problems, { place, code: EXIT.invalid });
  const { failure } = evaluation;
  work.surroundings.err(
    `${failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)}\n`,
  );
  return printProblems(work, [OUR_FAULT], { place, code: EXIT.failed });
}

async function printResponse(
  { command, surroundings, rules }: Work,
  response: EvaluateResponse,
): Promise<ExitCode> {
  await surroundings.out(
    command.explain ? explained(rules, response, command.explain) : json(command, response),
  );
  return response.outcome.disposition === "refused" ? EXIT.refused : EXIT.decided;
}

function explained({ rulebook }: OpenedRules, response: EvaluateResponse, language: Language): string {
  const found = rulebook.version(response.policy.id, response.policy.version);
  if ("refusal" in found) throw new Error("the version that decided is not there any more");
  return readExplanation(found.version, response, language);
}

/**
 * Where the output is JSON, the problem document stands in it in place of the response, so that a program reading it
 * gets an answer to each request; a person reads the same on the error stream.
 */
async function printProblems(
  { command, surroundings }: Work,
  problems: readonly SentProblem[],
  { place, code }: { readonly place: Place; readonly code: ExitCode },
): Promise<ExitCode> {
  const document = problemDocument(problems, { language: surroundings.language });
  const where = place.line === undefined ? "" : LINE[surroundings.language](place.line);
  surroundings.err(where + problemText(document));
  if (!command.explain) await surroundings.out(json(command, { ...document, ...place }));
  return code;
}

const LINE: Readonly<Record<Language, (line: number) => string>> = {
  en: (line) => `line ${line}: `,
  zh: (line) => `第${line}行：`,
};

/** One request is printed to be read, many are printed one line each. */
function json({ source }: EvaluateCommand, value: unknown): string {
  return `${JSON.stringify(value, null, "request" in source ? 2 : undefined)}\n`;
}

const OUR_FAULT: SentProblem = {
  code: "internal-error",
  at: "",
  message: {
    en: "the request could not be answered because of an error in the program; nothing was decided",
    zh: "程序内部出错，未能处理该请求，也未作出任何决定",
  },
};
