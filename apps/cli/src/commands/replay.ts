import { parseDay } from "@evenhand/domain";
import { type Command, Option } from "commander";
import { type Builder, addCommand, invalid, oneOf } from "../builder.ts";
import { EVIDENCE_HELP } from "../text/evidence-texts.ts";
import { type ReplayCommand, replayDecisions } from "./replay-decisions.ts";

type Options = Omit<ReplayCommand, "decisions">;

/** `evenhand replay`: single decisions, those of some days or a policy, or all. */
export function addReplay(program: Command, builder: Builder): void {
  const { say, surroundings, end } = builder;
  addCommand(program, builder, { name: "replay", text: EVIDENCE_HELP.replay })
    .argument("[decisions...]", say(EVIDENCE_HELP.decisions))
    .option("--all", say(EVIDENCE_HELP.all), false)
    .option("--from <day>", say(EVIDENCE_HELP.from), readDay)
    .option("--until <day>", say(EVIDENCE_HELP.until), readDay)
    .option("--policy <id>", say(EVIDENCE_HELP.policy))
    .addOption(
      new Option("--evaluator <name>", say(EVIDENCE_HELP.evaluator))
        .argParser(oneOf(["both", "compiled"]))
        .default("both"),
    )
    .option("--json", say(EVIDENCE_HELP.replayJson), false)
    .option("--database <file>", say(EVIDENCE_HELP.database))
    .addHelpText("after", `\n${say(EVIDENCE_HELP.replayMore)}`)
    .action(async (decisions: readonly string[], _options: unknown, command: Command) => {
      end(await replayDecisions({ ...command.opts<Options>(), decisions }, surroundings));
    });
}

const MS_A_DAY = 86_400_000;

/** The first moment of a day in UTC, epoch milliseconds. */
function readDay(text: string): number {
  const day = parseDay(text);
  if (day !== undefined) return day * MS_A_DAY;
  throw invalid(text, { en: "a day such as `2026-07-10`", zh: "日期，如`2026-07-10`" });
}
