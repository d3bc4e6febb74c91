import { SHELL } from "./zh/shell.ts";
import { HOME } from "./zh/home.ts";
import { POLICIES } from "./zh/policies.ts";
import { DRAFT } from "./zh/draft.ts";
import { CHANGES } from "./zh/changes.ts";
import { COMMENTS } from "./zh/comments.ts";
import { REVIEW } from "./zh/review.ts";
import { TROUBLE } from "./zh/trouble.ts";
import { TABLE } from "./zh/table.ts";

/** Everything the application says in Chinese, with full-width punctuation. */
export const ZH = {
  ...SHELL,
  ...HOME,
  ...POLICIES,
  ...DRAFT,
  ...REVIEW,
  ...TROUBLE,
  ...CHANGES,
  ...COMMENTS,
  ...TABLE,
};
