import type { ServiceContext } from "../../context.ts";
import { type Db, insertInvitation } from "@evenhand/store";
import { newSecret, secretHash } from "../secret.ts";

/** A link with which somebody sets their name and password, once. The token is shown once and kept as a hash. */
export type Invitation = {
  readonly token: string;
  /** RFC 3339, in UTC. */
  readonly expiresAt: string;
};

/** How long a link can be used. */
const VALID_MS = 7 * 24 * 60 * 60 * 1000;

/** Makes a link for an account; the ones before it end. */
export async function invite(
  context: Pick<ServiceContext, "now" | "random">,
  tx: Db,
  userId: string,
): Promise<Invitation> {
  const token = newSecret(context);
  const createdAt = context.now();
  const expiresAt = createdAt + VALID_MS;
  await insertInvitation(tx, { tokenHash: secretHash(token), userId, createdAt, expiresAt });
  return { token, expiresAt: new Date(expiresAt).toISOString() };
}
