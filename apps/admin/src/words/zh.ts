import { SHELL } from "./zh/shell.ts";
import { HOME } from "./zh/home.ts";
import { RUN } from "./zh/run.ts";
import { IMPORTS } from "./zh/imports.ts";
import { POLICIES } from "./zh/policies.ts";
import { DRAFT } from "./zh/draft.ts";
import { CHANGES } from "./zh/changes.ts";
import { COMMENTS } from "./zh/comments.ts";
import { PARTS } from "./zh/parts.ts";
import { REVIEW } from "./zh/review.ts";
import { TROUBLE } from "./zh/trouble.ts";
import { SETTINGS } from "./zh/settings.ts";
import { CALENDARS } from "./zh/calendars.ts";
import { TRY_IT } from "./zh/try-it.ts";
import { VOCABULARY } from "./zh/vocabulary.ts";
import { RULES } from "./zh/rules.ts";
import { TABLE } from "./zh/table.ts";
import { LIVE } from "./zh/live.ts";
import { FACTS } from "./zh/facts.ts";
import { HEADER } from "./zh/header.ts";
import { EXAMPLES } from "./zh/examples.ts";
import { AUDIT } from "./zh/audit.ts";
import { CHECKS } from "./zh/checks.ts";
import { DECISION } from "./zh/decision.ts";
import { DECISIONS } from "./zh/decisions.ts";
import { FAIRNESS } from "./zh/fairness.ts";
import { SIMULATION } from "./zh/simulation.ts";
import { SIMULATIONS } from "./zh/simulations.ts";
import { COMPARATORS } from "./zh/comparators.ts";
import { OTHER_RULES } from "./zh/other-rules.ts";

/** Everything the application says in Chinese, with full-width punctuation. */
export const ZH = {
  ...SHELL,
  ...HOME,
  ...RUN,
  ...IMPORTS,
  ...POLICIES,
  ...DRAFT,
  ...PARTS,
  ...REVIEW,
  ...TROUBLE,
  ...CHANGES,
  ...COMMENTS,
  ...SETTINGS,
  ...TRY_IT,
  ...CALENDARS,
  ...VOCABULARY,
  ...RULES,
  ...TABLE,
  ...LIVE,
  ...EXAMPLES,
  ...FACTS,
  ...HEADER,
  ...AUDIT,
  ...CHECKS,
  ...DECISION,
  ...DECISIONS,
  ...FAIRNESS,
  ...SIMULATION,
  ...SIMULATIONS,
  ...COMPARATORS,
  ...OTHER_RULES,
};
