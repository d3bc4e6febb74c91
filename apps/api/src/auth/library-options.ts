import { SIGN_IN_NAMES, type Store, isErasedUser, noteSignIn, userById } from "@evenhand/store";
import type { BetterAuthOptions } from "better-auth";
import { genericOAuth, twoFactor } from "better-auth/plugins";
import { codesOnce } from "./codes-once.ts";
import { AUTH_PATH, PROVIDER, SESSION_MS } from "./sign-in.ts";

/** An identity provider that speaks OpenID Connect. */
export type ProviderConfig = {
  /** As it stands in its tokens: `https://id.example.org`. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
};

export type LibraryGiven = {
  readonly store: Store;
  /** Signs cookies and encrypts second factors; at least 32 characters that nobody can guess. */
  readonly secret: string;
  readonly servedOverHttps: boolean;
  readonly provider?: ProviderConfig;
  /** The clock, epoch milliseconds. */
  readonly now: () => number;
  /** Told of the id of an account that was joined with one at the identity provider. */
  readonly onLinked: (userId: string) => Promise<void>;
  /** Told of anything the library itself calls an error. */
  readonly onTrouble: () => void;
};

/** Where a second factor is checked; a session that begins there was begun with one. */
const SECOND_FACTOR_PATHS: ReadonlySet<string | undefined> = new Set([
  "/two-factor/verify-totp",
  "/two-factor/verify-backup-code",
]);
const TAKEN_OFF = "/two-factor/disable";

/** How the sign-in library is set up. What is off is off on purpose: sign-up, cached sessions, trusted devices, telemetry. */
export function libraryOptions(given: LibraryGiven): BetterAuthOptions {
  const { store, secret, provider } = given;
  return {
    appName: "Evenhand",
    basePath: AUTH_PATH,
    secret,
    database: { db: store.auth.db, type: store.auth.type },
    telemetry: { enabled: false },
    logger: { log: (level) => void (level === "error" && given.onTrouble()) },
    // Ours, which know accounts as well as addresses, stand in front.
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    user: { ...SIGN_IN_NAMES.user, additionalFields: USER_FIELDS },
    session: {
      ...SIGN_IN_NAMES.session,
      additionalFields: SESSION_FIELDS,
      expiresIn: SESSION_MS / 1000,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      // How fresh a session is does not matter: what is sensitive asks for the password.
      freshAge: 0,
    },
    account: {
      ...SIGN_IN_NAMES.account,
      // INVARIANT: an account at the provider is joined with one of ours by a verified address only, on both sides.
      accountLinking: { enabled: true, trustedProviders: [], allowDifferentEmails: false },
      updateAccountOnSignIn: false,
    },
    verification: SIGN_IN_NAMES.verification,
    advanced: cookiesOf(given),
    databaseHooks: hooksOf(given),
    plugins: [
      twoFactor({
        issuer: "Evenhand",
        // Whoever signs in at the identity provider only has no password to give.
        allowPasswordless: true,
        schema: {
          user: { fields: { twoFactorEnabled: "two_factor_enabled" } },
          twoFactor: SIGN_IN_NAMES.twoFactor,
        },
      }),
      codesOnce(given),
      ...(provider ? [genericOAuth({ config: [providerOptions(provider)] })] : []),
    ],
  };
}

const USER_FIELDS = {
  personId: { type: "string", required: true, input: false, fieldName: "person_id" },
  roles: { type: "string", required: true, input: false },
  disabledAt: { type: "number", bigint: true, required: false, input: false, fieldName: "disabled_at" },
  lastSignedInAt: {
    type: "number",
    bigint: true,
    required: false,
    input: false,
    fieldName: "last_signed_in_at",
  },
} as const;

const SESSION_FIELDS = {
  startedAt: { type: "number", bigint: true, required: true, input: false, fieldName: "started_at" },
  seenAt: { type: "number", bigint: true, required: true, input: false, fieldName: "seen_at" },
  secondFactor: { type: "number", required: true, input: false, fieldName: "second_factor" },
} as const;

function cookiesOf({ servedOverHttps }: LibraryGiven): BetterAuthOptions["advanced"] {
  return {
    // A cookie that begins so is only taken by browsers when it is Secure, of this host alone and of every path.
    cookiePrefix: servedOverHttps ? "__Host-evenhand" : "evenhand",
    useSecureCookies: false,
    defaultCookieAttributes: { secure: servedOverHttps, httpOnly: true, sameSite: "lax", path: "/" },
    disableOriginCheck: false,
    disableCSRFCheck: false,
  };
}

function hooksOf(given: LibraryGiven): BetterAuthOptions["databaseHooks"] {
  return {
    session: {
      create: {
        before: async (session, context) => {
          const user = await given.store.read((db) => userById(db, session.userId));
          // INVARIANT: no session begins in an account that is shut.
          if (!user || user.disabledAt !== null || isErasedUser(user)) return false;
          return { data: beginning(session, { path: context?.path, at: given.now() }) };
        },
        after: async (session, context) => {
          const { userId, startedAt } = session as Readonly<Record<string, unknown>>;
          if (typeof userId !== "string" || typeof startedAt !== "number") return;
          const user = await given.store.read((db) => userById(db, userId));
          // A session after the password alone ends at once where a code is still to come.
          if (user?.hasSecondFactor && context?.path === "/sign-in/email") return;
          if ((user?.lastSignedInAt ?? -Infinity) < startedAt)
            await given.store.write((tx) => noteSignIn(tx, userId, startedAt));
        },
      },
    },
    account: {
      create: {
        // Nothing is ever asked of the provider in somebody's name, so nothing is kept that could be.
        before: async () => ({ data: NO_TOKENS }),
        after: async ({ userId, providerId }) => {
          if (providerId === PROVIDER) await given.onLinked(userId);
        },
      },
    },
  };
}

/**
 * What we keep of a session that begins. One that takes the place of another, as when a second factor is set up in it,
 * goes on from the moment that one began, so that the longest time cannot be stretched.
 */
function beginning(
  session: Readonly<Record<string, unknown>>,
  { path, at }: { readonly path: string | undefined; readonly at: number },
): { readonly startedAt: number; readonly seenAt: number; readonly secondFactor: number } {
  const { startedAt, secondFactor } = session;
  return {
    startedAt: typeof startedAt === "number" ? startedAt : at,
    seenAt: at,
    secondFactor: SECOND_FACTOR_PATHS.has(path) || (secondFactor === 1 && path !== TAKEN_OFF) ? 1 : 0,
  };
}

const NO_TOKENS = { accessToken: null, refreshToken: null, idToken: null };

function providerOptions({ issuer, clientId, clientSecret }: ProviderConfig): ProviderOptions {
  return {
    providerId: PROVIDER,
    discoveryUrl: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    scopes: ["openid", "email", "profile"],
    pkce: true,
    requireIdTokenVerification: true,
    disableSignUp: true,
    disableImplicitSignUp: true,
    overrideUserInfo: false,
  };
}

type ProviderOptions = Parameters<typeof genericOAuth>[0]["config"][number];
