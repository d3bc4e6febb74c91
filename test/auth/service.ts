import { randomBytes } from "node:crypto";
import {
  type ApiApp,
  type ProviderConfig,
  type Surroundings,
  createApp,
  surroundingsOver,
} from "@evenhand/api";
import type { KeyScope, Role } from "@evenhand/domain";
import { signerFrom } from "@evenhand/evidence";
import {
  type ServiceContext,
  acceptInvitation,
  createKey,
  createUser,
  type RulesSource,
  openRulebook,
} from "@evenhand/service";
import type { Store } from "@evenhand/store";
import { RULE_FILES } from "../docs/service.ts";

/** The service over a real store, with a clock that a test turns, and people who really sign in. */
export type TestService = {
  readonly app: ApiApp;
  readonly surroundings: Surroundings;
  readonly context: ServiceContext;
  /** Turns the clock on. */
  readonly pass: (ms: number) => void;
  readonly now: () => number;
  /** Makes an account with a password, as its owner would with the link. */
  readonly person: (given: {
    readonly roles: readonly Role[];
    readonly personId?: string;
    readonly email?: string;
    readonly name?: string;
  }) => Promise<TestPerson>;
  /** Signs in and gives the cookie. */
  readonly signIn: (person: Pick<TestPerson, "email">) => Promise<string>;
  /** Makes a key and gives its whole text. */
  readonly key: (
    scopes: readonly KeyScope[],
    options?: { readonly expiresInDays?: number },
  ) => Promise<TestKey>;
  readonly send: (path: string, sent?: Sending) => Promise<Answer>;
};

export type TestPerson = { readonly id: string; readonly email: string; readonly personId: string };
export type TestKey = { readonly id: string; readonly key: string };

export type Sending = {
  readonly method?: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly cookie?: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** The cookies to send from now on, put together with those that were sent. */
  readonly cookie: string;
};

const RULES = { state: "open", ...openRulebook(RULE_FILES) } as const;

export const ORIGIN = "http://localhost";
export const PASSWORD = "four words in a row";
export const MINUTE_MS = 60 * 1000;

const OPERATOR = { kind: "system", id: "test" } as const;

export async function serviceOver(
  store: Store,
  given: {
    readonly provider?: ProviderConfig;
    readonly publicUrl?: string;
    readonly servedOverHttps?: boolean;
    readonly startsAt?: number;
    /** The admin app as it was built. */
    readonly adminFolder?: string;
    /** Default: the rules of the project, whatever the store holds. */
    readonly rules?: RulesSource;
  } = {},
): Promise<TestService> {
  let clock = given.startsAt ?? Date.UTC(2026, 6, 10, 1);
  const now = (): number => clock;
  const quiet = (): undefined => undefined;
  let requests = 0;
  const surroundings = await surroundingsOver({
    store,
    signer: signerFrom(new Uint8Array(32).fill(7), "test/log"),
    authSecret: randomBytes(32).toString("hex"),
    rules: async () => (given.rules ? { state: "open", ...(await given.rules()) } : RULES),
    rulebook: async (atLeast) => (given.rules ? (await given.rules(atLeast)).rulebook : RULES.rulebook),
    random: (bytes) => randomBytes(bytes),
    now,
    log: { info: quiet, warn: quiet, error: quiet } as unknown as Surroundings["log"],
    newRequestId: () => `r-${(requests += 1)}`,
    servedOverHttps: given.servedOverHttps ?? false,
    ...(given.publicUrl === undefined ? {} : { publicUrl: given.publicUrl }),
    ...(given.adminFolder === undefined ? {} : { adminFolder: given.adminFolder }),
    ...(given.provider ? { provider: given.provider } : {}),
  });
  const app = createApp(surroundings);
  const context = surroundings.service();
  const send = sender(app);
  return {
    app,
    surroundings,
    context,
    now,
    pass: (ms) => void (clock += ms),
    person: (person) => makePerson(surroundings, person),
    key: (scopes, options) => makeKey(context, scopes, options),
    signIn: async ({ email }) => {
      const body = { email, password: PASSWORD };
      const { status, cookie, text } = await send("/api/auth/sign-in/email", { method: "POST", body });
      if (status !== 200) throw new Error(`signing in gave ${status}: ${text}`);
      return cookie;
    },
    send,
  };
}

/** The statuses of answers that may come in any order, in the order of their numbers. */
export function statuses(answers: readonly { readonly status: number }[]): readonly number[] {
  return answers.map(({ status }) => status).toSorted((one, other) => one - other);
}

let people = 0;

/** Everybody here has the same password, and hashing it takes a tenth of a second by design. */
let passwordHash: Promise<string> | undefined;

async function makePerson(
  { service, signIn }: Surroundings,
  given: Parameters<TestService["person"]>[0],
): Promise<TestPerson> {
  people += 1;
  const {
    personId = `E${1000 + people}`,
    email = `person-${people}@example.org`,
    roles,
    name = "Somebody",
  } = given;
  const body = { email, name, personId, roles };
  const made = await createUser(service(), { actor: OPERATOR, body });
  if ("refusal" in made) throw new Error(JSON.stringify(made.refusal.problems));
  const { token } = made.invitation;
  const hashed = await (passwordHash ??= signIn().hashPassword(PASSWORD));
  await acceptInvitation(service(), { token, name, password: PASSWORD, hash: async () => hashed });
  return { id: made.user.id, email, personId };
}

async function makeKey(
  context: ServiceContext,
  scopes: readonly KeyScope[],
  options: { readonly expiresInDays?: number } = {},
): Promise<TestKey> {
  const made = await createKey(context, { actor: OPERATOR, body: { name: "a system", scopes, ...options } });
  if ("refusal" in made) throw new Error(JSON.stringify(made.refusal.problems));
  return { id: made.view.id, key: made.key };
}

/** Sends as a browser of ours does: what changes something says from where it comes. */
function sender(app: ApiApp): TestService["send"] {
  return async (path, { method = "GET", body, cookie, key, headers = {} } = {}) => {
    const response = await app.request(path, {
      method,
      headers: {
        ...(method === "GET" ? {} : { Origin: ORIGIN }),
        ...(cookie === undefined ? {} : { Cookie: cookie }),
        ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get("Content-Type")?.includes("json") === true;
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (isJson ? JSON.parse(text) : {}) as Answer["body"],
      cookie: cookiesAfter(cookie ?? "", response.headers.getSetCookie()),
    };
  };
}

/** What a browser sends from now on: what it had, with what was set, without what was taken away. */
function cookiesAfter(before: string, set: readonly string[]): string {
  const jar = new Map(before.split("; ").flatMap((cookie) => (cookie === "" ? [] : [pairOf(cookie)])));
  for (const cookie of set) {
    const [name, value] = pairOf(cookie.split(";")[0] ?? "");
    if (/Max-Age=0(?:;|$)/i.test(cookie)) jar.delete(name);
    else jar.set(name, value);
  }
  return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
}

function pairOf(cookie: string): readonly [string, string] {
  const at = cookie.indexOf("=");
  return [cookie.slice(0, at), cookie.slice(at + 1)];
}
