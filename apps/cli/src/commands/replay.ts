import { parseDay } from "@evenhand/domain";
import { type Command, Option } from "commander";
import { type Builder, addCommand, oneOf, readDay } from "../builder.ts";
import { EVIDENCE_HELP } from "../text/evidence-texts.ts";
import { type ReplayCommand, replayDecisions } from "./replay-decisions.ts";

type Options = Omit<ReplayCommand, "decisions">;

/** `evenhand replay`: single decisions, those of some days or a policy, or all. */
export function addReplay(program: Command, builder: Builder): void {
  const { say, surroundings, end } = builder;
  addCommand(program, builder, { name: "replay", text: EVIDENCE_HELP.replay })
    .argument("[decisions...]", say(EVIDENCE_HELP.decisions))
    .option("--all", say(EVIDENCE_HELP.all), false)
    .option("--from <day>", say(EVIDENCE_HELP.from), readMoment)
    .option("--until <day>", say(EVIDENCE_HELP.until), readMoment)
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
function readMoment(text: string): number {
  return (parseDay(readDay(text)) ?? 0) * MS_A_DAY;
}
