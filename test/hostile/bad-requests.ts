import type { BadRequest } from "./bad-requests/bad-request.ts";
import { ENVELOPE } from "./bad-requests/envelope.ts";
import { FACTS } from "./bad-requests/facts.ts";
import { POLICIES } from "./bad-requests/policies.ts";
import { TEXTS } from "./bad-requests/texts.ts";

export type { BadRequest };

/** The table of bad requests, sent over HTTP and given to the command. */
export const BAD_REQUESTS: readonly BadRequest[] = [...ENVELOPE, ...FACTS, ...TEXTS, ...POLICIES];
