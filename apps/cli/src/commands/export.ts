import { parseMonth } from "@evenhand/domain";
import { PAYROLL_LINES, STATEMENT_PARTS, TABLE_FORMATS } from "@evenhand/service";
import { type Command, Option } from "commander";
import { type Builder, addCommand, invalid, oneOf } from "../builder.ts";
import { EXPORT_HELP, EXPORT_SAYS } from "../text/export-texts.ts";
import { type ExportCommand, exportFile } from "./export-file.ts";

const PAGE_FORMATS = [...TABLE_FORMATS, "html"] as const;

/** `evenhand export` with everything that can be given out. */
export function addExport(program: Command, builder: Builder): void {
  const parent = addCommand(program, builder, { name: "export", text: EXPORT_HELP.export }).helpCommand(
    false,
  );
  addMonth(parent, builder, { kind: "payroll", formats: TABLE_FORMATS })
    .addOption(new Option("--lines <kind>", builder.say(EXPORT_HELP.lines)).argParser(oneOf(PAYROLL_LINES)))
    .option("--currency <code>", builder.say(EXPORT_HELP.currency));
  addMonth(parent, builder, { kind: "announcement", formats: PAGE_FORMATS }).option(
    "--currency <code>",
    builder.say(EXPORT_HELP.currency),
  );
  addMonth(parent, builder, { kind: "statistics", formats: TABLE_FORMATS }).option(
    "--currency <code>",
    builder.say(EXPORT_HELP.currency),
  );
  addStatement(parent, builder);
  addNotice(parent, builder);
  addPolicy(parent, builder);
}

type MonthKind = Extract<ExportCommand, { readonly month: string }>["kind"];

function addMonth(
  parent: Command,
  builder: Builder,
  { kind, formats }: { readonly kind: MonthKind; readonly formats: readonly string[] },
): Command {
  const { say } = builder;
  return addFile(parent, builder, { kind, formats })
    .requiredOption("--month <month>", say(EXPORT_HELP.month), readMonth)
    .action((_options: unknown, command: Command) => run(command, builder, { kind }));
}

function addStatement(parent: Command, builder: Builder): void {
  const { say } = builder;
  addFile(parent, builder, { kind: "statement", formats: PAGE_FORMATS, usual: "html" })
    .argument("<person>", say(EXPORT_HELP.person))
    .addOption(new Option("--part <table>", say(EXPORT_HELP.part)).argParser(oneOf(STATEMENT_PARTS)))
    .action((person: string, _options: unknown, command: Command) =>
      run(command, builder, { kind: "statement", person }),
    );
}

function addNotice(parent: Command, builder: Builder): void {
  const { say } = builder;
  addFile(parent, builder, { kind: "notice" })
    .argument("<decision>", say(EXPORT_HELP.decision))
    .option("--party <id>", say(EXPORT_HELP.party))
    .action((decision: string, _options: unknown, command: Command) =>
      run(command, builder, { kind: "notice", decision }),
    );
}

function addPolicy(parent: Command, builder: Builder): void {
  addFile(parent, builder, { kind: "policy" })
    .argument("<policy>", builder.say(EXPORT_HELP.policyName))
    .action((policy: string, _options: unknown, command: Command) =>
      run(command, builder, { kind: "policy", policy }),
    );
}

function addFile(
  parent: Command,
  builder: Builder,
  given: {
    readonly kind: ExportCommand["kind"];
    readonly formats?: readonly string[];
    readonly usual?: string;
  },
): Command {
  const { kind, formats, usual = "csv" } = given;
  const command = addCommand(parent, builder, { name: kind, text: EXPORT_HELP[kind] })
    .requiredOption("--out <file>", builder.say(EXPORT_HELP.out))
    .option("--force", builder.say(EXPORT_HELP.force));
  if (!formats) return command;
  return command.addOption(
    new Option("--format <format>", builder.say(EXPORT_SAYS.formats(formats, usual))).argParser(
      oneOf(formats),
    ),
  );
}

/** What the options were read to is what the command of this kind takes. */
async function run(
  command: Command,
  { surroundings, end }: Builder,
  given: Readonly<Record<string, string>> & { readonly kind: ExportCommand["kind"] },
): Promise<void> {
  end(await exportFile({ ...command.opts(), ...given } as unknown as ExportCommand, surroundings));
}

function readMonth(text: string): string {
  if (parseMonth(text) !== undefined) return text;
  throw invalid(text, { en: "a month such as `2026-07`", zh: "月份，如`2026-07`" });
}
