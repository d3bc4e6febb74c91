import type { SentProblem } from "@evenhand/service";
import { notSignedIn } from "../http/admission.ts";
import { Refused } from "../http/problem.ts";
import { ATTEMPTS, tooMany } from "./attempts.ts";
import { USED_CODE } from "./codes-once.ts";
import type { LibraryAnswer } from "./sign-in.ts";

/** What the sign-in library refuses, in our words. What it says itself is one language only and not ours to promise. */
export function problemOfLibrary({ status, body }: LibraryAnswer): Error {
  const code = String(body["code"]);
  const unauthorized = NOT_SIGNED_IN[code];
  if (unauthorized) return notSignedIn(unauthorized, AGAIN[code]);
  const known = REFUSED[code];
  if (known) return new Refused([{ at: "", ...known }]);
  if (status === 429 || code === "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE")
    return tooMany(ATTEMPTS.windowMs / 1000);
  return status === 401 ? notSignedIn(NOBODY) : new Refused([{ ...OTHER, at: "" }]);
}

/** Whether it refused because somebody guessed wrongly. */
export function isWrongGuess({ body }: LibraryAnswer): boolean {
  return GUESSES.has(String(body["code"]));
}

const GUESSES: ReadonlySet<string> = new Set([
  "INVALID_EMAIL_OR_PASSWORD",
  "INVALID_PASSWORD",
  "INVALID_CODE",
  "INVALID_BACKUP_CODE",
]);

const NO_MATCH = {
  en: "address and password do not belong together",
  zh: "电子邮箱与密码不匹配",
};
const NOBODY = { en: "nobody is signed in", zh: "尚未登录" };
const WRONG_CODE = { en: "the code is not right", zh: "验证码不正确" };

const NOT_SIGNED_IN: Readonly<Record<string, SentProblem["message"]>> = {
  INVALID_EMAIL_OR_PASSWORD: NO_MATCH,
  INVALID_EMAIL: NO_MATCH,
  FAILED_TO_CREATE_SESSION: { en: "the account is disabled", zh: "该账户已停用" },
  INVALID_CODE: WRONG_CODE,
  INVALID_BACKUP_CODE: WRONG_CODE,
  [USED_CODE]: { en: "this code was given before", zh: "该验证码已使用过" },
  INVALID_TWO_FACTOR_COOKIE: {
    en: "no sign-in is waiting for a second factor",
    zh: "没有等待第二重验证的登录",
  },
};

const ASK_ADMIN = {
  en: "an administrator can send a new link",
  zh: "如忘记密码，可请管理员重新发送链接",
};

const AGAIN: Readonly<Record<string, SentProblem["message"]>> = {
  INVALID_EMAIL_OR_PASSWORD: ASK_ADMIN,
  INVALID_EMAIL: ASK_ADMIN,
  FAILED_TO_CREATE_SESSION: { en: "ask an administrator", zh: "请联系管理员" },
  INVALID_CODE: {
    en: "codes change every 30 seconds; check that the clock of the device is right",
    zh: "验证码每30秒更换一次，请检查设备时间是否准确",
  },
  [USED_CODE]: {
    en: "each code counts once; wait for the next one, which comes within 30 seconds",
    zh: "每个验证码只能使用一次，请等待下一个，30秒内即会更换",
  },
  INVALID_BACKUP_CODE: { en: "each of these codes can be used once", zh: "每个备用验证码只能使用一次" },
  INVALID_TWO_FACTOR_COOKIE: { en: "sign in with the password first", zh: "请先用密码登录" },
};

const REFUSED: Readonly<Record<string, Omit<SentProblem, "at"> & { readonly at?: string }>> = {
  INVALID_PASSWORD: {
    code: "not-allowed",
    message: { en: "the password is not right", zh: "密码不正确" },
  },
  CREDENTIAL_ACCOUNT_NOT_FOUND: {
    code: "wrong-state",
    message: { en: "the account has no password", zh: "该账户没有密码" },
    help: {
      en: "it is signed in to at the identity provider",
      zh: "该账户通过身份提供方登录",
    },
  },
  TOTP_ALREADY_ENABLED: {
    code: "wrong-state",
    message: { en: "a second factor is set up already", zh: "已设置第二重验证" },
    help: { en: "take it off first", zh: "请先解除" },
  },
  TOTP_NOT_ENABLED: {
    code: "wrong-state",
    message: { en: "no second factor is set up", zh: "尚未设置第二重验证" },
  },
  TWO_FACTOR_NOT_ENABLED: {
    code: "wrong-state",
    message: { en: "no second factor is set up", zh: "尚未设置第二重验证" },
  },
  BACKUP_CODES_NOT_ENABLED: {
    code: "wrong-state",
    message: { en: "no second factor is set up", zh: "尚未设置第二重验证" },
  },
};

const OTHER = {
  code: "wrong-state",
  message: { en: "this cannot be done as things stand", zh: "当前状态下无法进行此操作" },
} as const;
