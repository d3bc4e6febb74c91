import type { Kysely } from "kysely";
import type { Db } from "../database/store.ts";

/**
 * How the tables and columns of the sign-in library are called here. The library makes the tables itself; nothing else
 * writes SQL for them than it and this folder.
 */
export const SIGN_IN_NAMES = {
  user: {
    modelName: "users",
    fields: { emailVerified: "email_verified", createdAt: "created_at", updatedAt: "updated_at" },
  },
  session: {
    modelName: "sessions",
    fields: {
      userId: "user_id",
      expiresAt: "expires_at",
      createdAt: "created_at",
      updatedAt: "updated_at",
      ipAddress: "ip_address",
      userAgent: "user_agent",
    },
  },
  account: {
    modelName: "credentials",
    fields: {
      accountId: "account_id",
      providerId: "provider_id",
      userId: "user_id",
      accessToken: "access_token",
      refreshToken: "refresh_token",
      idToken: "id_token",
      accessTokenExpiresAt: "access_token_expires_at",
      refreshTokenExpiresAt: "refresh_token_expires_at",
      createdAt: "created_at",
      updatedAt: "updated_at",
    },
  },
  verification: {
    modelName: "verifications",
    fields: { expiresAt: "expires_at", createdAt: "created_at", updatedAt: "updated_at" },
  },
  twoFactor: {
    modelName: "second_factors",
    fields: {
      userId: "user_id",
      backupCodes: "backup_codes",
      failedVerificationCount: "failed_verification_count",
      lockedUntil: "locked_until",
    },
  },
} as const;

/**
 * Those columns of the library's tables that are read or written here. Moments of its own are text on SQLite and dates
 * on PostgreSQL, its booleans 0 and 1 or booleans; ours (`…_at` of type number) are epoch milliseconds on both.
 */
type SignInTables = {
  users: UsersTable;
  sessions: SessionsTable;
  credentials: CredentialsTable;
  /** `used_codes` is a JSON list of the codes that were used a short while ago, with their moments. */
  second_factors: { id: string; user_id: string; used_codes: string | null };
};

type UsersTable = {
  id: string;
  name: string;
  email: string;
  email_verified: number | boolean;
  two_factor_enabled: number | boolean | null;
  created_at: string | Date;
  updated_at: string | Date;
  /** Staff number of whoever the account is of. */
  person_id: string;
  /** JSON list of roles. */
  roles: string;
  disabled_at: number | null;
  last_signed_in_at: number | null;
};

type SessionsTable = {
  id: string;
  token: string;
  user_id: string;
  started_at: number;
  seen_at: number;
  second_factor: number;
};

/** A way to sign in: a password (`credential`), or an account at the identity provider. */
type CredentialsTable = {
  id: string;
  account_id: string;
  provider_id: string;
  user_id: string;
  password: string | null;
  created_at: string | Date;
  updated_at: string | Date;
};

/** The same database with the tables of the sign-in library in sight. */
export function signInTables(db: Db): Kysely<SignInTables> {
  return db as unknown as Kysely<SignInTables>;
}
