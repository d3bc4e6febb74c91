import { type KeyScope, SCOPES, alternatives, pointer, quote } from "@evenhand/domain";
import { listField, openFields, textField, wholeField } from "../../input/read-fields.ts";
import type { SentProblem } from "../../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../../refused.ts";

/** Reads the body of `POST /v1/keys`: a key has a name, one scope at least, and ends after a year unless said otherwise. */
export function readNewKey(
  value: unknown,
):
  | { readonly name: string; readonly scopes: readonly KeyScope[]; readonly expiresInDays: number }
  | RefusedAsk {
  const problems: SentProblem[] = [];
  const fields = openFields(value, { required: ["name", "scopes"], optional: ["expiresInDays"], problems });
  if (!fields) return refusedAsk(...problems);
  const name = textField(fields, "name", 100);
  const expiresInDays = wholeField(fields, "expiresInDays", { least: 1, most: MOST_DAYS }) ?? DAYS;
  const scopes = listField(fields, "scopes", {
    most: SCOPES.length,
    read: (entry, at) => {
      const scope = SCOPES.find((one) => one === entry);
      if (!scope) problems.push(unknownScope(entry, at));
      return scope;
    },
  });
  if (scopes?.length === 0 && problems.length === 0) problems.push(NO_SCOPE);
  if (problems.length > 0 || name === undefined || !scopes) return refusedAsk(...problems);
  return { name: name.trim(), scopes: SCOPES.filter((scope) => scopes.includes(scope)), expiresInDays };
}

/** Reads the body of `POST /v1/keys/{id}/rotate`: for how many hours the old key goes on. */
export function readRotation(value: unknown): { readonly overlapHours: number } | RefusedAsk {
  const problems: SentProblem[] = [];
  const fields = openFields(value, { optional: ["overlapHours"], problems });
  const overlapHours = fields && wholeField(fields, "overlapHours", { least: 0, most: MOST_OVERLAP_HOURS });
  return problems.length > 0 ? refusedAsk(...problems) : { overlapHours: overlapHours ?? OVERLAP_HOURS };
}

const DAYS = 365;
const MOST_DAYS = 3_650;
const OVERLAP_HOURS = 24;
const MOST_OVERLAP_HOURS = 30 * 24;

function unknownScope(entry: unknown, at: readonly (string | number)[]): SentProblem {
  const shown = quote(typeof entry === "string" ? entry : JSON.stringify(entry));
  const listed = SCOPES.map((scope) => `\`${scope}\``);
  return {
    code: "unknown-value",
    at: pointer(...at),
    message: { en: `${shown} is no scope`, zh: `${shown}不是权限范围` },
    help: { en: `one of ${listed.join(", ")}`, zh: `可用：${alternatives(listed).zh}` },
  };
}

const NO_SCOPE: SentProblem = {
  code: "out-of-range",
  at: "/scopes",
  message: { en: "a key has at least one scope", zh: "密钥至少须有一个权限范围" },
};
