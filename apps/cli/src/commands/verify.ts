import type { Command } from "commander";
import { type Builder, addCommand } from "../builder.ts";
import { EVIDENCE_HELP } from "../text/evidence-texts.ts";
import { verifyDatabase } from "./verify-database.ts";
import { verifyReceiptFile } from "./verify-receipt.ts";

type Options = {
  readonly key?: string;
  readonly since?: string;
  readonly save?: string;
  readonly database?: string;
};

/** `evenhand verify`: a receipt, the log, or the whole database. */
export function addVerify(program: Command, builder: Builder): void {
  const { say, surroundings, end } = builder;
  addCommand(program, builder, { name: "verify", text: EVIDENCE_HELP.verify })
    .argument("[what]", say(EVIDENCE_HELP.what))
    .option("--key <vkey>", say(EVIDENCE_HELP.key))
    .option("--since <file>", say(EVIDENCE_HELP.since))
    .option("--save <file>", say(EVIDENCE_HELP.save))
    .option("--database <file>", say(EVIDENCE_HELP.database))
    .addHelpText("after", `\n${say(EVIDENCE_HELP.verifyMore)}`)
    .action(async (what: string | undefined, _options: unknown, command: Command) => {
      const options = command.opts<Options>();
      const isDatabase = what === undefined || what === "log";
      end(
        await (isDatabase
          ? verifyDatabase({ ...options, logOnly: what === "log" }, surroundings)
          : verifyReceiptFile({ ...options, file: what }, surroundings)),
      );
    });
}
