import { openFields, textField } from "../input/read-fields.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";

const LONGEST = 500;

/** Reads a body that holds nothing but `reason`. */
export function readReason(body: unknown): { readonly reason: string } | RefusedAsk {
  const problems: SentProblem[] = [];
  const fields = openFields(body, { required: ["reason"], problems });
  const reason = fields && textField(fields, "reason", LONGEST);
  return reason === undefined || problems.length > 0 ? refusedAsk(...problems) : { reason };
}
