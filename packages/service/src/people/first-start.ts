import { systemActor } from "@evenhand/domain";
import {
  type Db,
  appendAuditEvent,
  insertUser,
  listUsers,
  lockUsers,
  newestInvitation,
} from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { newId } from "../identity/new-id.ts";
import { auditedKey, keyView } from "./keys/key-view.ts";
import { makeKey } from "./keys/make-key.ts";
import { type Invitation, invite } from "./users/invitation.ts";
import { personOf } from "./users/person-of.ts";
import { auditedUser, rolesOf } from "./users/user-view.ts";

/** What the operator is told once: the link of the first administrator, and a key with the scope `evaluate`. */
export type FirstStart = {
  readonly email: string;
  readonly invitation: Invitation;
  /** Left out where the one that was given before still serves. */
  readonly key?: string;
};

const FIRST_START = systemActor("first-start");
const SETTLING_MS = 60 * 1000;
const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/**
 * Makes the first administrator, where there is no account yet, and gives what the operator needs to begin. As long as
 * that administrator has not set a password, it may be asked for again: once the link has expired, or with `lost` where
 * what was given is not to be found any more. `undefined` where there is nothing to do.
 *
 * INVARIANT: of several processes that start at once, one does it.
 */
export async function firstStart(
  context: ServiceContext,
  { email, personId, lost }: { readonly email: string; readonly personId: string; readonly lost: boolean },
): Promise<FirstStart | undefined> {
  return context.store.write(async (tx) => {
    await lockUsers(tx);
    const users = await listUsers(tx);
    if (users.length === 0) return begin(context, tx, { email, personId });
    const waiting = users.find((user) => rolesOf(user).includes("admin") && user.disabledAt === null);
    if (!waiting || users.some(({ canSignIn }) => canSignIn)) return undefined;
    const made = await newestInvitation(tx, waiting.id);
    // What another process made a moment ago is not lost, only not written down yet.
    if (lost && (!made || context.now() - made.created_at > SETTLING_MS))
      return handOut(context, tx, waiting);
    if (made && made.used_at === null && made.expires_at > context.now()) return undefined;
    return { email: waiting.email, invitation: await inviteAgain(context, tx, waiting.id) };
  });
}

/** Whether there are accounts and nobody has set a password yet, so that the link of the first start still waits. */
export async function isFirstPasswordMissing({ store }: Pick<ServiceContext, "store">): Promise<boolean> {
  const users = await store.read(listUsers);
  return users.length > 0 && !users.some(({ canSignIn }) => canSignIn);
}

async function begin(
  context: ServiceContext,
  tx: Db,
  { email, personId }: { readonly email: string; readonly personId: string },
): Promise<FirstStart> {
  const [id, at] = [newId(context, "user"), context.now()];
  await insertUser(tx, { id, email, name: "", personId, roles: ["admin"], at });
  const [row] = await listUsers(tx);
  if (!row) throw new Error("the account that was made is not there");
  await appendAuditEvent(tx, {
    at,
    actor: FIRST_START,
    action: "user.created",
    object: { kind: "user", id },
    after: { person: await personOf(context, tx, personId), ...auditedUser(row) },
  });
  return handOut(context, tx, row);
}

async function inviteAgain(context: ServiceContext, tx: Db, userId: string): Promise<Invitation> {
  const invitation = await invite(context, tx, userId);
  const object = { kind: "user", id: userId } as const;
  await appendAuditEvent(tx, { at: context.now(), actor: FIRST_START, action: "user.invited", object });
  return invitation;
}

async function handOut(
  context: ServiceContext,
  tx: Db,
  user: { readonly id: string; readonly email: string },
): Promise<FirstStart> {
  const at = context.now();
  const invitation = await inviteAgain(context, tx, user.id);
  const { row, key } = await makeKey(context, tx, {
    name: "first start",
    scopes: ["evaluate"],
    expiresAt: at + YEAR_MS,
    createdBy: `${FIRST_START.kind}:${FIRST_START.id}`,
  });
  await appendAuditEvent(tx, {
    at,
    actor: FIRST_START,
    action: "key.created",
    object: { kind: "key", id: row.id },
    after: auditedKey(keyView(row, at)),
  });
  return { email: user.email, invitation, key };
}
