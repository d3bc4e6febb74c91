import type { ProblemCode } from "@evenhand/service";
import { PEOPLE_EXAMPLES } from "./people-examples.ts";
import type { ProblemExample } from "./problems/example.ts";
import { OF_DECISIONS } from "./problems/of-decisions.ts";
import { OF_DRAFTS } from "./problems/of-drafts.ts";
import { OF_PAYROLL } from "./problems/of-payroll.ts";
import { OF_REQUESTS } from "./problems/of-requests.ts";
import { OF_TABLES } from "./problems/of-tables.ts";

/** One example of each problem, by its code; `instance` and `type` aside, what comes out is on the page. */
export const PROBLEM_EXAMPLES: Readonly<Record<ProblemCode, ProblemExample>> = {
  ...OF_REQUESTS,
  ...PEOPLE_EXAMPLES,
  ...OF_DRAFTS,
  ...OF_DECISIONS,
  ...OF_PAYROLL,
  ...OF_TABLES,
};
