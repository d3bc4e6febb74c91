import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sceneOver } from "../../policies/scene.ts";
import { type FileStore, newFileStore } from "../file-store.ts";
import { behindTheService } from "../kept/behind-the-service.ts";
import { CAP_MINOR } from "../order.ts";
import { MORE_THAN_A_MONTH, recordMany } from "./record-many.ts";
import { watchLedgers } from "./watch.ts";

describe("watching the ledgers", () => {
  let opened: FileStore;
  beforeEach(async () => {
    opened = await newFileStore();
  });
  afterEach(() => opened.remove());

  it("finds nothing in what the service recorded, and reads what comes meanwhile", async () => {
    const { store } = opened;
    const until = recordMany(await sceneOver(store), MORE_THAN_A_MONTH);
    const { snapshots, breaks } = await watchLedgers(store, { capMinor: CAP_MINOR, until });
    expect(breaks).toEqual([]);
    expect(snapshots).toBeGreaterThan(1);
  });

  it.each([
    {
      what: "a month above the cap, though the database was told that it may hold so much",
      change: `update ledger_entries set month = '2026-07' where kind = 'scheduled';
        update ledger_months set cap_minor = 1000000, taken_minor = 120000 where month = '2026-07';
        update ledger_months set taken_minor = 0 where month = '2026-08'`,
      finds: "2026-07 holds more than 100000",
    },
    {
      what: "a plan of more than was assessed",
      change: "update ledger_entries set amount_minor = amount_minor + 1 where kind = 'scheduled'",
      finds: "entry-takes-what-is-there at entries/1",
    },
    {
      what: "a decision whose charge is not in the ledger",
      change: "update decision_parties set total_minor = total_minor + 1 where rowid = 1",
      finds: "is assessed 120000, and the decisions come to 120001",
    },
    {
      what: "a month that counts other than its entries",
      change: "update ledger_months set taken_minor = taken_minor - 1 where month = '2026-07'",
      finds: "2026-07 counts 99999 of 100000, its entries 100000",
    },
  ])("finds $what", async ({ change, finds }) => {
    const { store, file } = opened;
    await recordMany(await sceneOver(store), MORE_THAN_A_MONTH);
    behindTheService(file, (database) => database.exec(change));
    const { breaks } = await watchLedgers(store, { capMinor: CAP_MINOR, until: Promise.resolve() });
    expect(breaks.join("\n")).toContain(finds);
  });
});
