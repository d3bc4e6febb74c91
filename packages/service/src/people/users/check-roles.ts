import { type Role, clashOf } from "@evenhand/domain";
import { type Db, type UserRow, listUsers, usersOfPerson } from "@evenhand/store";
import { AskRefused } from "../../refused.ts";
import { rolesOf } from "./user-view.ts";

/** An account as it is to become; without `id` it is a new one. */
type Account = {
  readonly id?: string;
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly disabled: boolean;
};

/**
 * INVARIANT: no person has roles that clash, whichever of their accounts they hold them under. To be called with the
 * accounts locked.
 *
 * @throws AskRefused as `roles-clash`
 */
export async function checkClash(tx: Db, account: Account): Promise<void> {
  if (account.disabled) return;
  const others = (await usersOfPerson(tx, account.personId)).filter(
    ({ id, disabledAt }) => id !== account.id && disabledAt === null,
  );
  const clash = clashOf([...account.roles, ...others.flatMap(rolesOf)]);
  if (!clash) return;
  const [one, other] = clash;
  throw new AskRefused({
    code: "roles-clash",
    at: "/roles",
    message: {
      en: `one person cannot be \`${one}\` and \`${other}\`, under another account neither`,
      zh: `同一人不得兼任\`${one}\`与\`${other}\`，使用另一账户亦然`,
    },
    help: {
      en: "give the roles to different people, or disable the other account first",
      zh: "请将这些角色分给不同的人，或先停用其另一账户",
    },
  });
}

/**
 * INVARIANT: somebody is always left who can manage accounts. To be called with the accounts locked.
 *
 * @throws AskRefused as `wrong-state`
 */
export async function checkLastAdmin(tx: Db, before: UserRow, after: Account): Promise<void> {
  const managed = isAdmin(before) && before.disabledAt === null;
  const manages = after.roles.includes("admin") && !after.disabled;
  if (!managed || manages) return;
  const others = (await listUsers(tx)).filter(
    (user) => user.id !== before.id && isAdmin(user) && user.disabledAt === null && user.canSignIn,
  );
  if (others.length > 0) return;
  throw new AskRefused({
    code: "wrong-state",
    at: "",
    message: {
      en: "this is the last administrator who can sign in",
      zh: "这是最后一位能够登录的管理员",
    },
    help: {
      en: "make another administrator first, and let them sign in",
      zh: "请先添加另一位管理员，并由其完成首次登录",
    },
  });
}

function isAdmin(user: UserRow): boolean {
  return rolesOf(user).includes("admin");
}
