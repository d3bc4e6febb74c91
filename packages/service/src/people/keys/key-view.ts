import { type KeyScope, SCOPES } from "@evenhand/domain";
import type { KeyRow } from "@evenhand/store";

/** A key as administrators see it; its secret is shown once, when it is made. Moments are RFC 3339, in UTC. */
export type KeyView = {
  readonly id: string;
  readonly name: string;
  /** What the key begins with. */
  readonly prefix: string;
  readonly scopes: readonly KeyScope[];
  readonly state: "valid" | "expired" | "revoked";
  readonly createdAt: string;
  readonly expiresAt: string | null;
  /** To the minute; null of one that was never used. */
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
  /** The key that takes its place. */
  readonly rotatedTo: string | null;
};

export function keyView(row: KeyRow, now: number): KeyView {
  return {
    id: row.id,
    name: row.name,
    prefix: `evh_${row.prefix}`,
    scopes: scopesOf(row),
    state: keyState(row, now),
    createdAt: instant(row.created_at),
    expiresAt: row.expires_at === null ? null : instant(row.expires_at),
    lastUsedAt: row.last_used_at === null ? null : instant(row.last_used_at),
    revokedAt: row.revoked_at === null ? null : instant(row.revoked_at),
    rotatedTo: row.rotated_to,
  };
}

/** The scopes of a key; a word that is none gives no right. */
export function scopesOf({ scopes }: Pick<KeyRow, "scopes">): readonly KeyScope[] {
  const listed = JSON.parse(scopes) as readonly unknown[];
  return SCOPES.filter((scope) => listed.includes(scope));
}

/** Whether a key can be used at a moment. */
export function keyState(row: Pick<KeyRow, "revoked_at" | "expires_at">, at: number): KeyView["state"] {
  if (row.revoked_at !== null) return "revoked";
  return row.expires_at !== null && row.expires_at <= at ? "expired" : "valid";
}

/** What the audit trail keeps of a key. */
export function auditedKey(view: KeyView): object {
  const { name, prefix, scopes, expiresAt, revokedAt, rotatedTo } = view;
  return { name, prefix, scopes, expiresAt, revokedAt, rotatedTo };
}

function instant(at: number): string {
  return new Date(at).toISOString();
}
