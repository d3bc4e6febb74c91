import type { DecisionRecord } from "@evenhand/domain";
import { type ReplayEvaluators, type ReplaySources, replayer } from "@evenhand/evidence";
import { type ServiceContext, recordDecision, replay } from "@evenhand/service";
import {
  type Db,
  type Store,
  calendarByHash,
  caseById,
  guardByHash,
  versionByHash,
  versionRow,
} from "@evenhand/store";
import { preparePolicy } from "@evenhand/policy";
import { newFileStore } from "../../faults/file-store.ts";
import { given, sceneOver } from "../../policies/scene.ts";
import { orderMaker } from "../record/orders.ts";
import { print, writeRate, writeRatio } from "../report.ts";
import { type Subject, interleave } from "../rounds.ts";
import type { SuiteOptions } from "../suite.ts";

/** Decisions replayed a second, against reading and parsing the same rows. */
export async function replaySuite({ rounds, cases }: SuiteOptions): Promise<void> {
  const { store, remove } = await newFileStore();
  const { context } = await sceneOver(store);
  await recordMany(context, cases);
  const read: Subject = { name: "read and parsed", run: () => overRecords(store, async () => {}) };
  const compiled = decidedAgain(store, "compiled");
  const both = decidedAgain(store, "both");
  const whole = wholeReplay(context, "compiled");
  const wholeBoth = wholeReplay(context, "both");
  const subjects = [read, compiled, both, whole, wholeBoth];
  const rates = await interleave(subjects, rounds);
  print(
    "",
    `SQLite: ${cases} decisions of complaint-fines`,
    "  decisions a second",
    ...subjects.map((subject) => writeRate(subject, rates)),
    "  as fast as reading and parsing",
    ...[compiled, both, whole, wholeBoth].map((subject) => writeRatio(rates, subject, read)),
  );
  await remove();
}

async function recordMany(context: ServiceContext, count: number): Promise<void> {
  const nextOrder = orderMaker();
  const actor = { kind: "key", id: "writer", scopes: ["decide"] } as const;
  for (let number = 0; number < count; number += 1) {
    const { key, body } = nextOrder();
    given(
      await recordDecision(context, { actor, key, request: { method: "POST", path: "/v1/decisions", body } }),
    );
  }
}

/** What replay rests on alone: every record decided again from itself and from the documents that it names. */
function decidedAgain(store: Store, evaluators: ReplayEvaluators): Subject {
  return {
    name: `decided again, ${evaluators}`,
    run: () => {
      let db: Db | undefined;
      const now = (): Db => {
        if (!db) throw new Error("nothing is being read");
        return db;
      };
      const again = replayer(sourcesIn(now), { evaluators });
      return overRecords(store, async (record, reading) => {
        db = reading;
        const { verdict } = await again(record);
        if (verdict !== "identical") throw new Error(`${record.id} comes out ${verdict}`);
      });
    },
  };
}

/** The whole replay of the service, which also rebuilds every ledger and compares its entries. */
function wholeReplay(context: ServiceContext, evaluators: ReplayEvaluators): Subject {
  return {
    name: `replayed as a whole, ${evaluators}`,
    run: async () => {
      let count = 0;
      for await (const { replayed } of replay(context, { evaluators })) {
        if (replayed.verdict !== "identical")
          throw new Error(`${replayed.decision} comes out ${replayed.verdict}`);
        count += 1;
      }
      return count;
    },
  };
}

function sourcesIn(db: () => Db): ReplaySources {
  const parsed = (text: string | undefined): unknown => (text === undefined ? undefined : JSON.parse(text));
  return {
    version: async (policyId, version) => parsed((await versionRow(db(), { policyId, version }))?.document),
    versionByHash: async (hash) => parsed((await versionByHash(db(), hash))?.document),
    calendar: async (hash) => parsed((await calendarByHash(db(), hash))?.document),
    guard: async (hash) => parsed((await guardByHash(db(), hash))?.document),
    case: async (caseId) => parsed((await caseById(db(), caseId))?.content),
    prepare: preparePolicy,
  };
}

const PAGE = 200;

/** Reads every record in its order, a page at a time, and gives how many there were. */
async function overRecords(
  store: Store,
  work: (record: DecisionRecord, db: Db) => Promise<void>,
): Promise<number> {
  let count = 0;
  for (let after = 0; ;) {
    const last = await store.read(async (db) => {
      const rows = await db
        .selectFrom("decisions as d")
        .innerJoin("audit_events as a", "a.id", "d.audit_event_id")
        .select(["d.sequence", "a.body"])
        .where("d.sequence", ">", after)
        .orderBy("d.sequence")
        .limit(PAGE)
        .execute();
      for (const { body } of rows)
        await work((JSON.parse(body) as { readonly after: DecisionRecord }).after, db);
      count += rows.length;
      return rows.at(-1)?.sequence;
    });
    if (last === undefined) return count;
    after = last;
  }
}
