import type { Actor } from "@evenhand/domain";
import { appendAuditEvent, lockUsers } from "@evenhand/store";
import type { ServiceContext } from "../../context.ts";
import { AskRefused, type RefusedAsk, orRefused } from "../../refused.ts";
import { findUserToChange } from "./find-user.ts";
import { type Invitation, invite } from "./invitation.ts";

/**
 * Makes a new link for an account, whose owner lost the last one or forgot the password. The password that there is goes
 * on until the link is used. Refused for an account that is shut, or whose person was erased.
 */
export async function inviteUser(
  context: ServiceContext,
  { actor, id }: { readonly actor: Actor; readonly id: string },
): Promise<{ readonly invitation: Invitation } | RefusedAsk> {
  return orRefused(() =>
    context.store.write(async (tx) => {
      await lockUsers(tx);
      const user = await findUserToChange(tx, id);
      if (user.disabledAt !== null) throw new AskRefused(SHUT);
      const invitation = await invite(context, tx, id);
      const object = { kind: "user", id } as const;
      await appendAuditEvent(tx, { at: context.now(), actor, action: "user.invited", object });
      return { invitation };
    }),
  );
}

const SHUT = {
  code: "wrong-state",
  at: "",
  message: { en: "the account is disabled", zh: "该账户已停用" },
  help: { en: "enable it first", zh: "请先启用" },
} as const;
