import { closeSync, fsyncSync, openSync } from "node:fs";

/** Waits until a file, or what names a folder holds, has reached the disk: a new name is lost in a power cut without it. */
export function flush(path: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
