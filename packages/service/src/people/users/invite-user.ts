import type { Actor } from "@evenhand/domain";
import { appendAuditEvent } from "@evenhand/store";
import type { ServiceContext } from "../../context.ts";
import { AskRefused, type RefusedAsk, orRefused } from "../../refused.ts";
import { findUser } from "./find-user.ts";
import { type Invitation, invite } from "./invitation.ts";

/**
 * Makes a new link for an account, whose owner lost the last one or forgot the password. The password that there is goes
 * on until the link is used. Refused for an account that is shut.
 */
export async function inviteUser(
  context: ServiceContext,
  { actor, id }: { readonly actor: Actor; readonly id: string },
): Promise<{ readonly invitation: Invitation } | RefusedAsk> {
  return orRefused(() =>
    context.store.write(async (tx) => {
      const user = await findUser(tx, id);
      if (user.disabledAt !== null) throw new AskRefused(SHUT);
      const invitation = await invite(context, tx, id);
      const object = { kind: "user", id };
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
