import type { Language } from "@evenhand/domain";
import { Command, Option } from "commander";
import description from "../package.json" with { type: "json" };
import { type Builder, addCommand, invalid, oneOf, readLanguage, readVersion } from "./builder.ts";
import { CannotGoOn } from "./cannot-go-on.ts";
import { addBackup } from "./commands/backup.ts";
import { diffCommand } from "./commands/diff.ts";
import { addErase } from "./commands/erase.ts";
import { evaluateCommand } from "./commands/evaluate.ts";
import { addExport } from "./commands/export.ts";
import { addFairness } from "./commands/fairness.ts";
import { addImport } from "./commands/import.ts";
import { policiesCommand } from "./commands/policies.ts";
import { probeCommand } from "./commands/probe.ts";
import { addProve } from "./commands/prove.ts";
import { readCommand } from "./commands/read.ts";
import { addReplay } from "./commands/replay.ts";
import { requirementsCommand } from "./commands/requirements.ts";
import { schemaCommand } from "./commands/schema.ts";
import { addSimulate } from "./commands/simulate.ts";
import { validateCommand } from "./commands/validate.ts";
import { addVerify } from "./commands/verify.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { DEFAULT_RULES } from "./rules.ts";
import type { Surroundings } from "./surroundings.ts";
import { helpIn } from "./text/help-layout.ts";
import { HELP } from "./text/help-texts.ts";

/**
 * Runs one command; what it ends with is handed to `end`. INVARIANT: the language of the surroundings is already the one
 * that `--lang` asks for, so that option is only checked here.
 */
export function programOf(surroundings: Surroundings, end: (code: ExitCode) => void): Command {
  const builder: Builder = { surroundings, end, say: (text) => text[surroundings.language] };
  const program = new Command("evenhand");
  configure(program, builder);
  addEvaluate(program, builder);
  addValidate(program, builder);
  addProbe(program, builder);
  addRead(program, builder);
  addDiff(program, builder);
  addRequirements(program, builder);
  addPolicies(program, builder);
  addSchema(program, builder);
  addProve(program, builder);
  addImport(program, builder);
  addExport(program, builder);
  addVerify(program, builder);
  addReplay(program, builder);
  addSimulate(program, builder);
  addFairness(program, builder);
  addBackup(program, builder);
  addErase(program, builder);
  return program;
}

type Shared = { readonly rules: string };

function configure(program: Command, { surroundings, say }: Builder): void {
  program
    .description(say(HELP.program))
    .addOption(new Option("--rules <folder>", say(HELP.rules)).default(DEFAULT_RULES, "rules/"))
    .addOption(new Option("--lang <language>", say(HELP.language)).argParser(readLanguage))
    .version(description.version, "--version", say(HELP.version))
    .helpOption("--help", say(HELP.help))
    .helpCommand(false)
    .addHelpText("after", `\n${say(HELP.exitCodes)}`)
    .configureHelp(helpIn(surroundings.language))
    .configureOutput({
      writeOut: (text) => void surroundings.out(text),
      writeErr: surroundings.err,
      outputError: () => {},
    })
    .exitOverride();
}

function addEvaluate(program: Command, builder: Builder): void {
  const { say, surroundings, end } = builder;
  type Options = {
    readonly request?: string;
    readonly requests?: string;
    readonly explain?: Language;
    readonly evaluator: "compiled" | "reference";
    readonly at?: string;
    readonly policyVersion?: number;
  };
  addCommand(program, builder, { name: "evaluate", text: HELP.evaluate })
    .argument("<policy>", say(HELP.policy))
    .addOption(new Option("--request <file>", say(HELP.request)).conflicts("requests"))
    .addOption(new Option("--requests <file>", say(HELP.requests)))
    .addOption(new Option("--explain <language>", say(HELP.explain)).argParser(readLanguage))
    .addOption(
      new Option("--evaluator <name>", say(HELP.evaluator))
        .argParser(oneOf(["compiled", "reference"]))
        .default("compiled"),
    )
    .addOption(new Option("--at <moment>", say(HELP.at)))
    .addOption(new Option("--policy-version <number>", say(HELP.policyVersion)).argParser(readVersion))
    .addHelpText("after", `\n${say(HELP.evaluateMore)}\n\n${say(HELP.exitCodes)}`)
    .action(async (policy: string, _options: unknown, command: Command) => {
      const { request, requests, ...options } = command.opts<Options>();
      const { rules } = command.optsWithGlobals<Shared>();
      const source = request === undefined ? { requests: requests ?? noSource() } : { request };
      end(await evaluateCommand({ ...options, rules, policy, source }, surroundings));
    });
}

