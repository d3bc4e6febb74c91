import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openWriter } from "./open-connection.ts";
import type { SqliteConnection } from "./sqlite-connection.ts";

let folder: string;
let busy: SqliteConnection;
let other: SqliteConnection;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "evenhand-patience-"));
  busy = await openWriter(join(folder, "file.db"));
  other = await openWriter(join(folder, "file.db"));
});
afterEach(() => {
  busy.close();
  other.close();
  rmSync(folder, { recursive: true });
});

const MOST_TRANSACTIONS = 500;

/** Writes without end, as long as nobody else had a turn. */
async function writeUntil(isOver: () => boolean): Promise<number> {
  let count = 0;
  while (!isOver() && count < MOST_TRANSACTIONS) {
    await busy.beginWriting();
    await busy.command("commit");
    count += 1;
  }
  return count;
}

/** Once this is over, whoever asked has asked, and waits. */
const asked = nextTurn;

describe("a connection with much to write", () => {
  it("leaves room for another that it met, though it never waits itself", async () => {
    await other.beginWriting();
    const meeting = busy.beginWriting();
    await asked();
    await other.command("commit");
    await meeting;
    let hadTurn = false;
    const others = other.beginWriting().then(() => {
      hadTurn = true;
      return other.command("commit");
    });
    await asked();
    await busy.command("commit");
    expect(await writeUntil(() => hadTurn)).toBeLessThan(MOST_TRANSACTIONS);
    await others;
  });
});
