import { type Certificate, type Question, prove } from "@evenhand/analysis";
import { hasAtMostSixPlaces } from "@evenhand/domain";
import type { BookedVersion } from "@evenhand/service";
import { solveWithZ3 } from "@evenhand/solver";
import type { Command } from "commander";
import { type Builder, addCommand, invalid, readVersion } from "../builder.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { outFile } from "../out-file.ts";
import { openRules, readPolicyName, versionNamed } from "../rules.ts";
import type { Surroundings } from "../surroundings.ts";
import { HELP } from "../text/help-texts.ts";
import { PROOF_HELP, PROOF_SAYS } from "../text/proof-texts.ts";

type Options = {
  readonly rules: string;
  readonly timeLimit: number;
  readonly json: boolean;
  readonly out?: string;
  readonly force: boolean;
};

type CapOptions = { readonly bound?: number; readonly ofOneCase?: boolean };

/** `evenhand prove` with everything that can be asked. */
export function addProve(program: Command, builder: Builder): void {
  const { say, surroundings, end } = builder;
  const parent = addCommand(program, builder, { name: "prove", text: PROOF_HELP.prove }).helpCommand(false);
  addQuestion(parent, builder, { name: "cap", text: PROOF_HELP.cap })
    .argument("<policy>", say(HELP.policyVersioned))
    .option("--bound <rate>", say(PROOF_HELP.bound), readRate)
    .option("--of-one-case", say(PROOF_HELP.ofOneCase))
    .action(async (policy: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options & CapOptions>();
      const { bound, ofOneCase } = options;
      const question = {
        kind: "cap",
        version: loadedOf(options.rules, policy, surroundings),
        ...(bound === undefined ? {} : { boundRate: bound }),
        ...(ofOneCase === undefined ? {} : { ofOneCase }),
      } as const;
      end(await proveCommand(question, options, surroundings));
    });
  addQuestion(parent, builder, { name: "unique", text: PROOF_HELP.unique })
    .argument("<policy>", say(HELP.policyVersioned))
    .action(async (policy: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const version = loadedOf(options.rules, policy, surroundings);
      end(await proveCommand({ kind: "unique", version }, options, surroundings));
    });
  addQuestion(parent, builder, { name: "no-more-than", text: PROOF_HELP.noMoreThan })
    .argument("<policy>", say(HELP.policy))
    .argument("<before>", say(HELP.before), readVersion)
    .argument("<after>", say(HELP.after), readVersion)
    .action(async (id: string, earlier: number, later: number, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const [before, after] = [earlier, later].map((version) =>
        loadedOf(options.rules, `${id}@${version}`, surroundings),
      );
      if (!before || !after) throw new Error("a version that was found is missing");
      end(await proveCommand({ kind: "no-more-than", before, after }, options, surroundings));
    });
}

const USUAL_TIME_S = 30;
const MOST_TIME_S = 3_600;

function addQuestion(parent: Command, builder: Builder, named: Parameters<typeof addCommand>[2]): Command {
  const { say } = builder;
  return addCommand(parent, builder, named)
    .option("--time-limit <seconds>", say(PROOF_HELP.timeLimit), readSeconds, USUAL_TIME_S)
    .option("--out <file>", say(PROOF_HELP.out))
    .option("--force", say(PROOF_HELP.force), false)
    .option("--json", say(PROOF_HELP.json), false)
    .addHelpText("after", `\n${say(PROOF_HELP.more)}`);
}

function loadedOf(rules: string, policy: string, surroundings: Surroundings): BookedVersion["loaded"] {
  const name = readPolicyName(policy);
  return versionNamed(openRules(rules, surroundings, name.id), name).loaded;
}

async function proveCommand(
  question: Question,
  { timeLimit, json, out, force }: Options,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const write = out === undefined ? undefined : outFile(out, { force });
  const certificate = await prove(question, { solve: solveWithZ3, timeLimitMs: timeLimit * 1_000 });
  const document = `${JSON.stringify(certificate, null, 2)}\n`;
  write?.(document);
  await surroundings.out(json ? document : textOf(certificate, surroundings));
  return CODES[certificate.answer];
}

const CODES: Readonly<Record<Certificate["answer"], ExitCode>> = {
  proved: EXIT.decided,
  refuted: EXIT.differs,
  "not-decided": EXIT.cannot,
};

function textOf(certificate: Certificate, { language }: Surroundings): string {
  const { answer, claim, reason, case: found, approximations, solver, smtLib } = certificate;
  const colon = PROOF_SAYS.colon[language];
  const lines = [
    `${PROOF_SAYS.answer[answer][language]}${colon}${claim[language]}`,
    ...(reason ? [`    ${reason[language]}`] : []),
    ...(found ? [`    ${found.finding[language]}`, PROOF_SAYS.case[language]] : []),
    ...(found?.outcomes ?? []).map(
      ({ policy, request }) => `    ${policy.id}@${policy.version} ${JSON.stringify(request)}`,
    ),
    ...(approximations.length > 0 ? [PROOF_SAYS.approximated[language]] : []),
    ...approximations.map(({ at, text }) => `    ${at}${colon}${text[language]}`),
    PROOF_SAYS.solver(solver.name, solver.version, smtLib.sha256)[language],
  ];
  return `${lines.join("\n")}\n`;
}

function readRate(text: string): number {
  const rate = Number(text);
  if (/^\d+(?:\.\d+)?$/.test(text) && rate <= 1 && hasAtMostSixPlaces(rate)) return rate;
  throw invalid(text, { en: "a rate from 0 to 1 such as `0.5`", zh: "0至1之间的比率，如`0.5`" });
}

function readSeconds(text: string): number {
  const seconds = Number(text);
  if (/^[1-9]\d{0,3}$/.test(text) && seconds <= MOST_TIME_S) return seconds;
  throw invalid(text, {
    en: `a whole number of seconds from 1 to ${MOST_TIME_S}`,
    zh: `1至${MOST_TIME_S}之间的整秒数`,
  });
}
