import { SHELL } from "./en/shell.ts";
import { HOME } from "./en/home.ts";
import { POLICIES } from "./en/policies.ts";
import { DRAFT } from "./en/draft.ts";
import { REVIEW } from "./en/review.ts";
import { TROUBLE } from "./en/trouble.ts";
import { LIVE } from "./en/live.ts";

/** Everything the application says in English, a file for each part of it. The Chinese dictionary has the same keys. */
export const EN = { ...SHELL, ...HOME, ...POLICIES, ...DRAFT, ...REVIEW, ...TROUBLE, ...LIVE };
