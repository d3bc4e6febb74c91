import type { Actor, Permission } from "@evenhand/domain";
import { SECOND_FACTOR_PERMISSIONS, reachOf, requiresSecondFactor, whoMay } from "@evenhand/service";
import type { MiddlewareHandler } from "hono";
import type { ApiContext, ApiEnv, Surroundings } from "./env.ts";
import { type Refused, refused } from "./problem.ts";

/** What a route asks of whoever calls it. */
export type Asked = {
  readonly permission: Permission;
  /**
   * Its handler shows whoever may only see what is their own nothing else. Without it they are refused, so that a route
   * which forgets to look is closed to them rather than open.
   */
  readonly own?: boolean;
};

/** Finds out who sends a request. @throws Refused as `not-signed-in` */
export type Authenticate = (c: ApiContext) => Promise<Actor>;

/**
 * Lets routes ask who calls: `admit` gives the actor and leaves it in the context, or refuses. Whoever needs no
 * permission is not looked up, so that health is answered without a database.
 */
export function admission(surroundings: Surroundings): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    c.set("admit", async (asked) => {
      if (asked.permission === "public") return;
      const actor = await surroundings.authenticate(c);
      const reach = reachOf(actor, asked.permission);
      if (reach === undefined || (reach === "own" && asked.own !== true)) throw notAllowed(asked);
      if (await lacksSecondFactor(surroundings, actor, asked.permission)) throw secondFactorNeeded();
      c.set("actor", actor);
    });
    await next();
  };
}

async function lacksSecondFactor(
  { service }: Surroundings,
  actor: Actor,
  permission: Permission,
): Promise<boolean> {
  if (actor.kind !== "user" || actor.secondFactor || !SECOND_FACTOR_PERMISSIONS.has(permission)) return false;
  return requiresSecondFactor(service());
}

/** Says who could do it: a person is told the roles, a program the scopes. */
function notAllowed({ permission, own = false }: Asked): Refused {
  const { roles, scopes } = whoMay(permission, { own });
  const listed = (names: readonly string[], joint: string): string =>
    names.map((name) => `\`${name}\``).join(joint);
  const en = [
    ...(roles.length > 0 ? [`people with the role ${listed(roles, " or ")}`] : []),
    ...(scopes.length > 0 ? [`keys with the scope ${listed(scopes, " or ")}`] : []),
  ];
  const zh = [
    ...(roles.length > 0 ? [`具有${listed(roles, "或")}角色的人员`] : []),
    ...(scopes.length > 0 ? [`具有${listed(scopes, "或")}权限范围的密钥`] : []),
  ];
  return refused({
    code: "not-allowed",
    message: {
      en: `this needs the permission \`${permission}\``,
      zh: `此操作需要权限\`${permission}\``,
    },
    ...(en.length === 0
      ? {}
      : { help: { en: `allowed to ${en.join(", and to ")}`, zh: `仅限${zh.join("，以及")}` } }),
  });
}

function secondFactorNeeded(): Refused {
  return refused({
    code: "second-factor-needed",
    message: {
      en: "this is only done in a session in which a second factor was given",
      zh: "须在已通过第二重验证的登录状态下进行此操作",
    },
    help: {
      en: "set one up under `/api/auth/two-factor/enable`, then send a code to `/api/auth/two-factor/verify-totp`",
      zh: "请先通过`/api/auth/two-factor/enable`设置，再将验证码提交至`/api/auth/two-factor/verify-totp`",
    },
  });
}

/** The answer to somebody who is not known; `WWW-Authenticate` is what RFC 9110 asks for with it. */
export function notSignedIn(
  message: Parameters<typeof refused>[0]["message"],
  help: Parameters<typeof refused>[0]["help"] = HOW,
): Refused {
  return refused(
    { code: "not-signed-in", message, ...(help ? { help } : {}) },
    { "WWW-Authenticate": "Bearer" },
  );
}

const HOW = {
  en: "send `Authorization: Bearer evh_…` with a key, or sign in under `/api/auth/sign-in/email`",
  zh: "请以`Authorization: Bearer evh_…`携带密钥，或通过`/api/auth/sign-in/email`登录",
};
