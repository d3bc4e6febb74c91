import type { Command } from "commander";
import { type Builder, addCommand, readDay, readScope } from "../builder.ts";
import { EVIDENCE_HELP } from "../text/evidence-texts.ts";
import { FAIRNESS_HELP } from "../text/fairness-texts.ts";
import { readPart, readRank, readReference, readStep } from "./read-fairness-options.ts";
import { type FairnessCommand, reviewFairness } from "./review-fairness.ts";

/** `evenhand fairness`: how recorded decisions treated groups and like cases. */
export function addFairness(program: Command, builder: Builder): void {
  const { say, surroundings, end } = builder;
  addCommand(program, builder, { name: "fairness", text: FAIRNESS_HELP.fairness })
    .requiredOption("--policy <id>", say(FAIRNESS_HELP.policy))
    .option("--from <day>", say(FAIRNESS_HELP.from), readDay)
    .option("--to <day>", say(FAIRNESS_HELP.to), readDay)
    .option("--scope <fact=value...>", say(FAIRNESS_HELP.scope), readScope, [])
    .option("--category <kinds...>", say(FAIRNESS_HELP.category))
    .option("--group <facts...>", say(FAIRNESS_HELP.group))
    .option("--reference <fact=value...>", say(FAIRNESS_HELP.reference), readReference)
    .option("--same <facts...>", say(FAIRNESS_HELP.same))
    .option("--any-kind", say(FAIRNESS_HELP.anyKind), false)
    .option("--any-loss", say(FAIRNESS_HELP.anyLoss), false)
    .option("--cross <facts...>", say(FAIRNESS_HELP.cross))
    .option("--rank <fact[=values]>", say(FAIRNESS_HELP.rank), readRank)
    .option("--parts <part=by:fact...>", say(FAIRNESS_HELP.parts), readPart)
    .option("--pay <facts...>", say(FAIRNESS_HELP.pay))
    .option("--steps <step=fact...>", say(FAIRNESS_HELP.steps), readStep)
    .option("--unit <fact>", say(FAIRNESS_HELP.unit))
    .option("--draft <id>", say(FAIRNESS_HELP.draft))
    .option("--json", say(FAIRNESS_HELP.json), false)
    .option("--csv", say(FAIRNESS_HELP.csv), false)
    .option("--database <file>", say(EVIDENCE_HELP.database))
    .addHelpText("after", `\n${say(FAIRNESS_HELP.more)}`)
    .action(async (_options: unknown, command: Command) => {
      end(await reviewFairness(command.opts<FairnessCommand>(), surroundings));
    });
}
