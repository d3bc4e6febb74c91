import { type RunningServer, startServer } from "../../support/server-process.ts";
import type { Line } from "../client.ts";
import type { ServedDatabase } from "../databases.ts";

/** Several servers that share one database. */
export type Servers = { readonly lines: readonly Line[]; readonly stop: () => Promise<void> };

/** Starts the first one alone, which takes in the rules; the others come at once. */
export async function startServers({ server, key }: ServedDatabase, count: number): Promise<Servers> {
  const first = await startServer(server);
  const others = await Promise.all(Array.from({ length: count - 1 }, () => startServer(server)));
  const running: readonly RunningServer[] = [first, ...others];
  return {
    lines: running.map(({ url }) => ({ url, key })),
    stop: async () => {
      await Promise.all(running.map(({ stop }) => stop()));
    },
  };
}
