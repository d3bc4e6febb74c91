import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Store, openStore } from "@evenhand/store";

/** A SQLite file of a test's own, open, which the test also changes behind the store's back. */
export type FileStore = {
  readonly file: string;
  readonly store: Store;
  readonly remove: () => Promise<void>;
};

/** An empty one, or one that begins as a copy of a file that nobody has open. */
export async function newFileStore(like?: string): Promise<FileStore> {
  const folder = mkdtempSync(join(tmpdir(), "evenhand-faults-"));
  const file = join(folder, "evenhand.db");
  if (like !== undefined) copyFileSync(like, file);
  const store = await openStore({ file });
  return {
    file,
    store,
    remove: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}
