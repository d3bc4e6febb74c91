import { CHANGED_BY, CHANGE_KINDS, DIRECTIONS } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { DIFFERENCE, NAME, oneOf, textUpTo } from "../http/readers.ts";

const APPROVALS = ["higher"] as const;

/** By what the changes that a simulation found are narrowed, where they are listed and where they are exported. */
export const CHANGE_FILTERS = {
  direction: z.enum(DIRECTIONS).optional(),
  by: z.enum(CHANGED_BY).optional(),
  kind: z.enum(CHANGE_KINDS).optional().openapi({ description: "In what respect it differs." }),
  approval: z.enum(APPROVALS).optional().openapi({ description: "Where a higher level has to approve." }),
  from: z.string().optional().openapi({
    description: "A class of outcome; with `to`, the cases in which somebody went from one to the other.",
  }),
  to: z.string().optional(),
  cause: z.string().optional().openapi({ description: "A rule among the causes." }),
  group: z.string().optional().openapi({ description: "A fact of the groups; goes with `value`." }),
  value: z.string().optional().openapi({ description: "Its value; empty where none is stated." }),
  least: z.int().optional().openapi({ description: "The least difference, minor units." }),
  most: z.int().optional().openapi({ description: "The largest difference, minor units." }),
};

/** How each of them is read. */
export const CHANGE_FILTER_READERS = {
  direction: oneOf(DIRECTIONS),
  by: oneOf(CHANGED_BY),
  kind: oneOf(CHANGE_KINDS),
  approval: oneOf(APPROVALS),
  from: NAME,
  to: NAME,
  cause: NAME,
  group: NAME,
  value: textUpTo(200),
  least: DIFFERENCE,
  most: DIFFERENCE,
};