function addValidate(program: Command, builder: Builder): void {
  const { say, surroundings, end } = builder;
  addCommand(program, builder, { name: "validate", text: HELP.validate })
    .argument("[targets...]", say(HELP.targets))
    .option("--json", say(HELP.json), false)
    .action(async (targets: readonly string[], _options: unknown, command: Command) => {
      const { rules, json } = command.optsWithGlobals<Shared & { readonly json: boolean }>();
      end(await validateCommand({ rules, targets, json }, surroundings));
    });
}

function addProbe(program: Command, builder: Builder): void {
  const { say, surroundings, end } = builder;
  type Options = { readonly seed: number; readonly protected?: readonly string[]; readonly json: boolean };
  addCommand(program, builder, { name: "probe", text: HELP.probe })
    .argument("<policy>", say(HELP.probeTarget))
    .addOption(new Option("--seed <number>", say(HELP.seed)).argParser(readSeed).default(1))
    .addOption(new Option("--protected <facts>", say(HELP.alsoProtected)).argParser(readNames))
    .option("--json", say(HELP.json), false)
    .action(async (target: string, _options: unknown, command: Command) => {
      const {
        rules,
        seed,
        protected: alsoProtected = [],
        json,
      } = command.optsWithGlobals<Shared & Options>();
      end(await probeCommand({ rules, target, seed, alsoProtected, json }, surroundings));
    });
}

function addRead(program: Command, builder: Builder): void {
  const { say, surroundings, end } = builder;
  addCommand(program, builder, { name: "read", text: HELP.read })
    .argument("<policy>", say(HELP.policyVersioned))
    .option("--json", say(HELP.json), false)
    .action(async (policy: string, _options: unknown, command: Command) => {
      const { rules, json } = command.optsWithGlobals<Shared & { readonly json: boolean }>();
      end(await readCommand({ rules, policy, json }, surroundings));
    });
}

function addDiff(program: Command, builder: Builder): void {
  const { say, surroundings, end } = builder;
  addCommand(program, builder, { name: "diff", text: HELP.diff })
    .argument("<policy>", say(HELP.policy))
    .argument("<before>", say(HELP.before), readVersion)
    .argument("<after>", say(HELP.after), readVersion)
    .option("--json", say(HELP.json), false)
    .action(async (policy: string, before: number, after: number, _options: unknown, command: Command) => {
      const { rules, json } = command.optsWithGlobals<Shared & { readonly json: boolean }>();
      end(await diffCommand({ rules, policy, before, after, json }, surroundings));
    });
}

function addRequirements(program: Command, builder: Builder): void {
  const { say, surroundings, end } = builder;
  addCommand(program, builder, { name: "requirements", text: HELP.requirements })
    .argument("<policy>", say(HELP.policyVersioned))
    .option("--example", say(HELP.exampleOnly), false)
    .action(async (policy: string, _options: unknown, command: Command) => {
      const { rules, example } = command.optsWithGlobals<Shared & { readonly example: boolean }>();
      end(await requirementsCommand({ rules, policy, exampleOnly: example }, surroundings));
    });
}

function addPolicies(program: Command, builder: Builder): void {
  const { say, surroundings, end } = builder;
  addCommand(program, builder, { name: "policies", text: HELP.policies })
    .option("--json", say(HELP.json), false)
    .action(async (_options: unknown, command: Command) => {
      const { rules, json } = command.optsWithGlobals<Shared & { readonly json: boolean }>();
      end(await policiesCommand({ rules, json }, surroundings));
    });
}

function addSchema(program: Command, builder: Builder): void {
  addCommand(program, builder, { name: "schema", text: HELP.schema }).action(async () => {
    builder.end(await schemaCommand(builder.surroundings));
  });
}

function readSeed(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw invalid(text, {
    en: "a seed, a whole number up to 999999999",
    zh: "有效的种子（不超过999999999的整数）",
  });
}

function readNames(text: string): readonly string[] {
  return text.split(",").map((name) => name.trim());
}

function noSource(): never {
  throw new CannotGoOn(EXIT.invalid, {
    en: "nothing says where the request is: give `--request` or `--requests`",
    zh: "未指定请求：请使用`--request`或`--requests`",
  });
}
