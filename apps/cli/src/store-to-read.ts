import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { quote } from "@evenhand/domain";
import {
  type Store,
  type StorePlace,
  StoreTooNew,
  StoreTooOld,
  StoreUnavailable,
  openStoreToRead,
} from "@evenhand/store";
import { CannotGoOn } from "./cannot-go-on.ts";
import { EXIT } from "./exit-code.ts";
import { placeNamed, whichDatabase } from "./store-at-hand.ts";
import type { Surroundings } from "./surroundings.ts";

/**
 * Reads a database: the SQLite file that is named, such as a backup, else the one of the service. Nothing of it is
 * changed or brought up to date, and it is closed again whatever comes of the work.
 *
 * @throws CannotGoOn where there is none, where it cannot be read, or where its tables are not those of this program
 */
export async function withStoreToRead<Result>(
  { env, now }: Surroundings,
  database: string | undefined,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  try {
    const store = await openStoreToRead(database === undefined ? placeNamed(env) : fileNamed(database), {
      now,
    });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  } catch (cause) {
    if (cause instanceof StoreUnavailable || cause instanceof StoreTooNew || cause instanceof StoreTooOld)
      throw new CannotGoOn(EXIT.failed, cause.text, {
        cause,
        ...(database === undefined ? { help: whichDatabase(env) } : {}),
      });
    throw cause;
  }
}

function fileNamed(name: string): StorePlace {
  const file = resolve(name);
  if (existsSync(file)) return { file };
  throw new CannotGoOn(EXIT.invalid, {
    en: `there is no file ${quote(name)}`,
    zh: `没有文件${quote(name)}`,
  });
}
