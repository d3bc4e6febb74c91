import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createKey } from "@evenhand/service";
import { type Store, type StorePlace, openStore } from "@evenhand/store";
import pg from "pg";
import { processOver } from "../policies/scene.ts";
import { startPostgres } from "../support/postgres-server.ts";
import type { ServerOptions } from "../support/server-process.ts";

export const DIALECTS = ["sqlite", "postgres"] as const;
export type Dialect = (typeof DIALECTS)[number];

/** A database that servers are started over; unless it is said otherwise every commit waits for the disk. */
export type ServedDatabase = {
  readonly dialect: Dialect;
  /** What every server over it is started with. */
  readonly server: ServerOptions;
  /** The same database, for looking into it from here. */
  readonly place: StorePlace;
  /** A key that may record decisions and read them. */
  readonly key: string;
  /** The processes that keep it, where those are others than the servers. */
  readonly processes: () => readonly number[];
  /** Waits until nothing of a server that was killed still goes on in the database. */
  readonly settled: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

type DatabaseOptions = {
  /** The folder in which its own folder is made. */
  readonly parent?: string;
  /** Of PostgreSQL: whether the server syncs at all. */
  readonly durable?: boolean;
};

export async function newServedDatabase(
  dialect: Dialect,
  { parent = tmpdir(), durable = true }: DatabaseOptions = {},
): Promise<ServedDatabase> {
  const data = mkdtempSync(join(parent, "evenhand-faults-"));
  const removeData = (): void => rmSync(data, { recursive: true, force: true });
  if (dialect === "sqlite") {
    const place = { file: join(data, "evenhand.db") };
    return {
      dialect,
      server: { data },
      place,
      key: await newKey(place),
      processes: () => [],
      // A process that is gone has nothing left in a file.
      settled: async () => {},
      remove: async () => removeData(),
    };
  }
  const server = await startPostgres({ durable });
  const place = { url: server.url() };
  return {
    dialect,
    server: { data, databaseUrl: place.url },
    place,
    key: await newKey(place),
    processes: () => [server.pid, ...childrenOf(server.pid)],
    settled: () => untilNobodyIsConnected(place.url),
    remove: async () => {
      await server.stop();
      server.remove();
      removeData();
    },
  };
}

/**
 * Opens a database for a moment, past its servers. Where one was killed, the next server is to be the first to open the
 * file again and to put it in order; so that this is for while one runs.
 */
export async function lookInto<Seen>(
  { place }: Pick<ServedDatabase, "place">,
  look: (store: Store) => Promise<Seen>,
): Promise<Seen> {
  const store = await openStore(place);
  try {
    return await look(store);
  } finally {
    await store.close();
  }
}

async function newKey(place: StorePlace): Promise<string> {
  return lookInto({ place }, async (store) => {
    const { context } = processOver(store);
    const made = await createKey({ ...context, now: () => Date.now() }, { actor: OPERATOR, body: WRITERS });
    if ("refusal" in made) throw new Error(JSON.stringify(made.refusal.problems));
    return made.key;
  });
}

const OPERATOR = { kind: "system", id: "test" } as const;
const WRITERS = { name: "the writers", scopes: ["decide", "decisions:read"] };

function childrenOf(pid: number): readonly number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
  return text === "" ? [] : text.split(" ").map(Number);
}

/** A PostgreSQL goes on with what a killed client had asked for, up to the answer that nobody takes. */
async function untilNobodyIsConnected(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: "test" });
  await client.connect();
  try {
    for (;;) {
      const { rows } = await client.query<{ many: string }>(
        "select count(*) as many from pg_stat_activity where application_name = 'evenhand'",
      );
      if (Number(rows[0]?.many) === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  } finally {
    await client.end();
  }
}
