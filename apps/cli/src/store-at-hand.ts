import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type LocalizedText, quote, systemActor } from "@evenhand/domain";
import { type ServiceContext, rulebookOfStore } from "@evenhand/service";
import { type StorePlace, StoreTooNew, StoreUnavailable, openStore } from "@evenhand/store";
import { CannotGoOn } from "./cannot-go-on.ts";
import { EXIT } from "./exit-code.ts";
import type { Surroundings } from "./surroundings.ts";

const DEFAULT_DATA = fileURLToPath(new URL("../../../data", import.meta.url));

/** The database of the service, with what the use cases are given besides. The key that signs the log is not opened. */
export type AtHand = Omit<ServiceContext, "signer">;

/** Whoever is at the machine of the database may do everything there; the audit trail names them so. */
export const OPERATOR = systemActor("operator");

/**
 * Does something with the database that the environment names, as the service does: `DATABASE_URL`, else the file in
 * `DATA`. It is closed again whatever comes of it.
 *
 * @throws CannotGoOn where there is none, where it cannot be reached, or where a newer program made it
 */
export async function withStore<Result>(
  surroundings: Surroundings,
  work: (context: AtHand) => Promise<Result>,
): Promise<Result> {
  const { env, now, err } = surroundings;
  try {
    const store = await openStore(placeNamed(env), { now });
    try {
      return await work({
        store,
        rulebook: rulebookOfStore(store),
        now,
        random: (bytes) => randomBytes(bytes),
        alarm: (message, details) => err(`${message} ${JSON.stringify(details)}\n`),
      });
    } finally {
      await store.close();
    }
  } catch (cause) {
    if (cause instanceof StoreUnavailable || cause instanceof StoreTooNew)
      throw new CannotGoOn(EXIT.failed, cause.text, { cause, help: whichDatabase(env) });
    throw cause;
  }
}

/** Which setting named the database. The address may hold a password, so it is not told. */
export function whichDatabase(env: Surroundings["env"]): LocalizedText {
  if (env["DATABASE_URL"]) return { en: "`DATABASE_URL` says where it is", zh: "其位置由`DATABASE_URL`指定" };
  const folder = quote(resolve(env["DATA"] || DEFAULT_DATA));
  return { en: `it stands in \`DATA\`, ${folder}`, zh: `位于\`DATA\`所指的${folder}` };
}

/** INVARIANT: a command never makes a database, so that a mistyped name is noticed. */
export function placeNamed(env: Surroundings["env"]): StorePlace {
  const url = env["DATABASE_URL"];
  if (url) {
    if (/^postgres(?:ql)?:\/\//.test(url)) return { url };
    // The value may hold a password, so it is not quoted.
    throw new CannotGoOn(EXIT.failed, {
      en: "DATABASE_URL is no address of PostgreSQL, which begins with postgres://",
      zh: "DATABASE_URL不是PostgreSQL地址，应以postgres://开头",
    });
  }
  const file = join(resolve(env["DATA"] || DEFAULT_DATA), "evenhand.db");
  if (existsSync(file)) return { file };
  throw new CannotGoOn(
    EXIT.failed,
    { en: `there is no database at \`${file}\``, zh: `\`${file}\`处没有数据库` },
    {
      help: {
        en: "the first start of the service makes it; `DATA` or `DATABASE_URL` say where it is",
        zh: "数据库由服务首次启动时创建；其位置由`DATA`或`DATABASE_URL`指定",
      },
    },
  );
}
