import { setTimeout as pause } from "node:timers/promises";
import { type Store, StoreUnavailable, isErasedUser, metaValue } from "@evenhand/store";
import { betterAuth } from "better-auth";
import type { BetterAuthOptions } from "better-auth";
import { hashPassword } from "better-auth/crypto";
import { getMigrations } from "better-auth/db/migration";
import { type LibraryGiven, libraryOptions } from "./library-options.ts";
import { AUTH_PATH, type LibraryAnswer, type LibraryAsk, type OpenSession, type SignIn } from "./sign-in.ts";

/** Opens the sign-in library on the store, and makes the tables that it lacks. */
export async function openSignIn(given: LibraryGiven): Promise<SignIn> {
  const options: BetterAuthOptions = {
    ...libraryOptions(given),
    // What is no refusal is thrown at the one who asked; otherwise it would be printed, and answered without a cause.
    onAPIError: { throw: true },
  };
  await makeTables(options);
  const auth = betterAuth(options);
  await auth.$context;
  const answering = async (ask: LibraryAsk): Promise<LibraryAnswer> =>
    answerOf(await auth.handler(requestOf(ask)));
  const lookingUp = async (cookie: string): Promise<OpenSession | undefined> => {
    const found: unknown = await auth.api.getSession({
      headers: new Headers({ cookie }),
      query: { disableCookieCache: true, disableRefresh: true },
    });
    return found ? sessionOf(found as FoundSession) : undefined;
  };
  return {
    ask: (ask) => answering(ask).catch((error: unknown) => rethrow(error, given.store)),
    session: (cookie) => lookingUp(cookie).catch((error: unknown) => rethrow(error, given.store)),
    hashPassword,
    offersProvider: given.provider !== undefined,
  };
}

/**
 * What kept the library from answering, in the words of the store where it was the store: the library wraps what it
 * catches, so its causes are looked through, and the store is asked whether it is there.
 */
async function rethrow(error: unknown, store: Store): Promise<never> {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof StoreUnavailable) throw cause;
  await store.read((db) => metaValue(db, "log-key"));
  throw error;
}

const MOST_TRIES = 10;
const PAUSE_MS = 200;

/**
 * Of several processes that start at once, one makes a table before the other can, which then fails; what is missing is
 * looked up again, until nothing is.
 */
async function makeTables(options: BetterAuthOptions): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    const { toBeCreated, toBeAdded, toBeAddedIndexes, runMigrations } = await getMigrations(options);
    if (toBeCreated.length + toBeAdded.length + toBeAddedIndexes.length === 0) return;
    try {
      await runMigrations();
    } catch (error) {
      if (tried === MOST_TRIES) throw error;
      await pause(PAUSE_MS);
    }
  }
}

function requestOf({ method, path, origin, cookie, body }: LibraryAsk): Request {
  return new Request(`${origin}${AUTH_PATH}${path}`, {
    method,
    headers: {
      Origin: origin,
      ...(cookie === undefined ? {} : { Cookie: cookie }),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function answerOf(response: Response): Promise<LibraryAnswer> {
  if (response.status >= 500) throw new Error(`the sign-in library answered ${response.status}`);
  return {
    status: response.status,
    body: bodyOf(await response.text()),
    cookies: response.headers.getSetCookie(),
    location: response.headers.get("Location"),
  };
}

function bodyOf(text: string): LibraryAnswer["body"] {
  if (!text.startsWith("{")) return {};
  return JSON.parse(text) as LibraryAnswer["body"];
}

type FoundSession = {
  readonly session: {
    readonly id: string;
    readonly userId: string;
    readonly startedAt: number;
    readonly seenAt: number;
    readonly secondFactor: number;
  };
  readonly user: { readonly personId: string; readonly roles: string; readonly disabledAt: number | null };
};

function sessionOf({ session, user }: FoundSession): OpenSession {
  return {
    id: session.id,
    userId: session.userId,
    personId: user.personId,
    roles: user.roles,
    isDisabled: user.disabledAt !== null || isErasedUser(user),
    startedAt: session.startedAt,
    seenAt: session.seenAt,
    secondFactor: session.secondFactor === 1,
  };
}
