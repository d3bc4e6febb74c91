import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { signerFrom, verifierKeyOf } from "@evenhand/evidence";
import { verifyStore } from "@evenhand/service";
import { type Store, type StorePlace, type Tables, openStore } from "@evenhand/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tellStory } from "./story.ts";
import { type Intruder, intruderIn } from "./tamper-database.ts";

/** Every column of these is looked at, those aside of which the log says nothing; why stands in the page on evidence. */
const EVIDENCE: Readonly<Partial<Record<keyof Tables, readonly string[]>>> = {
  audit_events: [],
  log_leaves: [],
  log_nodes: [],
  checkpoints: ["at"],
  versions: [],
  calendars: [],
  guards: [],
  submissions: ["sequence"],
  reviews: ["id"],
  draft_comments: ["sequence"],
  cases: ["created_at", "created_by"],
  decisions: ["sequence"],
  decision_parties: [],
  findings: [],
  appeals: [],
  people: ["created_at"],
  accounts: [],
  ledger_entries: ["id"],
  ledger_months: [],
  bonuses: ["id"],
  payroll_months: [],
  openings: [],
};

const TABLES = Object.keys(EVIDENCE) as (keyof typeof EVIDENCE)[];

describe("a database that somebody altered", () => {
  const folder = mkdtempSync(join(tmpdir(), "evenhand-tamper-"));
  const place: StorePlace = { file: join(folder, "evenhand.db") };
  let [store, intruder, vkey]: [Store | undefined, Intruder | undefined, string] = [undefined, undefined, ""];
  const opened = () => {
    if (!store || !intruder) throw new Error("nothing is open");
    const of = store;
    return { intruder, problems: async () => (await verifyStore(of, { vkey, most: 5 })).problems };
  };
  beforeAll(async () => {
    store = await openStore(place);
    const { scene } = await tellStory(store);
    vkey = verifierKeyOf(scene.context.signer);
    intruder = intruderIn(place);
  });
  afterAll(async () => {
    intruder?.close();
    await store?.close();
    rmSync(folder, { recursive: true });
  });

  it("held before", async () => {
    const { problems } = opened();
    expect(await problems()).toEqual([]);
  });

  it.each(TABLES)("shows it by a single character of any column of %s", async (table) => {
    const { intruder: by, problems } = opened();
    const seen: Record<string, boolean> = {};
    for (const column of by.columnsOf(table)) {
      const rows = by.rowsWith(table, column);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        const undo = by.alter(table, column, row);
        const found = await problems();
        undo();
        seen[column] = (seen[column] ?? true) && found.length > 0;
      }
    }
    const unseen = Object.keys(seen).filter((column) => !seen[column]);
    expect(unseen.toSorted()).toEqual([...(EVIDENCE[table] ?? [])].toSorted());
    // Everything was put back.
    expect(await problems()).toEqual([]);
  });

  it.each(TABLES)("shows a row of %s that was taken out", async (table) => {
    const { intruder: by, problems } = opened();
    const undo = by.takeOut(table);
    expect((await problems()).length).toBeGreaterThan(0);
    undo();
    expect(await problems()).toEqual([]);
  });

  it.each(TABLES)("shows a row of %s that was put in", async (table) => {
    const { intruder: by, problems } = opened();
    const undo = by.putIn(table);
    expect((await problems()).length).toBeGreaterThan(0);
    undo();
    expect(await problems()).toEqual([]);
  });

  it("shows an older copy against a checkpoint that was kept, and one whose key is another", async () => {
    const { intruder: by } = opened();
    const of = store;
    if (!of) throw new Error("nothing is open");
    const { checkpoint, size } = await verifyStore(of, { vkey });
    const saved = [checkpoint ?? ""];
    expect((await verifyStore(of, { vkey, saved })).problems).toEqual([]);
    const event = by.all("select audit_event_id as id from log_leaves where position = ?", size - 1)[0];
    by.run("delete from checkpoints where size = ?", size);
    by.run("delete from log_leaves where position = ?", size - 1);
    by.run("delete from log_nodes where (position + 1) * (1 << level) > ?", size - 1);
    by.run("delete from audit_events where id = ?", event?.["id"]);
    const { problems } = await verifyStore(of, { vkey, saved, logOnly: true });
    expect(problems.map(({ code, at }) => `${code} ${at}`)).toContain("leaves-missing /saved/0");
    const other = await verifyStore(of, { vkey: verifierKeyOf(OTHER), logOnly: true });
    expect(other.problems.map(({ code }) => code)).toContain("other-log");
  });
});

const OTHER = signerFrom(new Uint8Array(32).fill(9), "other.example/log");
