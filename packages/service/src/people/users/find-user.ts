import { quote } from "@evenhand/domain";
import { type Db, type UserRow, userById } from "@evenhand/store";
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
