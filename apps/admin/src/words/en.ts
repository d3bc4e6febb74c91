import { SHELL } from "./en/shell.ts";
import { HOME } from "./en/home.ts";
import { RUN } from "./en/run.ts";
import { IMPORTS } from "./en/imports.ts";
import { POLICIES } from "./en/policies.ts";
import { DRAFT } from "./en/draft.ts";
import { CHANGES } from "./en/changes.ts";
import { COMMENTS } from "./en/comments.ts";
import { PARTS } from "./en/parts.ts";
import { REVIEW } from "./en/review.ts";
import { TROUBLE } from "./en/trouble.ts";
import { SETTINGS } from "./en/settings.ts";
import { CALENDARS } from "./en/calendars.ts";
import { TRY_IT } from "./en/try-it.ts";
import { VOCABULARY } from "./en/vocabulary.ts";
import { RULES } from "./en/rules.ts";
import { TABLE } from "./en/table.ts";
import { LIVE } from "./en/live.ts";
import { FACTS } from "./en/facts.ts";
import { HEADER } from "./en/header.ts";
import { EXAMPLES } from "./en/examples.ts";
import { AUDIT } from "./en/audit.ts";
import { CHECKS } from "./en/checks.ts";
import { DECISION } from "./en/decision.ts";
import { DECISIONS } from "./en/decisions.ts";
import { FAIRNESS } from "./en/fairness.ts";
import { SIMULATION } from "./en/simulation.ts";
import { SIMULATIONS } from "./en/simulations.ts";
import { COMPARATORS } from "./en/comparators.ts";
import { OTHER_RULES } from "./en/other-rules.ts";

/** Everything the application says in English, a file for each part of it. The Chinese dictionary has the same keys. */
export const EN = {
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
