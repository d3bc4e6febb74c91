import type { Selectable } from "kysely";
import type { Db } from "../database/store.ts";
import type { InvitationsTable } from "../database/tables.ts";

export type InvitationRow = Selectable<InvitationsTable>;

/** A new one-time link; those that the account still has end with it, so that one link is valid at a time. */
export async function insertInvitation(
  tx: Db,
  invitation: {
    readonly tokenHash: string;
    readonly userId: string;
    readonly createdAt: number;
    readonly expiresAt: number;
  },
): Promise<void> {
  await closeInvitations(tx, invitation.userId, invitation.createdAt);
  await tx
    .insertInto("invitations")
    .values({
      token_hash: invitation.tokenHash,
      user_id: invitation.userId,
      created_at: invitation.createdAt,
      expires_at: invitation.expiresAt,
      used_at: null,
    })
    .execute();
}

export async function invitationByHash(db: Db, tokenHash: string): Promise<InvitationRow | undefined> {
  return db.selectFrom("invitations").selectAll().where("token_hash", "=", tokenHash).executeTakeFirst();
}

/** The link of an account that was made last, whether or not it can still be used. */
export async function newestInvitation(db: Db, userId: string): Promise<InvitationRow | undefined> {
  return db
    .selectFrom("invitations")
    .selectAll()
    .where("user_id", "=", userId)
    .orderBy("created_at", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Uses a link up. INVARIANT: of several that try at once, one is told `true`. */
export async function useInvitation(tx: Db, tokenHash: string, at: number): Promise<boolean> {
  const used = await tx
    .updateTable("invitations")
    .set({ used_at: at })
    .where("token_hash", "=", tokenHash)
    .where("used_at", "is", null)
    .where("expires_at", ">", at)
    .executeTakeFirst();
  return used.numUpdatedRows > 0n;
}

export async function closeInvitations(tx: Db, userId: string, at: number): Promise<void> {
  await tx
    .updateTable("invitations")
    .set({ used_at: at })
    .where("user_id", "=", userId)
    .where("used_at", "is", null)
    .execute();
}
