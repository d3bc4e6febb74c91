import { finesWith } from "../requests.ts";
import type { BadRequest } from "./bad-request.ts";

const NOT_FOUND = 404;

/** Policies that there are not, by names that mean something elsewhere. */
export const POLICIES: readonly BadRequest[] = [
  "complaint-fine",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "..%2f",
  "..%2F..%2Fetc%2Fpasswd",
  "%00",
  "%E0%A4%A",
  "calendars",
  "guards",
  "complaint-fines%2fv2",
  "%E6%8A%95%E8%AF%89",
  "x".repeat(2_000),
].map((policy) => ({
  title: `a policy \`${policy.slice(0, 40)}\``,
  policy,
  body: finesWith(),
  status: NOT_FOUND,
  problems: [["unknown-policy", ""]],
}));
