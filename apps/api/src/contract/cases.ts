import { PARTY_KINDS } from "@evenhand/domain";
import type { CaseSummary, CaseView, RecentCases } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import type { Mutable } from "./mutable.ts";
import { theCase } from "./request.ts";
import { day, policyId } from "./text.ts";

const id = z.string().max(64);

export const caseRequest = z
  .strictObject({ policy: policyId, case: theCase })
  .openapi("CaseRequest", { description: "A case that is kept without being decided." });

const head = {
  id,
  policy: policyId,
  reference: z.string(),
  revision: z
    .int()
    .min(1)
    .openapi({ description: "1 as it first came in; a corrected case is a further one." }),
  appliesOn: day
    .nullable()
    .openapi({ description: "The day that decides which version it is decided under." }),
  decision: id.nullable().openapi({ description: "The decision in force on it." }),
  createdAt: z.string().openapi({ format: "date-time" }),
  import: id.nullable().openapi({ description: "The import with which it came in." }),
};

export const storedCase = z.object({ ...head, case: theCase }).openapi("StoredCase");

const caseSummary = z
  .object({ ...head, parties: z.array(z.object({ party: z.string(), kind: z.enum(PARTY_KINDS) })) })
  .openapi("CaseSummary");

export const caseList = z
  .object({
    cases: z.array(caseSummary),
    next: z.string().nullable().openapi({ description: "The `cursor` of the page after this one." }),
  })
  .openapi("CaseList");

export const recentCaseList = z
  .object({
    takenAt: z.string().openapi({ format: "date-time" }),
    cases: z.array(
      z
        .object({ id, appliesOn: head.appliesOn, createdAt: head.createdAt, case: theCase })
        .openapi("RecentCase"),
    ),
    leftOut: z.int().min(0).openapi({
      description: "How many of those asked for, the oldest, did not fit into the 4 MiB of an answer.",
    }),
  })
  .openapi("RecentCases");

/** Whatever the service answers has the published shape. */
type IsPublished = Mutable<CaseView> extends z.input<typeof storedCase> ? true : never;
export const CASE_IS_PUBLISHED: IsPublished = true;
type IsRecent = Mutable<RecentCases> extends z.input<typeof recentCaseList> ? true : never;
export const RECENT_CASES_ARE_PUBLISHED: IsRecent = true;
type IsSummary = Mutable<CaseSummary> extends z.input<typeof caseSummary> ? true : never;
export const CASE_SUMMARY_IS_PUBLISHED: IsSummary = true;
