import { quote } from "@evenhand/domain";
import { AlreadyThere, StoreUnavailable, backUp } from "@evenhand/store";
import type { Command } from "commander";
import { type Builder, addCommand } from "../builder.ts";
import { CannotGoOn } from "../cannot-go-on.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { placeNamed } from "../store-at-hand.ts";
import { withStoreToRead } from "../store-to-read.ts";
import type { Surroundings } from "../surroundings.ts";
import { EVIDENCE_HELP, EVIDENCE_SAYS } from "../text/evidence-texts.ts";
import { EXPORT_SAYS } from "../text/export-texts.ts";

/** `evenhand backup`. */
export function addBackup(program: Command, builder: Builder): void {
  const { say, surroundings, end } = builder;
  addCommand(program, builder, { name: "backup", text: EVIDENCE_HELP.backup })
    .argument("<file>", say(EVIDENCE_HELP.backupFile))
    .addHelpText("after", `\n${say(EVIDENCE_HELP.backupMore)}`)
    .action(async (file: string) => end(await backupDatabase(file, surroundings)));
}

/** Copies the database of the service, while it runs or not, into a new file. */
export async function backupDatabase(file: string, surroundings: Surroundings): Promise<ExitCode> {
  const place = placeNamed(surroundings.env);
  if ("url" in place) throw new CannotGoOn(EXIT.invalid, NOT_SQLITE, { help: USE_PG_DUMP });
  // What is no database of ours, or a newer one, is not copied as if it were one.
  await withStoreToRead(surroundings, undefined, async () => undefined);
  const { bytes } = copy(place.file, file);
  await surroundings.out(`${EVIDENCE_SAYS.backedUp[surroundings.language](file, bytes)}\n`);
  return EXIT.decided;
}

function copy(from: string, to: string): { readonly bytes: number } {
  try {
    return backUp({ from, to });
  } catch (cause) {
    if (cause instanceof AlreadyThere)
      throw new CannotGoOn(EXIT.invalid, {
        en: `${quote(to)} is there already`,
        zh: `${quote(to)}已存在`,
      });
    if (cause instanceof StoreUnavailable) throw new CannotGoOn(EXIT.failed, cause.text, { cause });
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === undefined) throw cause;
    throw new CannotGoOn(EXIT.invalid, EXPORT_SAYS.notWritten(to, code), { cause });
  }
}

const NOT_SQLITE = {
  en: "the database is on PostgreSQL, which this command does not copy",
  zh: "数据库为PostgreSQL，本命令不予备份",
};
const USE_PG_DUMP = {
  en: "use `pg_dump --format=custom`, which is consistent while the service runs",
  zh: "请使用`pg_dump --format=custom`，可在服务运行时得到一致的备份",
};
