import {
  IMPORT_WARNINGS,
  PROBLEM_CODES,
  type ImportPage,
  type ImportView,
  type ProblemCode,
} from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import type { Mutable } from "./mutable.ts";
import { hash, localizedText, policyId } from "./text.ts";

const id = z.string().max(64);
const count = z.int().min(0);
const code = z.enum(Object.keys(PROBLEM_CODES) as [ProblemCode, ...ProblemCode[]]);

const sheetProblem = z.object({
  code,
  at: z.string().openapi({
    description:
      "A JSON pointer: `/rows/12/Loss` is row 12 in the column with that header, `/columns/Loss` the column.",
  }),
  message: localizedText,
  help: localizedText.optional(),
  row: z.int().optional().openapi({ description: "As the spreadsheet numbers it: the first row is 1." }),
  column: z.string().optional().openapi({ description: "The header, as it stands in the sheet." }),
  place: z
    .string()
    .optional()
    .openapi({ description: "The cell, as the spreadsheet names it.", example: "C12" }),
  seen: z.string().optional().openapi({ description: "What stands there." }),
});

const finding = sheetProblem
  .extend({
    code: z.union([code, z.enum(IMPORT_WARNINGS)]).openapi({
      description: `${IMPORT_WARNINGS.map((one) => `\`${one}\``).join(" and ")} keep nothing out: the row fits, and somebody should look at it.`,
    }),
    caseRows: z
      .array(z.int())
      .optional()
      .openapi({ description: "All rows of its case, where there are several." }),
  })
  .openapi("ImportFinding", {
    description: "Something in a row that does not fit, or to look at in one that does.",
  });

const view = {
  id,
  policy: policyId,
  fileName: z.string(),
  fileHash: hash.openapi({ description: "SHA-256 of the file." }),
  dryRun: z.boolean().openapi({ description: "Every row is only checked, and no case kept." }),
  state: z.enum(["running", "done", "failed"]),
  failure: z
    .union([localizedText, z.null()])
    .openapi({ description: "Why it failed; what was taken stays." }),
  createdAt: z.string().openapi({ format: "date-time" }),
  rows: z.object({
    total: count.openapi({ description: "Rows that are not blank, the header not counted." }),
    done: count,
    taken: count.openapi({ description: "Those whose case fits." }),
    refused: count,
  }),
  cases: z
    .object({ added: count, revised: count, known: count })
    .openapi({ description: "Of the cases that fit; on a dry run what keeping them would come to." }),
  warnings: count.openapi({ description: "Findings that keep nothing out." }),
  decided: count.openapi({
    description: "Of the corrected cases, those on which a decision stands; it stays as it was.",
  }),
  columns: z.array(
    z.object({
      header: z.string(),
      letters: z.string().openapi({ example: "C" }),
      holds: z.string().openapi({ example: "case.lossAmount" }),
      label: localizedText,
      by: z.enum(["map", "header"]),
      unit: z.string().nullable().openapi({ description: "The unit in the header that amounts are in." }),
    }),
  ),
  leftOut: z.array(z.string()).openapi({ description: "Columns that `map` leaves out." }),
  unmatched: z.array(sheetProblem).openapi({ description: "Columns that are known never to be read." }),
  unsettled: z.array(sheetProblem).openapi({
    description:
      "Columns that are not recognised; only of a dry run. Nothing is kept until `map` names or leaves out each.",
  }),
};

export const theImport = z.object(view).openapi("Import");

const next = z.string().nullable().openapi({ description: "The `cursor` of the page after this one." });

export const importPage = z
  .object({ ...view, findings: z.array(finding), next })
  .openapi("ImportPage", { description: "An import with a page of what does not fit in its rows." });

export const importList = z.object({ imports: z.array(theImport), next }).openapi("ImportList");

type IsPublished = Mutable<ImportPage> extends z.input<typeof importPage> ? true : never;
export const IMPORT_IS_PUBLISHED: IsPublished = true;
type IsView = Mutable<ImportView> extends z.input<typeof theImport> ? true : never;
export const IMPORT_VIEW_IS_PUBLISHED: IsView = true;
