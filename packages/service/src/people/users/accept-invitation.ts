import {
  type Db,
  type InvitationRow,
  type UserRow,
  appendAuditEvent,
  changeUser,
  endSessionsOf,
  invitationByHash,
  isErasedUser,
  lockUsers,
  setPassword,
  useInvitation,
  userById,
} from "@evenhand/store";
import type { ServiceContext } from "../../context.ts";
import { newId } from "../../identity/new-id.ts";
import type { SentProblem } from "../../problems/problem-document.ts";
import { AskRefused, type RefusedAsk, orRefused, refusedAsk } from "../../refused.ts";
import { secretHash } from "../secret.ts";
import { LONGEST_NAME } from "./read-user.ts";
import { actorOf } from "./user-view.ts";

/** Of a password, in characters. Length is what counts; no other rule is made. */
export const PASSWORD_LENGTH = { least: 12, most: 128 } as const;

/** A link as its page shows it, or what has become of it. */
export type InvitationState =
  | { readonly state: "open"; readonly email: string; readonly name: string }
  | { readonly state: "unknown" | "used" | "expired" };

/** What has become of a link. */
export async function findInvitation(context: ServiceContext, token: string): Promise<InvitationState> {
  return context.store.read(async (db) => {
    const found = await find(db, token);
    if (!found) return { state: "unknown" };
    const { invitation, user } = found;
    if (invitation.used_at !== null || isShut(user)) return { state: "used" };
    if (invitation.expires_at <= context.now()) return { state: "expired" };
    return { state: "open", email: user.email, name: user.name };
  });
}

type Acceptance = {
  readonly token: string;
  readonly name: string;
  readonly password: string;
  readonly hash: (password: string) => Promise<string>;
};

/**
 * Sets name and password with a link, which is used up by it; whoever is signed in to the account is signed out. Refused
 * with the state of a link that cannot be used, or with what is wrong with name and password, which leaves the link open.
 */
export async function acceptInvitation(
  context: ServiceContext,
  { token, name, password, hash }: Acceptance,
): Promise<{ readonly email: string } | { readonly state: "unknown" | "used" | "expired" } | RefusedAsk> {
  const found = await findInvitation(context, token);
  if (found.state !== "open") return { state: found.state };
  const problems = [...problemsOfName(name), ...problemsOfPassword(password, "/password")];
  if (problems.length > 0) return refusedAsk(...problems);
  // Slow on purpose, so it is done only for a link that can be used, and outside of the transaction.
  const passwordHash = await hash(password);
  const accepted = await orRefused(() =>
    context.store.write(async (tx) => {
      // Whoever is shut out or erased meanwhile gets no password.
      await lockUsers(tx);
      const at = context.now();
      const { user } = (await find(tx, token)) ?? {};
      if (!user || isShut(user) || !(await useInvitation(tx, secretHash(token), at)))
        throw new AskRefused(MEANWHILE);
      await setPassword(tx, { id: newId(context, "user"), userId: user.id, hash: passwordHash, at });
      await changeUser(tx, user.id, { at, name: name.trim() });
      await endSessionsOf(tx, user.id);
      const object = { kind: "user", id: user.id } as const;
      const actor = actorOf(user, { secondFactor: false });
      await appendAuditEvent(tx, { at, actor, action: "user.password-set", object });
      return { email: user.email };
    }),
  );
  return "refusal" in accepted ? { state: "used" } : accepted;
}

function isShut(user: UserRow): boolean {
  return user.disabledAt !== null || isErasedUser(user);
}

async function find(
  db: Db,
  token: string,
): Promise<{ readonly invitation: InvitationRow; readonly user: UserRow } | undefined> {
  const invitation = await invitationByHash(db, secretHash(token));
  const user = invitation && (await userById(db, invitation.user_id));
  return invitation && user && { invitation, user };
}

function problemsOfName(name: string): readonly SentProblem[] {
  if (name.trim() !== "" && name.length <= LONGEST_NAME && name.isWellFormed() && !name.includes("\u0000"))
    return [];
  return [
    {
      code: "wrong-shape",
      at: "/name",
      message: {
        en: `a name has 1 to ${LONGEST_NAME} characters`,
        zh: `姓名须为1至${LONGEST_NAME}个字符`,
      },
    },
  ];
}

/** What is wrong with a password that somebody wants to have. The password itself is never quoted. */
export function problemsOfPassword(password: string, at: string): readonly SentProblem[] {
  const { least, most } = PASSWORD_LENGTH;
  if (password.length >= least && password.length <= most && password.isWellFormed()) return [];
  return [
    {
      code: "out-of-range",
      at,
      message: { en: `a password has ${least} to ${most} characters`, zh: `密码须为${least}至${most}个字符` },
      help: {
        en: "a few words in a row are long and easy to keep in mind",
        zh: "几个连在一起的词语既够长，又容易记住",
      },
    },
  ];
}

const MEANWHILE: SentProblem = {
  code: "wrong-state",
  at: "",
  message: { en: "the link was used meanwhile", zh: "该链接已被使用" },
};
