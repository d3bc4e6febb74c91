import { overwriteErased } from "@evenhand/store";
import type { Command } from "commander";
import { type Builder, addCommand } from "../builder.ts";
import { CannotGoOn } from "../cannot-go-on.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { withStore } from "../store-at-hand.ts";
import type { Surroundings } from "../surroundings.ts";
import { EVIDENCE_HELP, EVIDENCE_SAYS } from "../text/evidence-texts.ts";

/** `evenhand erase`. */
export function addErase(program: Command, builder: Builder): void {
  const { say, surroundings, end } = builder;
  addCommand(program, builder, { name: "erase", text: EVIDENCE_HELP.erase })
    .addHelpText("after", `\n${say(EVIDENCE_HELP.eraseMore)}`)
    .action(async () => end(await overwriteDatabase(surroundings)));
}

/** Overwrites what was erased and could not be overwritten then. */
export async function overwriteDatabase(surroundings: Surroundings): Promise<ExitCode> {
  return withStore(surroundings, async ({ store }) => {
    if (store.dialect !== "sqlite") throw new CannotGoOn(EXIT.invalid, NOT_SQLITE, { help: ASK_THE_SERVER });
    if (!(await overwriteErased(store))) throw new CannotGoOn(EXIT.failed, STILL_READ, { help: LATER });
    await surroundings.out(`${EVIDENCE_SAYS.overwritten[surroundings.language]}\n`);
    return EXIT.decided;
  });
}

const NOT_SQLITE = {
  en: "the database is on PostgreSQL, whose server keeps its files itself",
  zh: "数据库为PostgreSQL，其文件由服务器自行管理",
};
const ASK_THE_SERVER = {
  en: "its `vacuum full` writes tables anew; old logs and backups go by their own rules",
  zh: "可用其`vacuum full`重写各表；旧日志和备份按各自的保留规则处理",
};
const STILL_READ = {
  en: "others read for too long, so that what was erased is not overwritten yet",
  zh: "因他人持续读取，尚未完成覆写",
};
const LATER = { en: "try again when less goes on", zh: "请在空闲时重试" };
