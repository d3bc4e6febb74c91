import { randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, resolve } from "node:path";
import { flush } from "@evenhand/store";
import type { SecretPlace } from "../config.ts";

const HEX = /^[0-9a-f]{64}$/;

/**
 * The 32 bytes of a secret, as 64 hexadecimal digits, from its file. One that is not named by the operator is made where
 * it is not there, readable by its owner alone; of several processes that do so at once, all get the same.
 *
 * @throws Error naming the file and `variable` where a file that was named is not there, or holds something else
 */
export function secretFromFile(
  { file, isNamed }: SecretPlace,
  { variable, mayMake }: { readonly variable: string; readonly mayMake: boolean },
): string {
  const found = readSecret(file, variable) ?? (isNamed || !mayMake ? undefined : makeSecret(file, variable));
  if (found === undefined) {
    const why = isNamed
      ? `${variable} names \`${file}\`, which is not there`
      : `\`${file}\` is not there any more`;
    throw new Error(`${why}; bring it back from a backup, or set ${variable} to where it is`);
  }
  if (HEX.test(found)) return found;
  throw new Error(`\`${file}\` does not hold 64 hexadecimal digits; set ${variable} to a file that does`);
}

/**
 * The text of a file, or `undefined` where there is none.
 *
 * @throws Error naming the file and `variable` where it cannot be read
 */
export function readSecret(file: string, variable: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new Error(`\`${file}\` cannot be read; ${variable} can name another`, { cause: error });
  }
}

function makeSecret(file: string, variable: string): string | undefined {
  const secret = randomBytes(32).toString("hex");
  const folder = dirname(resolve(file));
  const made = mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeOwnFile(draft, `${secret}\n`);
  try {
    // INVARIANT: the file is there whole or not at all, and the first to put it there has put it there for all.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  // INVARIANT: nothing is ever sealed or signed with a secret that a power cut could still take.
  flush(folder);
  if (made !== undefined) for (let at = folder; at !== dirname(made); at = dirname(at)) flush(dirname(at));
  return readSecret(file, variable);
}

/** Writes a file that only its owner can read, and waits until the disk has it. */
export function writeOwnFile(file: string, text: string): void {
  const handle = openSync(file, "wx", 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
