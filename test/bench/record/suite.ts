import { type ServiceContext, recordDecision } from "@evenhand/service";
import { openStore } from "@evenhand/store";
import { sendOrder } from "../../faults/client.ts";
import { DIALECTS, type Dialect, type ServedDatabase, newServedDatabase } from "../../faults/databases.ts";
import type { Order } from "../../faults/order.ts";
import { given, processOver } from "../../policies/scene.ts";
import { startServer } from "../../support/server-process.ts";
import { print, writeRate, writeRatio } from "../report.ts";
import { type Subject, interleave } from "../rounds.ts";
import type { SuiteOptions } from "../suite.ts";
import { type BareTable, barePostgres, bareSqlite, bareSubject } from "./bare-commits.ts";
import { orderMaker, shareOut } from "./orders.ts";

const WRITERS = 32;
const SMALL_ROW_BYTES = 2_000;

/** Decisions recorded a second, against a single row committed on the same disk; one writer and 32. */
export async function recordSuite({ rounds, cases }: SuiteOptions): Promise<void> {
  for (const dialect of DIALECTS) await measure(dialect, { rounds, count: cases });
}

async function measure(
  dialect: Dialect,
  { rounds, count }: { readonly rounds: number; readonly count: number },
): Promise<void> {
  const database = await newServedDatabase(dialect);
  const table = await bareTable(database);
  const server = await startServer(database.server);
  const store = await openStore(database.place);
  const { context } = processOver(store);
  const nextOrder = orderMaker();
  const recordBytes = await sizeOfRecord(context, nextOrder());
  const line = { url: server.url, key: database.key };
  const recorded = (name: string, writers: number, record: (order: Order) => Promise<void>): Subject => ({
    name: `${name}, ${writers === 1 ? "one writer" : `${writers} writers`}`,
    run: () => shareOut(count, writers, () => record(nextOrder())),
  });
  const [one, many] = [1, WRITERS].map((writers) => ({
    small: bareSubject(table, { bytes: SMALL_ROW_BYTES, writers, count }),
    large: bareSubject(table, { bytes: recordBytes, writers, count }),
    inProcess: recorded("recorded in this process", writers, (order) => record(context, order)),
    overHttp: recorded("recorded over HTTP", writers, (order) => send(line, order)),
  })) as [Subjects, Subjects];
  const subjects = [one, many].flatMap(({ small, large, inProcess, overHttp }) => [
    small,
    large,
    inProcess,
    overHttp,
  ]);
  const rates = await interleave(subjects, rounds);
  print(
    "",
    `${table.name}: ${count} decisions a round, a record of ${Math.round(recordBytes / 1_000)} KB each`,
    "  a second",
    ...subjects.map((subject) => writeRate(subject, rates)),
    "  of a bare row",
    ...[one, many].flatMap(({ small, large, inProcess, overHttp }) => [
      writeRatio(rates, inProcess, small),
      writeRatio(rates, inProcess, large),
      writeRatio(rates, overHttp, large),
    ]),
  );
  await store.close();
  await server.stop();
  await table.close();
  await database.remove();
}

type Subjects = Readonly<Record<"small" | "large" | "inProcess" | "overHttp", Subject>>;

async function bareTable({ server, place }: ServedDatabase): Promise<BareTable> {
  return "url" in place ? barePostgres(place.url, WRITERS) : bareSqlite(server.data);
}

const WRITER = { kind: "key", id: "writer", scopes: ["decide"] } as const;

async function record(context: ServiceContext, { key, body }: Order): Promise<void> {
  const request = { method: "POST", path: "/v1/decisions", body };
  given(await recordDecision(context, { actor: WRITER, key, request }));
}

async function sizeOfRecord(context: ServiceContext, order: Order): Promise<number> {
  await record(context, order);
  const row = await context.store.read((db) =>
    db
      .selectFrom("audit_events")
      .select("body")
      .where("action", "=", "decision.recorded")
      .executeTakeFirstOrThrow(),
  );
  return Buffer.byteLength(row.body);
}

async function send(line: Parameters<typeof sendOrder>[0], order: Order): Promise<void> {
  const { status, text } = await sendOrder(line, order);
  if (status !== 201) throw new Error(`it was answered ${status}: ${text}`);
}
