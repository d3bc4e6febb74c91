import { renameSync, writeFileSync } from "node:fs";
import { canonicalJson } from "@evenhand/domain";
import { readCheckpoint } from "@evenhand/evidence";
import { type StoreVerification, type VerificationProgress, verifyStore } from "@evenhand/service";
import { type Store, metaValue } from "@evenhand/store";
import { CannotGoOn } from "../cannot-go-on.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { withStoreToRead } from "../store-to-read.ts";
import type { Surroundings } from "../surroundings.ts";
import { EVIDENCE_SAYS, PARTS } from "../text/evidence-texts.ts";
import { EXPORT_SAYS } from "../text/export-texts.ts";
import { foundText } from "../text/found-text.ts";
import { readBytes, readKey } from "./verify-receipt.ts";

export type VerifyDatabaseCommand = {
  readonly logOnly: boolean;
  readonly key?: string;
  /** A file with a checkpoint that was kept. */
  readonly since?: string;
  /** Where to keep the newest checkpoint. */
  readonly save?: string;
  /** A SQLite file in place of the database of the service. */
  readonly database?: string;
};

const MOST_PROBLEMS = 100;

/** Verifies the log, or the whole database against it. Writes nothing but the checkpoint that it is to keep. */
export async function verifyDatabase(
  command: VerifyDatabaseCommand,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const kept = command.since === undefined ? undefined : readKept(command.since);
  const key = command.key === undefined ? kept?.vkey : readKey(command.key);
  const told = await withStoreToRead(surroundings, command.database, async (store) =>
    verifyStore(store, {
      vkey: key ?? (await keyNamedIn(store)),
      ...(kept ? { saved: [kept.checkpoint] } : {}),
      logOnly: command.logOnly,
      most: MOST_PROBLEMS,
      progress: progressTo(surroundings),
    }),
  );
  if (told.problems.length > 0) return tellProblems(told, surroundings);
  await tellHolds(told, command, surroundings);
  if (command.key === undefined && !kept)
    surroundings.err(`${EVIDENCE_SAYS.storedKey[surroundings.language]}\n`);
  if (command.save !== undefined) await keep(command.save, told, surroundings);
  return EXIT.decided;
}

async function keyNamedIn(store: Store): Promise<string> {
  const key = await store.read((db) => metaValue(db, "log-key"));
  if (key !== undefined) return key;
  throw new CannotGoOn(
    EXIT.invalid,
    { en: "the database names no key of its log", zh: "数据库中没有日志公钥" },
    {
      help: {
        en: "the first start of the service makes it; or give `--key`",
        zh: "该密钥由服务首次启动时生成；也可用`--key`给出",
      },
    },
  );
}

type Kept = { readonly checkpoint: string; readonly vkey: string };

/** A checkpoint in any document that has one with its key: a saved one, a receipt, a bundle. */
function readKept(file: string): Kept {
  const text = new TextDecoder().decode(readBytes(file));
  try {
    const { checkpoint, vkey } = JSON.parse(text) as Partial<Kept>;
    if (typeof checkpoint === "string" && typeof vkey === "string" && readCheckpoint(checkpoint))
      return { checkpoint, vkey: readKey(vkey) };
  } catch (error) {
    if (error instanceof CannotGoOn) throw error;
  }
  throw new CannotGoOn(
    EXIT.invalid,
    { en: `\`${file}\` holds no checkpoint`, zh: `\`${file}\`中没有检查点` },
    {
      help: {
        en: "`evenhand verify log --save` keeps one, and `GET /v1/log/checkpoint` gives one",
        zh: "可用`evenhand verify log --save`保存，或由`GET /v1/log/checkpoint`取得",
      },
    },
  );
}

async function tellProblems(
  { problems }: StoreVerification,
  { out, err, language }: Surroundings,
): Promise<ExitCode> {
  await out(foundText(problems, language));
  if (problems.length >= MOST_PROBLEMS) err(`${EVIDENCE_SAYS.andMore[language]}\n`);
  return EXIT.differs;
}

async function tellHolds(
  { size, root, pending }: StoreVerification,
  { logOnly }: VerifyDatabaseCommand,
  { out, language }: Surroundings,
): Promise<void> {
  const says = logOnly ? EVIDENCE_SAYS.holdsLog : EVIDENCE_SAYS.holdsStore;
  await out(`${says[language](size, root)}\n`);
  if (pending > 0) await out(`${EVIDENCE_SAYS.pending[language](pending)}\n`);
}

/** Takes the place of one that was kept before, at once and whole. */
async function keep(
  file: string,
  { checkpoint, size, vkey }: StoreVerification,
  { out, language }: Surroundings,
): Promise<void> {
  if (checkpoint === null)
    throw new CannotGoOn(EXIT.invalid, {
      en: "the log has no checkpoint yet",
      zh: "日志尚无检查点",
    });
  const draft = `${file}.part`;
  try {
    writeFileSync(draft, `${canonicalJson({ format: 1, checkpoint, vkey })}\n`);
    renameSync(draft, file);
  } catch (cause) {
    const code = String((cause as NodeJS.ErrnoException).code);
    throw new CannotGoOn(EXIT.invalid, EXPORT_SAYS.notWritten(file, code), { cause });
  }
  await out(`${EVIDENCE_SAYS.saved[language](file, size)}\n`);
}

const BETWEEN_MS = 1_000;

/** A line each second, so that whoever waits sees that it goes on, and one where a part is done, which says of how much. */
function progressTo({ err, now, language }: Surroundings): (progress: VerificationProgress) => void {
  let last = now();
  const ended = new Set<string>();
  return ({ part, done, total }) => {
    const isDone = done >= total;
    if (ended.has(part) || (!isDone && now() - last < BETWEEN_MS)) return;
    if (isDone) ended.add(part);
    last = now();
    const name = PARTS[part]?.[language] ?? part;
    err(`${EVIDENCE_SAYS.part[language](name, done, total)}\n`);
  };
}
