import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp, listen } from "@evenhand/api";
import { ROLES, type Role, SCOPES } from "@evenhand/domain";
import { rulesOfStore, takeInRules } from "@evenhand/service";
import { type Store, openStore } from "@evenhand/store";
import { type TestPerson, type TestService, serviceOver } from "../../auth/service.ts";
import { RULE_FILES } from "../../docs/service.ts";
import { send } from "../send.ts";

/** The real service over a database of its own, listening on a port of loopback, with somebody of every kind. */
export type World = {
  readonly port: number;
  readonly service: TestService;
  /** Headers with which somebody sends, by who they are: a role, a scope, `nobody`. */
  readonly subjects: ReadonlyMap<string, Headers>;
  /** Somebody who has signed in, and how they send. */
  readonly person: (...roles: readonly Role[]) => Promise<SignedIn>;
  readonly close: () => Promise<void>;
};

type Headers = Readonly<Record<string, string>>;
export type SignedIn = { readonly headers: Headers; readonly person: TestPerson };

/** 2026-07-10, 09:00 in Shanghai; the clock stands still. */
const NOW = Date.UTC(2026, 6, 10, 1);

/** A world over a file of its own. */
export async function openWorld(): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), "evenhand-world-"));
  const store = await openStore({ file: join(folder, "evenhand.db") });
  const world = await openWorldOver(store);
  return {
    ...world,
    close: async () => {
      await world.close();
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The same over a store, which stays open. */
export async function openWorldOver(store: Store): Promise<World> {
  await takeInRules({ store, now: () => NOW }, RULE_FILES);
  const service = await serviceOver(store, { rules: rulesOfStore(store), startsAt: NOW });
  const { surroundings } = service;
  const app = createApp(surroundings);
  const server = await listen(app, { host: "127.0.0.1", port: 0, surroundings });
  const origin = server.url;
  const person = async (...roles: readonly Role[]): Promise<SignedIn> => {
    const made = await service.person({ roles });
    const cookie = await service.signIn(made);
    return { headers: { Cookie: cookie, Origin: origin }, person: made };
  };
  const subjects = new Map<string, Headers>([["nobody", {}]]);
  for (const role of ROLES) subjects.set(role, (await person(role)).headers);
  for (const scope of SCOPES) {
    const { key } = await service.key([scope]);
    subjects.set(scope, { Authorization: `Bearer ${key}` });
  }
  const port = Number(new URL(origin).port);
  // That a key is in use is kept once a minute, and the clock stands still; from here on nobody's first time is left.
  for (const headers of subjects.values()) await send(port, { path: "/v1/me", headers });
  await store.write(async () => undefined);
  return {
    port,
    service,
    subjects,
    person,
    close: server.stop,
  };
}
