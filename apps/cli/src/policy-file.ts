import { readFileSync, statSync } from "node:fs";
import type { LocalizedText } from "@evenhand/domain";
import { NotTaken, Unreadable } from "@evenhand/store";
import { CannotGoOn } from "./cannot-go-on.ts";
import { EXIT } from "./exit-code.ts";

/** Whether what was named is a file, and not a policy by its id. */
export function isFile(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isFile() === true;
}

/** Far above what a policy may be, so that its own limit is what is reported. */
const MOST_BYTES = 4 * 1024 * 1024;

const TOO_LARGE: LocalizedText = {
  en: `it is larger than ${MOST_BYTES} bytes`,
  zh: `文件超过${MOST_BYTES}字节`,
};

/** The bytes of a policy document; ends the command where they cannot be read. */
export function readPolicyFile(name: string): Uint8Array {
  try {
    if (statSync(name).size > MOST_BYTES) throw new NotTaken(TOO_LARGE);
    return readFileSync(name);
  } catch (cause) {
    throw new CannotGoOn(EXIT.invalid, new Unreadable(name, cause).text, { cause });
  }
}
