import { randomBytes } from "node:crypto";
import {
  type ApiApp,
  type ListeningServer,
  type Surroundings,
  createApp,
  createMetrics,
  listen,
  surroundingsOver,
} from "@evenhand/api";
import type { KeyScope } from "@evenhand/domain";
import { signerFrom, verifierKeyOf } from "@evenhand/evidence";
import { type ServiceContext, createKey, rulesOfStore, takeInRules } from "@evenhand/service";
import type { Store } from "@evenhand/store";
import { FILES } from "../policies/scene.ts";

/** One process of the service over a database: its app, and what it logged. */
export type Process = {
  readonly app: ApiApp;
  readonly surroundings: Surroundings & Required<Pick<Surroundings, "metrics">>;
  readonly context: ServiceContext;
  readonly logged: readonly Logged[];
  /** Makes a key and gives its whole text. */
  readonly key: (...scopes: readonly KeyScope[]) => Promise<string>;
};

export type Logged = {
  readonly level: "info" | "warn" | "error";
  readonly message: string;
  readonly fields: object;
};

const SIGNER = signerFrom(new Uint8Array(32).fill(7), "test.example/log");
export const VERIFIER_KEY = verifierKeyOf(SIGNER);

const OPERATOR = { kind: "system", id: "test" } as const;

/** The service as the program opens it, with the rules of complaint fines taken in, at the time of the machine. */
export async function processOver(store: Store): Promise<Process> {
  const logged: Logged[] = [];
  const rules = rulesOfStore(store, { elapsed: () => performance.now() });
  const metrics = createMetrics();
  const surroundings = await surroundingsOver({
    store,
    signer: SIGNER,
    authSecret: "s".repeat(32),
    rules: async () => ({ state: "open", ...(await rules()) }),
    rulebook: async () => (await rules()).rulebook,
    random: (bytes) => randomBytes(bytes),
    now: () => Date.now(),
    log: logInto(logged),
    newRequestId: () => randomBytes(8).toString("hex"),
    servedOverHttps: false,
    metrics,
  });
  const context = surroundings.service();
  await takeInRules(context, FILES);
  return {
    app: createApp(surroundings),
    surroundings: { ...surroundings, metrics },
    context,
    logged,
    key: (...scopes) => newKey(context, scopes),
  };
}

function logInto(logged: Logged[]): Surroundings["log"] {
  const at =
    (level: Logged["level"]) =>
    (fields: object | string, message = ""): void => {
      logged.push(
        typeof fields === "string" ? { level, message: fields, fields: {} } : { level, message, fields },
      );
    };
  return { info: at("info"), warn: at("warn"), error: at("error") } as unknown as Surroundings["log"];
}

async function newKey(context: ServiceContext, scopes: readonly KeyScope[]): Promise<string> {
  const made = await createKey(context, { actor: OPERATOR, body: { name: "a system", scopes } });
  if ("refusal" in made) throw new Error(JSON.stringify(made.refusal.problems));
  return made.key;
}

/** Serves an app on a free port of this machine. */
export async function serve(app: ApiApp, surroundings: Surroundings): Promise<ListeningServer> {
  return listen(app, { host: "127.0.0.1", port: 0, surroundings });
}
