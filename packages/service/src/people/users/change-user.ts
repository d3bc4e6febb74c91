import type { Actor } from "@evenhand/domain";
import {
  type Db,
  type UserRow,
  appendAuditEvent,
  changeUser as changeUserRow,
  closeInvitations,
  endSessionsOf,
  lockUsers,
  removeSecondFactor,
} from "@evenhand/store";
import type { ServiceContext } from "../../context.ts";
import { type RefusedAsk, orRefused } from "../../refused.ts";
import { checkClash, checkLastAdmin } from "./check-roles.ts";
import { findUser, findUserToChange } from "./find-user.ts";
import { type UserChange, readUserChange } from "./read-user.ts";
import { type UserView, auditedUser, rolesOf, userView } from "./user-view.ts";

/**
 * Changes name and roles of an account, shuts or opens it, or takes off a second factor that was lost. Whoever is shut
 * out is signed out everywhere at once. What is already so is no change and leaves no trace. Refused where the person of
 * the account was erased.
 */
export async function changeUser(
  context: ServiceContext,
  { actor, id, body }: { readonly actor: Actor; readonly id: string; readonly body: unknown },
): Promise<{ readonly user: UserView } | RefusedAsk> {
  const change = readUserChange(body);
  if ("refusal" in change) return change;
  return orRefused(() =>
    context.store.write(async (tx) => {
      await lockUsers(tx);
      const before = await findUserToChange(tx, id);
      const wanted = {
        id,
        personId: before.personId,
        roles: change.roles ?? rolesOf(before),
        disabled: change.disabled ?? before.disabledAt !== null,
      };
      await checkClash(tx, wanted);
      await checkLastAdmin(tx, before, wanted);
      const at = context.now();
      await apply(tx, before, { ...change, at });
      const after = await findUser(tx, id);
      if (JSON.stringify(userView(before)) !== JSON.stringify(userView(after))) {
        await appendAuditEvent(tx, {
          at,
          actor,
          action: "user.changed",
          object: { kind: "user", id },
          before: auditedUser(before),
          after: auditedUser(after),
        });
      }
      return { user: userView(after) };
    }),
  );
}

async function apply(tx: Db, before: UserRow, change: UserChange & { readonly at: number }): Promise<void> {
  const { at, name, roles, disabled, secondFactor } = change;
  const shuts = disabled === true && before.disabledAt === null;
  await changeUserRow(tx, before.id, {
    at,
    ...(name === undefined ? {} : { name }),
    ...(roles === undefined ? {} : { roles }),
    ...(shuts ? { disabledAt: at } : {}),
    ...(disabled === false ? { disabledAt: null } : {}),
  });
  if (secondFactor === false) await removeSecondFactor(tx, before.id);
  if (shuts) await closeInvitations(tx, before.id, at);
  // A session that was begun with the factor that was lost is not to go on.
  if (shuts || secondFactor === false) await endSessionsOf(tx, before.id);
}
