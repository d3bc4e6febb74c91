import { openFor, recordDecision } from "@evenhand/service";
import type { Store } from "@evenhand/store";
import type { Database } from "better-sqlite3";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { given, sceneOver } from "../../policies/scene.ts";
import { type FileStore, newFileStore } from "../file-store.ts";
import { orderOf } from "../order.ts";
import { behindTheService } from "./behind-the-service.ts";
import { KeptChecker } from "./check-kept.ts";
import { type Sent, answerOf } from "./sent.ts";

const WRITER = { kind: "key", id: "writer", scopes: ["decide"] } as const;

let recorded: FileStore;
let opened: FileStore;
let file: string;
let store: Store;
let sent: readonly Sent[];

/** Three decisions that were acknowledged, one that was kept unheard, and one that never arrived. */
beforeAll(async () => {
  recorded = await newFileStore();
  const scene = await sceneOver(recorded.store);
  const orders = ["C-1", "C-2", "C-3", "C-4"].map((reference) => orderOf(reference, ["E1001", "E1002"]));
  const kept: Sent[] = [];
  for (const order of orders) {
    const request = { method: "POST", path: "/v1/decisions", body: order.body };
    const { body } = given(await recordDecision(scene.context, { actor: WRITER, key: order.key, request }));
    const answer = await recorded.store.read((db) => openFor(db, body, { kind: "all" }));
    kept.push({ order, answer: order.reference === "C-4" ? undefined : answerOf(answer) });
  }
  sent = [...kept, { order: orderOf("C-5", ["E1001"]), answer: undefined }];
  await recorded.store.close();
});
afterAll(() => recorded.remove());

beforeEach(async () => {
  opened = await newFileStore(recorded.file);
  ({ file, store } = opened);
});
afterEach(() => opened.remove());

async function problemsAfter(change: (database: Database) => void): Promise<readonly string[]> {
  behindTheService(file, change);
  return new KeptChecker().check(store, sent);
}

const DECISION = "(select id from decisions where reference = 'C-2')";
const EVENT = "(select audit_event_id from decisions where reference = 'C-2')";

describe("holding what is kept against what was answered", () => {
  it("finds nothing where nothing happened, however often it looks", async () => {
    const checker = new KeptChecker();
    expect(await checker.check(store, sent)).toEqual([]);
    expect(await checker.check(store, sent)).toEqual([]);
  });

  it.each([
    {
      what: "an acknowledged decision that is gone",
      change: `delete from decisions where reference = 'C-2'`,
      finds: "C-2 was lost: acknowledged, and 0 × decision",
    },
    {
      what: "an event of a recording that is gone",
      change: `update audit_events set action = 'other' where id = ${EVENT}`,
      finds: "C-2 was lost: acknowledged, and 0 × event of its recording",
    },
    {
      what: "a key that is gone",
      change: `delete from idempotency_keys where key = 'order-C-2'`,
      finds: "C-2 was lost: acknowledged, and 0 × key",
    },
    {
      what: "half of a decision that was not acknowledged",
      change: `delete from idempotency_keys where key = 'order-C-4'`,
      finds: "C-4 was lost: not acknowledged, and 0 × key",
    },
    {
      what: "a key without its decision",
      change: `insert into idempotency_keys select actor, 'order-C-5', request_hash, status, body, at
        from idempotency_keys where key = 'order-C-4'`,
      finds: "C-5 was doubled: not acknowledged, and 1 × key",
    },
    {
      what: "a decision that is there twice",
      change: `insert into audit_events select id + 100, at, actor, 'other', object_kind, object_id, body
        from audit_events where id = ${EVENT};
        insert into decisions select sequence + 100, id || '-again', policy_id, policy_version, policy_hash, case_id,
        reference, id || '-again', supersedes, appeal_id, disposition, category, applies_on, decided_on, currency,
        total_minor, is_departure, recorded_at, recorded_by, recorded_by_person, audit_event_id + 100
        from decisions where reference = 'C-2'`,
      finds: "C-2 was doubled: acknowledged, and 2 × decision on the case",
    },
    {
      what: "an event that is there twice",
      change: `insert into audit_events select id + 100, at, actor, action, object_kind, object_id, body
        from audit_events where id = ${EVENT}`,
      finds: "C-2 was doubled: acknowledged, and 2 × event of its recording",
    },
    {
      what: "an amount in a record that is another",
      change: `update audit_events set body = replace(body, '"totalMinor":5000', '"totalMinor":5001') where id = ${EVENT}`,
      finds: "C-2 was altered: its record differs",
    },
    {
      what: "one letter of a note that is another",
      change: `update openings set value = replace(value, 'the label of C-2', 'the labels of C-2')`,
      finds: "C-2 was altered: its record differs",
    },
    {
      what: "a ledger entry that is another",
      change: `update ledger_entries set month = '2026-09' where account = ${DECISION} and kind = 'scheduled'`,
      finds: "C-2 was altered: its ledger entries differ",
    },
    {
      what: "a ledger entry of a decision that was not acknowledged",
      change: `update ledger_entries set amount_minor = 4999
        where account = (select id from decisions where reference = 'C-4') and kind = 'scheduled'`,
      finds: "C-4 was altered: its ledger entries differ",
    },
    {
      what: "a total that is another",
      change: `update decisions set total_minor = total_minor + 1 where reference = 'C-2'`,
      finds: "C-2 was altered: its total differs",
    },
    {
      what: "somebody who is charged twice",
      change: `insert into ledger_entries select id + 100, person, account, kind, source, month, amount_minor, paid_back_in,
        at, audit_event_id from ledger_entries where account = ${DECISION}`,
      finds: "is assessed 25000, and the decisions come to 20000",
    },
    {
      what: "a month that counts more than its entries",
      change: `update ledger_months set taken_minor = taken_minor + 1 where month = '2026-07'`,
      finds: "2026-07 counts 20001 of 100000, its entries 20000",
    },
    {
      what: "a month above its cap",
      change: `update ledger_months set cap_minor = 19999 where month = '2026-07'`,
      finds: "month-within-ceiling at 2026-07",
    },
    {
      what: "a decision that nobody sent",
      change: `update decisions set reference = 'C-9' where reference = 'C-2'`,
      finds: "C-9 was recorded, and nobody sent it",
    },
  ])("finds $what", async ({ change, finds }) => {
    const problems = await problemsAfter((database) => database.exec(change));
    expect(problems.join("\n")).toContain(finds);
  });

  it("finds what is altered after it was found to be right", async () => {
    const checker = new KeptChecker();
    expect(await checker.check(store, sent)).toEqual([]);
    behindTheService(file, (database) =>
      database.exec(
        `update audit_events set body = replace(body, '"totalMinor":5000', '"totalMinor":5001') where id = ${EVENT}`,
      ),
    );
    expect((await checker.check(store, sent)).join("\n")).toContain("C-2 was altered: its record differs");
  });
});
