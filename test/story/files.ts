import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { Ran, Transcript } from "./transcript.ts";

/** A folder as an auditor has it, away from the project. */
export type Folder = {
  readonly write: (name: string, content: string) => void;
  /** Runs a program of Node in it, in English; `words` are the command line as somebody types it. */
  readonly run: (
    words: readonly string[],
    options?: { readonly step?: string; readonly env?: Readonly<Record<string, string>> },
  ) => Promise<Ran>;
  readonly remove: () => void;
};

const EVENHAND = fileURLToPath(new URL("../../apps/cli/src/main.ts", import.meta.url));

export function openFolder(transcript: Transcript): Folder {
  const cwd = mkdtempSync(join(tmpdir(), "evenhand-story-"));
  return {
    write: (name, content) => writeFileSync(join(cwd, name), content),
    run: async (words, { step, env = {} } = {}) => {
      const [program, ...args] = words;
      const file = program === "node" ? args.shift() : EVENHAND;
      const child = spawn(process.execPath, [file ?? "", ...args], { cwd, env: { LANG: "C", ...env } });
      const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
      const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
      const ran = { words, code, said: out === "" ? err : out };
      if (step !== undefined) transcript.keepRun(step, ran);
      return ran;
    },
    remove: () => rmSync(cwd, { recursive: true }),
  };
}
