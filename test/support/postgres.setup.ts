import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { openStore } from "@evenhand/store";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { type PostgresServer, startPostgres } from "./postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where a test asks for the server, which starts with the first who asks. */
    postgresStarter: string;
  }
}

/** The database that those of the tests are copies of; its tables are made once. */
export const TEMPLATE = "evenhand_template";

let starter: Server | undefined;
let starting: Promise<PostgresServer> | undefined;

/** One PostgreSQL for a run of tests. A run in which nothing asks for it does not start it. */
export async function setup(project: TestProject): Promise<void> {
  starter = createServer((_request, response) => {
    starting ??= startWithTemplate();
    starting.then(
      (server) => response.end(server.url()),
      (error: unknown) => {
        response.statusCode = 500;
        response.end(error instanceof Error ? error.stack : "PostgreSQL did not start");
      },
    );
  });
  await new Promise<void>((done) => starter?.listen(0, "127.0.0.1", done));
  const { port } = starter.address() as AddressInfo;
  project.provide("postgresStarter", `http://127.0.0.1:${port}`);
}

/** Stops the server and removes what it kept. */
export async function teardown(): Promise<void> {
  starter?.closeAllConnections();
  starter?.close();
  const server = await starting?.catch(() => undefined);
  await server?.stop();
  server?.remove();
}

async function startWithTemplate(): Promise<PostgresServer> {
  const server = await startPostgres();
  const client = new pg.Client(server.url());
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const store = await openStore({ url: server.url(TEMPLATE) });
  await store.close();
  return server;
}
