import { sep } from "node:path";
import { StoreTooNew, StoreUnavailable, Unreadable } from "@evenhand/store";
import type { Config } from "../config.ts";

/**
 * What an operator is told of a start that failed: the setting that it is about by its name, with what to do for the
 * reasons that come up most, and others as the system says them.
 */
export function whyItEnds(error: Error, config: Config | undefined): string {
  if (error instanceof Unreadable) return `RULES: ${error.message}`;
  if (config && error instanceof StoreTooNew) return `${databaseOf(config)}: ${error.message}`;
  if (config && error instanceof StoreUnavailable) return unavailable(error, config);
  const setting = config && settingOf(error, config);
  if (setting !== undefined) return `${setting}: ${reasonOf(error)}`;
  const { message, cause } = error;
  return cause instanceof Error ? `${message}: ${reasonOf(cause)}` : message;
}

function unavailable({ message, cause }: StoreUnavailable, config: Config): string {
  const named = "file" in config.database ? `${databaseOf(config)}: ${message}` : `DATABASE_URL: ${message}`;
  return cause instanceof Error ? `${named} (${reasonOf(cause)})` : named;
}

/** The address of a database may hold a password, so it is not told. */
function databaseOf({ data, database }: Config): string {
  return "file" in database ? `DATA is \`${data}\`` : "DATABASE_URL";
}

/** The setting that names the file, or the folder, with which the system has trouble. */
function settingOf(error: Error, { data, logKey, authSecret }: Config): string | undefined {
  const path = "path" in error ? String(error.path) : undefined;
  if (path === undefined) return undefined;
  if (logKey.isNamed && path === logKey.file) return `LOG_KEY_FILE is \`${path}\``;
  if (authSecret.isNamed && path === authSecret.file) return `AUTH_SECRET_FILE is \`${path}\``;
  const isWithin = path === data || path.startsWith(data + sep) || data.startsWith(path + sep);
  return isWithin ? `DATA is \`${data}\`` : undefined;
}

function reasonOf(error: Error): string {
  const code = "code" in error ? String(error.code) : "";
  return REASONS[code] ?? (error.message || code);
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: "something else uses this port; set PORT to another, or to 0 for any that is free",
  EADDRNOTAVAIL: "this machine has no such address; set HOST to one that it has",
  ECONNREFUSED: "nothing answers at its address",
  ENOTFOUND: "there is no such host",
  EISDIR: "it is a folder, not a file",
  ENOTDIR: "a file stands where a folder belongs",
  EROFS: "the disk can only be read",
  ENOSPC: "the disk is full",
};
