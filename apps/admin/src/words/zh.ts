import { SHELL } from "./zh/shell.ts";
import { HOME } from "./zh/home.ts";
import { POLICIES } from "./zh/policies.ts";
import { DRAFT } from "./zh/draft.ts";
import { REVIEW } from "./zh/review.ts";
import { TROUBLE } from "./zh/trouble.ts";
import { LIVE } from "./zh/live.ts";

/** Everything the application says in Chinese, with full-width punctuation. */
export const ZH = { ...SHELL, ...HOME, ...POLICIES, ...DRAFT, ...REVIEW, ...TROUBLE, ...LIVE };
