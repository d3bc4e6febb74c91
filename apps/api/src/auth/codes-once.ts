import { SIGN_IN_NAMES, type Store, claimCode, releaseCode } from "@evenhand/store";
import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthMiddleware, getSessionFromCtx } from "better-auth/api";

/** What the library answers with for a code that was used before. */
export const USED_CODE = "USED_CODE";

/** Where the codes of an app are given. */
const PATH = "/two-factor/verify-totp";
/** The cookie of whoever gave the password and not yet the code, as the library calls it. */
const HALFWAY = "two_factor";
/** A code is right for a minute and a half: its own half minute, the one before and the one after. */
const RIGHT_MS = 3 * 60 * 1000;
const WRONG_CODE = "INVALID_CODE";

/**
 * Has the sign-in library take each code of an app once, which it does not see to itself: whoever looked over somebody's
 * shoulder, or read the request, could give the code a second time.
 *
 * INVARIANT: a code counts as used before the library looks at it, so that of two requests at once one is refused. Only
 * one that was not right counts as used no longer.
 */
export function codesOnce({
  store,
  now,
}: {
  readonly store: Store;
  readonly now: () => number;
}): BetterAuthPlugin {
  const claim = createAuthMiddleware(async (context) => {
    const given = await givenIn(context);
    if (!given) return;
    const at = now();
    if (await store.write((tx) => claimCode(tx, { ...given, at, forgottenBefore: at - RIGHT_MS }))) return;
    throw new APIError("UNAUTHORIZED", { code: USED_CODE, message: "the code was used before" });
  });
  const release = createAuthMiddleware(async (context) => {
    const { returned } = context.context;
    if (!(returned instanceof APIError) || returned.body?.code !== WRONG_CODE) return;
    const given = await givenIn(context);
    if (given) await store.write((tx) => releaseCode(tx, given));
  });
  const matcher = ({ path }: { readonly path?: string }): boolean => path === PATH;
  return {
    id: "codes-once",
    schema: {
      twoFactor: {
        modelName: SIGN_IN_NAMES.twoFactor.modelName,
        fields: {
          usedCodes: {
            type: "string",
            required: false,
            returned: false,
            input: false,
            fieldName: "used_codes",
          },
        },
      },
    },
    hooks: { before: [{ matcher, handler: claim }], after: [{ matcher, handler: release }] },
  };
}

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

async function givenIn(
  context: Context,
): Promise<{ readonly userId: string; readonly code: string } | undefined> {
  const code: unknown = (context.body as { readonly code?: unknown } | undefined)?.code;
  // Nothing else is ever right.
  if (typeof code !== "string" || !/^\d{6}$/.test(code)) return undefined;
  const userId = await whoGives(context);
  return userId === undefined ? undefined : { userId, code };
}

/** The account that a code is given for: of the session there is, or of the sign-in that waits for the code. */
async function whoGives(context: Context): Promise<string | undefined> {
  const session = await getSessionFromCtx(context);
  if (session) return session.user.id;
  const { name } = context.context.createAuthCookie(HALFWAY);
  const waiting = await context.getSignedCookie(name, context.context.secret);
  if (typeof waiting !== "string") return undefined;
  return (await context.context.internalAdapter.findVerificationValue(waiting))?.value;
}
