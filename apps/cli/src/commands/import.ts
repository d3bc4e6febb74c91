import { type Command, Option } from "commander";
import { type Builder, addCommand } from "../builder.ts";
import { CannotGoOn } from "../cannot-go-on.ts";
import { EXIT } from "../exit-code.ts";
import { IMPORT_HELP } from "../text/import-texts.ts";
import { importCases } from "./import-cases.ts";

type Options = {
  readonly policy: string;
  readonly map?: readonly string[];
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly json: boolean;
  readonly csv: boolean;
};

/** `evenhand import`. */
export function addImport(program: Command, builder: Builder): void {
  const { say, surroundings, end } = builder;
  addCommand(program, builder, { name: "import", text: IMPORT_HELP.import })
    .argument("<file>", say(IMPORT_HELP.file))
    .requiredOption("--policy <id>", say(IMPORT_HELP.policy))
    .option("--map <columns...>", say(IMPORT_HELP.map))
    .addOption(new Option("--dry-run", say(IMPORT_HELP.dryRun)).default(false).conflicts("yes"))
    .addOption(new Option("--yes", say(IMPORT_HELP.yes)).default(false))
    .addOption(new Option("--json", say(IMPORT_HELP.json)).default(false).conflicts("csv"))
    .addOption(new Option("--csv", say(IMPORT_HELP.csv)).default(false))
    .addHelpText("after", `\n${say(IMPORT_HELP.more)}`)
    .action(async (file: string, _options: unknown, command: Command) => {
      const { dryRun, yes, map = [], ...options } = command.opts<Options>();
      if (!dryRun && !yes) throw new CannotGoOn(EXIT.invalid, NOT_SAID, { help: SAY_IT });
      end(await importCases({ ...options, map, file, isDryRun: dryRun }, surroundings));
    });
}

const NOT_SAID = {
  en: "nothing says whether the cases are to be kept",
  zh: "未说明是否保存案件",
};
const SAY_IT = {
  en: "give `--dry-run` to check every row and keep nothing, then `--yes`",
  zh: "请先用`--dry-run`检查各行（不保存），再用`--yes`导入",
};
