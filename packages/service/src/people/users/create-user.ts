import type { Actor } from "@evenhand/domain";
import { appendAuditEvent, insertUser, lockUsers, userByEmail } from "@evenhand/store";
import type { ServiceContext } from "../../context.ts";
import { newId } from "../../identity/new-id.ts";
import { alikeInList } from "../../pseudonyms/alike.ts";
import { AskRefused, type RefusedAsk, orRefused } from "../../refused.ts";
import { again } from "../../cases/again.ts";
import { checkClash } from "./check-roles.ts";
import { findUser } from "./find-user.ts";
import { type Invitation, invite } from "./invitation.ts";
import { personOf } from "./person-of.ts";
import { readNewUser } from "./read-user.ts";
import { type UserView, auditedUser, userView } from "./user-view.ts";

/**
 * Makes an account and the link with which its owner sets a password. Refused where the address has an account, where
 * the staff number is almost that of somebody who is known, or where the person would have roles that clash.
 */
export async function createUser(
  context: ServiceContext,
  { actor, body }: { readonly actor: Actor; readonly body: unknown },
): Promise<{ readonly user: UserView; readonly invitation: Invitation } | RefusedAsk> {
  const asked = readNewUser(body);
  if ("refusal" in asked) return asked;
  return again(() =>
    orRefused(() =>
      context.store.write(async (tx) => {
        await lockUsers(tx);
        if (await userByEmail(tx, asked.email)) throw new AskRefused(TAKEN);
        const alike = await alikeInList(tx, [{ staffId: asked.personId, at: "/personId" }]);
        if (alike.length > 0) throw new AskRefused(...alike);
        await checkClash(tx, { ...asked, disabled: false });
        const [id, at] = [newId(context, "user"), context.now()];
        await insertUser(tx, { id, at, ...asked });
        const invitation = await invite(context, tx, id);
        const row = await findUser(tx, id);
        const after = { person: await personOf(context, tx, asked.personId), ...auditedUser(row) };
        const object = { kind: "user", id } as const;
        await appendAuditEvent(tx, { at, actor, action: "user.created", object, after });
        return { user: userView(row), invitation };
      }),
    ),
  );
}

const TAKEN = {
  code: "already-there",
  at: "/email",
  message: { en: "there is an account with this address", zh: "该地址已有账户" },
  help: {
    en: "a second account of one person needs an address of its own",
    zh: "同一人的另一账户须使用另一地址",
  },
} as const;
