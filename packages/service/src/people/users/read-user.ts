import { ROLES, type Role, alternatives, pointer, quote } from "@evenhand/domain";
import {
  type Fields,
  booleanField,
  idField,
  listField,
  openFields,
  textField,
} from "../../input/read-fields.ts";
import type { SentProblem } from "../../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../../refused.ts";

/** What an account is made of. */
export type NewUser = {
  readonly email: string;
  readonly name: string;
  readonly personId: string;
  readonly roles: readonly Role[];
};

export type UserChange = {
  readonly name?: string;
  readonly roles?: readonly Role[];
  readonly disabled?: boolean;
  /** Only ever false: a second factor that was lost is taken off; only its owner sets one up. */
  readonly secondFactor?: false;
};

/** Reads the body of `POST /v1/users`. The address comes out in lower case. */
export function readNewUser(value: unknown): NewUser | RefusedAsk {
  const problems: SentProblem[] = [];
  const fields = openFields(value, { required: ["email", "name", "personId", "roles"], problems });
  if (!fields) return refusedAsk(...problems);
  const email = emailField(fields);
  const name = textField(fields, "name", LONGEST_NAME);
  const personId = personField(fields);
  const roles = rolesField(fields);
  if (problems.length > 0 || !email || !name || !personId || !roles) return refusedAsk(...problems);
  return { email, name: name.trim(), personId, roles };
}

/** Reads the body of `PATCH /v1/users/{id}`: what is left out stays as it is. */
export function readUserChange(value: unknown): UserChange | RefusedAsk {
  const problems: SentProblem[] = [];
  const fields = openFields(value, {
    optional: ["name", "roles", "disabled", "secondFactor"],
    problems,
  });
  if (!fields) return refusedAsk(...problems);
  const name = textField(fields, "name", LONGEST_NAME);
  const roles = rolesField(fields);
  const disabled = booleanField(fields, "disabled");
  const secondFactor = booleanField(fields, "secondFactor");
  if (secondFactor === true) problems.push(NOT_FOR_OTHERS);
  if (problems.length > 0) return refusedAsk(...problems);
  return {
    ...(name === undefined ? {} : { name: name.trim() }),
    ...(roles === undefined ? {} : { roles }),
    ...(disabled === undefined ? {} : { disabled }),
    ...(secondFactor === false ? { secondFactor } : {}),
  };
}

export const LONGEST_NAME = 100;

/** What the sign-in library takes for an address, too. */
const EMAIL =
  /^(?!\.)(?!.*\.\.)[A-Za-z0-9_'+\-.]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;
const LONGEST_EMAIL = 254;

/** Whether a text is an address that an account can be signed in to with. */
export function isEmail(text: string): boolean {
  return text.length <= LONGEST_EMAIL && EMAIL.test(text);
}

function emailField(fields: Fields): string | undefined {
  const email = textField(fields, "email", LONGEST_EMAIL);
  if (email === undefined || isEmail(email)) return email?.toLowerCase();
  fields.problems.push({
    code: "wrong-shape",
    at: "/email",
    message: { en: `${quote(email)} is no e-mail address`, zh: `${quote(email)}不是有效的电子邮箱` },
  });
  return undefined;
}

const LONGEST_STAFF_ID = 64;

/** What a case calls the company by: nobody can be called so, in whatever letters. */
const COMPANY = "company";

/** Whether a text can be somebody's staff number. */
export function isStaffId(text: string): boolean {
  return hasStaffIdForm(text) && text.toLowerCase() !== COMPANY;
}

function hasStaffIdForm(text: string): boolean {
  return text.length <= LONGEST_STAFF_ID && /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(text);
}

function personField(fields: Fields): string | undefined {
  const personId = idField(fields, "personId", LONGEST_STAFF_ID);
  if (personId === undefined || isStaffId(personId)) return personId;
  if (hasStaffIdForm(personId)) {
    fields.problems.push({
      code: "wrong-shape",
      at: "/personId",
      message: {
        en: `${quote(personId)} is kept for the company itself, and is no staff number`,
        zh: `${quote(personId)}专指公司本身，不能作为工号`,
      },
      help: { en: "give the staff number, as in `E1001`", zh: "请填写工号，如`E1001`" },
    });
    return undefined;
  }
  fields.problems.push({
    code: "wrong-shape",
    at: "/personId",
    message: { en: `${quote(personId)} is no staff number`, zh: `${quote(personId)}不是有效的工号` },
    help: {
      en: "letters, digits, `.`, `_` and `-`, as in `E1001`",
      zh: "可用字母、数字、`.`、`_`和`-`，如`E1001`",
    },
  });
  return undefined;
}

function rolesField(fields: Fields): readonly Role[] | undefined {
  const listed = ROLES.map((role) => `\`${role}\``);
  const roles = listField(fields, "roles", {
    most: ROLES.length,
    read: (value, at) => {
      const role = ROLES.find((one) => one === value);
      if (role) return role;
      const shown = quote(typeof value === "string" ? value : JSON.stringify(value));
      fields.problems.push({
        code: "unknown-value",
        at: pointer(...at),
        message: { en: `${shown} is no role`, zh: `${shown}不是角色` },
        help: { en: `one of ${listed.join(", ")}`, zh: `可用：${alternatives(listed).zh}` },
      });
      return undefined;
    },
  });
  return roles && ROLES.filter((role) => roles.includes(role));
}

const NOT_FOR_OTHERS: SentProblem = {
  code: "unknown-value",
  at: "/secondFactor",
  message: {
    en: "only the owner of an account sets up a second factor; an administrator can take it off with `false`",
    zh: "第二重验证只能由账户本人设置；管理员可用`false`予以解除",
  },
};
