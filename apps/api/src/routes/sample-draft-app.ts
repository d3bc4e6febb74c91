import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Actor, Role } from "@evenhand/domain";
import { signerFrom } from "@evenhand/evidence";
import { type ServiceContext, rulebookOfStore, takeInRules } from "@evenhand/service";
import { openStore, readRuleFiles } from "@evenhand/store";
import { createApp } from "../app.ts";
import type { ApiApp } from "../http/env.ts";
import { declaredRoutes } from "../http/route.ts";
import { draftRoutes } from "./drafts.ts";
import { publishRoutes } from "./publish.ts";
import { reviewRoutes } from "./reviews.ts";
import { SAMPLE_NOW, sampleSurroundings } from "../sample-surroundings.ts";

/** The app over a database of its own, in which complaint fines are published. */
export type DraftApp = {
  readonly app: ApiApp;
  /** Sends a request as somebody; a body goes as JSON. */
  readonly as: (who: Actor) => Send;
  readonly close: () => Promise<void>;
};

export type Send = (
  method: "GET" | "POST" | "PUT",
  path: string,
  sent?: { readonly body?: unknown; readonly revision?: number; readonly headers?: Record<string, string> },
) => Promise<Response>;

const FOLDER = fileURLToPath(new URL("../../../../rules", import.meta.url));

export async function openDraftApp(): Promise<DraftApp> {
  const folder = mkdtempSync(join(tmpdir(), "evenhand-drafts-"));
  const store = await openStore({ file: join(folder, "evenhand.db") });
  const context: ServiceContext = {
    store,
    rulebook: rulebookOfStore(store),
    now: () => SAMPLE_NOW,
    random: (bytes) => randomBytes(bytes),
    signer: signerFrom(randomBytes(32), "test.example/log"),
    alarm: (message) => {
      throw new Error(message);
    },
  };
  const files = readRuleFiles(FOLDER);
  const fines = files.policies.filter(({ path }) => path.startsWith("complaint-fines/"));
  await takeInRules(context, { ...files, policies: fines });
  const actors = new Map<string, Actor>();
  const app = createApp(
    sampleSurroundings({
      service: () => context,
      authenticate: async (c) => actors.get(c.req.header("X-Test-Actor") ?? "") ?? NOBODY,
    }),
  );
  if (!declaredRoutes(app).some(({ path }) => path === "/v1/drafts")) register(app, context);
  return {
    app,
    as: (who) => {
      actors.set(who.id, who);
      return async (method, path, { body, revision, headers = {} } = {}) =>
        app.request(path, {
          method,
          headers: {
            "X-Test-Actor": who.id,
            ...(body === undefined ? {} : { "Content-Type": "application/json" }),
            ...(revision === undefined ? {} : { "If-Match": `"${revision}"` }),
            ...headers,
          },
          ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
        });
    },
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function register(app: ApiApp, context: ServiceContext): void {
  const surroundings = sampleSurroundings({ service: () => context });
  draftRoutes(app, surroundings);
  reviewRoutes(app, surroundings);
  publishRoutes(app, surroundings);
}

/** Somebody without any right. */
const NOBODY: Actor = { kind: "key", id: "nobody", scopes: [] };

/** Somebody with an account. */
export function person(staffId: string, ...roles: readonly Role[]): Actor {
  return { kind: "user", id: `${staffId}-${roles.join("-")}`, person: staffId, roles, secondFactor: true };
}
