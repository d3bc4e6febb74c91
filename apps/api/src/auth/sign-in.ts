/** The session of a person, as the sign-in library found it. Moments are epoch milliseconds of our own clock. */
export type OpenSession = {
  readonly id: string;
  readonly userId: string;
  readonly personId: string;
  /** JSON list. */
  readonly roles: string;
  readonly isDisabled: boolean;
  readonly startedAt: number;
  readonly seenAt: number;
  readonly secondFactor: boolean;
};

/** What is handed to the sign-in library: nothing of a request but what it needs. */
export type LibraryAsk = {
  readonly method: "GET" | "POST";
  /** Behind the base path, with its query: `/sign-in/email`. */
  readonly path: string;
  /** Where the browser believes it is: `https://evenhand.example.org`. */
  readonly origin: string;
  readonly cookie?: string | undefined;
  readonly body?: object;
};

/** What the library answers; `body` is its JSON, if it is any. */
export type LibraryAnswer = {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly cookies: readonly string[];
  readonly location: string | null;
};

/** Accounts, passwords, sessions and second factors, as the sign-in library keeps them. */
export type SignIn = {
  /** @throws whatever kept the library from answering, such as StoreUnavailable */
  readonly ask: (ask: LibraryAsk) => Promise<LibraryAnswer>;
  /** The session that a `Cookie` header brings, where its signature holds and it is still kept. */
  readonly session: (cookie: string) => Promise<OpenSession | undefined>;
  readonly hashPassword: (password: string) => Promise<string>;
  /** Whether an identity provider is configured. */
  readonly offersProvider: boolean;
};

/** How the identity provider is called in addresses. */
export const PROVIDER = "oidc";
export const AUTH_PATH = "/api/auth";

/** Twelve hours after it began a session is over, whatever happens in it. */
export const SESSION_MS = 12 * 60 * 60 * 1000;
/** After half an hour in which nothing was asked for, it is over too. */
export const IDLE_MS = 30 * 60 * 1000;
