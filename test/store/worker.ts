import { randomBytes } from "node:crypto";
import {
  appendAuditEvent,
  claimJob,
  finishJob,
  openStore,
  personsOf,
  type Store,
  type StorePlace,
} from "@evenhand/store";
import { planOne } from "./plan-one.ts";

/** What a process of its own is told to do with a database. */
export type WorkerOrder = { readonly place: StorePlace } & (
  | { readonly task: "open" }
  | { readonly task: "plan"; readonly times: number }
  | { readonly task: "people"; readonly staffIds: readonly string[] }
  | { readonly task: "append"; readonly times: number }
  | { readonly task: "jobs" }
);

const order = JSON.parse(process.argv[2] ?? "{}") as WorkerOrder;
const store = await openStore(order.place);
process.stdout.write(JSON.stringify(await obey(store, order)));
await store.close();

async function obey(to: Store, what: WorkerOrder): Promise<unknown> {
  switch (what.task) {
    case "open":
      return { opened: true };
    case "plan":
      return { planned: (await times(what.times, () => planOne(to))).filter(Boolean).length };
    case "people":
      return makePeople(to, what.staffIds);
    case "append":
      return times(what.times, () => to.write((tx) => appendAuditEvent(tx, event())));
    case "jobs":
      return workOff(to);
  }
}

async function times<Result>(count: number, work: () => Promise<Result>): Promise<readonly Result[]> {
  return Promise.all(Array.from({ length: count }, work));
}

async function makePeople(to: Store, staffIds: readonly string[]): Promise<unknown> {
  const make = () => ({ person: `person-${randomBytes(32).toString("hex")}`, salt: "salt" });
  const shuffled = staffIds.toSorted(() => Math.random() - 0.5);
  const found: Record<string, string> = {};
  for (let from = 0; from < shuffled.length; from += 5) {
    const persons = await to.write((tx) => personsOf(tx, shuffled.slice(from, from + 5), make));
    Object.assign(found, Object.fromEntries(persons));
  }
  return Object.fromEntries(staffIds.map((staffId) => [staffId, found[staffId]]));
}

function event() {
  return {
    at: Date.now(),
    actor: { kind: "system", id: `${process.pid}` },
    action: "settings.changed",
    object: { kind: "settings", id: "1" },
  } as const;
}

async function workOff(to: Store): Promise<readonly string[]> {
  const worker = `${process.pid}`;
  const done: string[] = [];
  for (;;) {
    const claim = { kinds: ["count"], worker, at: Date.now(), silentSince: 0 };
    const job = await to.write((tx) => claimJob(tx, claim));
    if (!job) return done;
    const hold = { id: job.id, worker, at: Date.now() };
    const isMine = await to.write((tx) => finishJob(tx, hold, { state: "done", result: null }));
    if (isMine) done.push(job.id);
  }
}
