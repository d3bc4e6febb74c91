import { type Actor, systemActor } from "@evenhand/domain";
import { type ServiceContext, actorOf } from "@evenhand/service";
import { appendAuditEvent, userById } from "@evenhand/store";

/** What people do with how they sign in; the sign-in library does it, and the audit trail is told. */
export type SignInAction =
  | "user.password-changed"
  | "user.second-factor-on"
  | "user.second-factor-off"
  | "user.backup-codes-made"
  | "user.linked";

/** Notes in the audit trail what somebody did with their own account. Nothing of what was set is kept in it. */
export async function auditSignIn(
  { store, now }: Pick<ServiceContext, "store" | "now">,
  { userId, action }: { readonly userId: string; readonly action: SignInAction },
): Promise<void> {
  await store.write(async (tx) => {
    const user = await userById(tx, userId);
    const actor: Actor = user ? actorOf(user, { secondFactor: false }) : systemActor("sign-in");
    await appendAuditEvent(tx, { at: now(), actor, action, object: { kind: "user", id: userId } });
  });
}
