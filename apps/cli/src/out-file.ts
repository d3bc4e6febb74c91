import { type Stats, statSync, writeFileSync } from "node:fs";
import { CannotGoOn } from "./cannot-go-on.ts";
import { EXIT } from "./exit-code.ts";
import { EXPORT_SAYS } from "./text/export-texts.ts";

/**
 * What writes a file that a command was told to write. A file that is there already stops the command before its work,
 * unless it may be written over; so does one that came meanwhile.
 */
export function outFile(
  path: string,
  { force }: { readonly force: boolean },
): (content: Uint8Array | string) => void {
  const at = statAt(path);
  if (at?.isFile() === true && !force) throw alreadyThere(path);
  // Nothing was there, and nothing came meanwhile; a pipe or a terminal holds nothing that could be lost.
  return (content) => write(path, content, at ? "w" : "wx");
}

/** What stands at a path; what cannot be looked at is told when it is written to. */
function statAt(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function alreadyThere(file: string): CannotGoOn {
  return new CannotGoOn(EXIT.invalid, EXPORT_SAYS.alreadyThere(file), { help: EXPORT_SAYS.orForce });
}

function write(file: string, content: Uint8Array | string, flag: "w" | "wx"): void {
  try {
    // It tells of people.
    writeFileSync(file, content, { mode: 0o600, flag });
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    if (code === "EEXIST") throw alreadyThere(file);
    throw new CannotGoOn(EXIT.failed, EXPORT_SAYS.notWritten(file, code), { cause });
  }
}
