import type { Command } from "commander";
import { type Builder, addCommand, invalid, readDay, readScope } from "../builder.ts";
import { EVIDENCE_HELP } from "../text/evidence-texts.ts";
import { SIMULATION_HELP } from "../text/simulation-texts.ts";
import { type SimulateCommand, simulateCases } from "./simulate-cases.ts";

/** `evenhand simulate`: a version or a draft against a version, over past cases. */
export function addSimulate(program: Command, builder: Builder): void {
  const { say, surroundings, end } = builder;
  addCommand(program, builder, { name: "simulate", text: SIMULATION_HELP.simulate })
    .requiredOption("--policy <id>", say(SIMULATION_HELP.policy))
    .requiredOption("--candidate <version>", say(SIMULATION_HELP.candidate), readCandidate)
    .option("--baseline <version>", say(SIMULATION_HELP.baseline), readVersion)
    .option("--from <day>", say(SIMULATION_HELP.from), readDay)
    .option("--to <day>", say(SIMULATION_HELP.to), readDay)
    .option("--scope <fact=value...>", say(SIMULATION_HELP.scope), readScope, [])
    .option("--group <facts...>", say(SIMULATION_HELP.group))
    .option("--json", say(SIMULATION_HELP.json), false)
    .option("--csv", say(SIMULATION_HELP.csv), false)
    .option("--database <file>", say(EVIDENCE_HELP.database))
    .addHelpText("after", `\n${say(SIMULATION_HELP.more)}`)
    .action(async (_options: unknown, command: Command) => {
      end(await simulateCases(command.opts<SimulateCommand>(), surroundings));
    });
}

function readCandidate(text: string): SimulateCommand["candidate"] {
  if (/^[1-9]\d{0,8}$/.test(text)) return { version: Number(text) };
  if (text.startsWith("draft-")) return { draft: text };
  throw invalid(text, { en: "the number of a version or the id of a draft", zh: "版本号或草案编号" });
}

function readVersion(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw invalid(text, { en: "the number of a version", zh: "版本号" });
}
