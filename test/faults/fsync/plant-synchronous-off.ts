// Loaded before the service, this lets SQLite commit without waiting for the disk and say that it does wait: the bug that
// `fsync` must find. Nothing in the service can be set so.
import BetterSqlite3, { type Database, type PragmaOptions } from "better-sqlite3";

type Pragma = (this: Database, source: string, options?: PragmaOptions) => unknown;

const pragma = Reflect.get(BetterSqlite3.prototype, "pragma") as Pragma;

const planted: Pragma = function planted(source, options) {
  if (/^synchronous *=/.test(source)) return pragma.call(this, "synchronous = OFF", options);
  if (source === "synchronous") return 2;
  return pragma.call(this, source, options);
};

Reflect.set(BetterSqlite3.prototype, "pragma", planted);
