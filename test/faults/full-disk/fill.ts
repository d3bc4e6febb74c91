import { closeSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Takes the room on a disk away. */
export type Filler = {
  /** Writes until there is no room left, or only about `leaveBytes`. */
  readonly fill: (leaveBytes?: number) => void;
  readonly free: () => void;
};

const BLOCK = 4_096;

export function fillerOf(folder: string): Filler {
  const file = join(folder, "filler");
  return {
    fill: (leaveBytes = 0) => {
      const { bavail, bsize } = statfsSync(folder);
      const most = Math.max(0, bavail * bsize - leaveBytes);
      const open = openSync(file, "a");
      try {
        writeUntilFull(open, leaveBytes === 0 ? most + 1_000 * BLOCK : most);
      } finally {
        closeSync(open);
      }
    },
    free: () => rmSync(file, { force: true }),
  };
}

function writeUntilFull(file: number, most: number): void {
  const block = Buffer.alloc(BLOCK);
  try {
    for (let written = 0; written < most; written += BLOCK) writeSync(file, block);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
  }
}
