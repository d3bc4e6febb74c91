import { type Actor, ROLES, type Role } from "@evenhand/domain";
import type { UserRow } from "@evenhand/store";

/** An account as administrators see it. */
export type UserView = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** The staff number of whoever the account is of; one person may have several accounts. */
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly disabled: boolean;
  /** Whether a password or an account at the identity provider is there to sign in with. */
  readonly canSignIn: boolean;
  readonly hasSecondFactor: boolean;
  /** RFC 3339, in UTC. */
  readonly createdAt: string;
  /** When a session of it last began; null where none ever did. */
  readonly lastSignedInAt: string | null;
};

export function userView(row: UserRow): UserView {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    personId: row.personId,
    roles: rolesOf(row),
    disabled: row.disabledAt !== null,
    canSignIn: row.canSignIn,
    hasSecondFactor: row.hasSecondFactor,
    createdAt: new Date(row.createdAt).toISOString(),
    lastSignedInAt: row.lastSignedInAt === null ? null : new Date(row.lastSignedInAt).toISOString(),
  };
}

/** The roles of an account; a word that is none, of a newer program perhaps, gives no right. */
export function rolesOf({ roles }: Pick<UserRow, "roles">): readonly Role[] {
  return ROLES.filter((role) => roles.includes(role));
}

/** Whoever an account is of, as the one who acts. */
export function actorOf(row: UserRow, { secondFactor }: { readonly secondFactor: boolean }): Actor {
  return { kind: "user", id: row.id, person: row.personId, roles: rolesOf(row), secondFactor };
}

/** What the audit trail keeps of an account: nothing that names its owner. */
export function auditedUser(row: UserRow): {
  readonly roles: readonly Role[];
  readonly disabled: boolean;
  readonly hasSecondFactor: boolean;
} {
  return { roles: rolesOf(row), disabled: row.disabledAt !== null, hasSecondFactor: row.hasSecondFactor };
}
