import type { JsonObject } from "../../../document/pointer.ts";
import { shellQuoted } from "../parts/shell-quoted.ts";

/** Stands where the key is to be put. */
const PLACEHOLDER = "evh_YOUR_KEY";

/** The request as a command for a POSIX shell, with a word in the place of the key. */
export function curlCommand(given: {
  readonly origin: string;
  readonly policy: string;
  readonly request: JsonObject;
}): string {
  const address = `${given.origin}/v1/policies/${encodeURIComponent(given.policy)}/evaluate`;
  return [
    `curl -sS ${shellQuoted(address)}`,
    `-H ${shellQuoted(`Authorization: Bearer ${PLACEHOLDER}`)}`,
    `-H ${shellQuoted("Content-Type: application/json")}`,
    `-d ${shellQuoted(JSON.stringify(given.request, null, 2))}`,
  ].join(" \\\n  ");
}
