import { finesWith } from "../requests.ts";
import type { BadRequest } from "./bad-request.ts";

const NOT_FOUND = 404;

/** Names that no policy has, most of which mean something elsewhere. */
const NAMES = [
  "complaint-fine",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "..%2f",
  "..%2F..%2Fetc%2Fpasswd",
  "%E0%A4%A",
  "calendars",
  "guards",
  "complaint-fines%2fv2",
  "%E6%8A%95%E8%AF%89",
  "x".repeat(2_000),
];

/** Policies that there are not; of a name that no database holds, not even that there is no such policy is said. */
export const POLICIES: readonly BadRequest[] = [
  ...NAMES.map((name) => asked(name, "unknown-policy")),
  asked("%00", "not-found"),
];

function asked(policy: string, code: string): BadRequest {
  const title = `a policy \`${policy.slice(0, 40)}\``;
  return { title, policy, body: finesWith(), status: NOT_FOUND, problems: [[code, ""]] };
}
