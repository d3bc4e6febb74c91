import { Secret, TOTP } from "otpauth";
import { PASSWORD } from "../../../auth/service.ts";
import type { Json, Visit, Visiting } from "../visit.ts";
import type { SignedIn, World } from "../world.ts";

type Browser = (operation: string, body?: object) => Promise<Json>;

/** Somebody sets up a second factor, signs in with it, takes it off again, changes the password, and signs out. */
export async function signingIn(visit: Visiting, world: World, visits: readonly Visit[]): Promise<void> {
  const somebody = await world.person("employee");
  const { email } = somebody.person;
  const first = browser(visit, visits, somebody);
  const setUp = await first("POST /api/auth/two-factor/enable", { password: PASSWORD });
  const secret = new URL(String(setUp["totpUri"])).searchParams.get("secret") ?? "";
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  await first("POST /api/auth/two-factor/verify-totp", { code: app.generate() });
  const { backupCodes } = await first("POST /api/auth/two-factor/generate-backup-codes", {
    password: PASSWORD,
  });
  const [code] = backupCodes as readonly string[];
  const second = browser(visit, visits, { headers: { ...somebody.headers, Cookie: "" } });
  await second("POST /api/auth/sign-in/email", { email, password: PASSWORD });
  await second("POST /api/auth/two-factor/verify-backup-code", { code });
  await second("POST /api/auth/two-factor/disable", { password: PASSWORD });
  const change = { currentPassword: PASSWORD, newPassword: `${PASSWORD} and one more` };
  await second("POST /api/auth/change-password", change);
  await second("POST /api/auth/sign-out");
}

/** Sends as one browser, which keeps its cookies. */
function browser(visit: Visiting, visits: readonly Visit[], { headers }: Pick<SignedIn, "headers">): Browser {
  const jar = new Map([...(headers["Cookie"] ?? "").matchAll(COOKIE)].map(nameAndValue));
  return async (operation, body) => {
    const Cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await visit(operation, {
      as: { ...headers, Cookie },
      ...(body === undefined ? {} : { body }),
    });
    const set = visits.at(-1)?.answer.headers["set-cookie"] ?? "";
    for (const [name, value] of [...set.matchAll(SET_COOKIE)].map(nameAndValue)) jar.set(name, value);
    return answer;
  };
}

const COOKIE = /(?:^|; )([^\s;,=]+)=([^;,]*)/g;
/** Several of them come joined by commas; a comma within a date is followed by a space. */
const SET_COOKIE = /(?:^|,)([^\s;,=]+)=([^;,]*)/g;

function nameAndValue({ 1: name = "", 2: value = "" }: RegExpExecArray): readonly [string, string] {
  return [name, value];
}
