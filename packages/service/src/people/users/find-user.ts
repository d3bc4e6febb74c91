import { quote } from "@evenhand/domain";
import { type Db, type UserRow, isErasedUser, userById } from "@evenhand/store";
import { AskRefused } from "../../refused.ts";

/**
 * An account by its id.
 *
 * @throws AskRefused as `not-found`
 */
export async function findUser(db: Db, id: string): Promise<UserRow> {
  const user = await userById(db, id);
  if (user) return user;
  throw new AskRefused({
    code: "not-found",
    at: "",
    message: { en: `there is no user ${quote(id)}`, zh: `没有用户${quote(id)}` },
  });
}

/**
 * An account by its id that something is to be done to. To be called with the accounts locked.
 *
 * INVARIANT: nobody ever acts again in the account of somebody who was erased.
 *
 * @throws AskRefused as `not-found`, or as `wrong-state` where its person was erased
 */
export async function findUserToChange(tx: Db, id: string): Promise<UserRow> {
  const user = await findUser(tx, id);
  if (!isErasedUser(user)) return user;
  throw new AskRefused({
    code: "wrong-state",
    at: "",
    message: {
      en: "whoever had this account was erased, and it stays shut",
      zh: "该账户所属人员的信息已删除，账户不再启用",
    },
    help: { en: "make a new account for whoever needs one", zh: "如有需要，请新建账户" },
  });
}
