import type { core, ZodType } from "zod";
import type { NoForm } from "../schema/choice.ts";
import { fieldOf, itemsOf, within } from "./fields.ts";
import { type UnionFault, unionFault } from "./union-fault.ts";

/** One thing that zod found wrong, where, and what stands there. `fault` is of a value that fits none of several forms. */
export type PlacedIssue = {
  readonly issue: core.$ZodIssue;
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  /** Whether anything stands there at all. */
  readonly isAbsent: boolean;
  readonly fault?: UnionFault;
};

/**
 * What zod finds wrong with a value, each thing with its place. zod words nothing: where it would word a message it carries
 * the fields that a form knows, for saying which one was meant. Of several forms, the nearest one's issues are given.
 *
 * @example shapeIssues(factReference, { fact: 5 }) // one, of `invalid_type`, at ["fact"], where 5 stands
 */
export function shapeIssues(schema: ZodType, value: unknown): readonly PlacedIssue[] {
  const result = schema.safeParse(value, { error: carryKnownFields });
  const issues = (result.error?.issues ?? []).flatMap((issue) =>
    placed(issue, { path: [], value, isAbsent: false }),
  );
  if (!issues.some(isOfSize)) return issues;
  // zod measures an empty list where it wants text, and finds it too short besides finding it no text.
  const ofWrongKind = new Set(issues.filter(({ issue }) => issue.code === "invalid_type").map(placeOf));
  return issues.filter((placed) => !isOfSize(placed) || !ofWrongKind.has(placeOf(placed)));
}

function placeOf({ path }: PlacedIssue): string {
  return within("", ...path);
}

function isOfSize({ issue }: PlacedIssue): boolean {
  return issue.code === "too_small" || issue.code === "too_big";
}

/** The fields that the form knows in which an unknown one was found. */
export function knownFieldsOf(issue: core.$ZodIssue): readonly string[] {
  return issue.code === "unrecognized_keys" && issue.message !== "" ? issue.message.split(" ") : [];
}

function carryKnownFields(issue: core.$ZodRawIssue): string {
  if (issue.code !== "unrecognized_keys") return "";
  const { inst } = issue as {
    readonly inst?: { readonly _zod?: { readonly def?: { readonly shape?: object } } };
  };
  return Object.keys(inst?._zod?.def?.shape ?? {}).join(" ");
}

type Spot = {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  readonly isAbsent: boolean;
};

function placed(issue: core.$ZodIssue, above: Spot): readonly PlacedIssue[] {
  const spot = follow(above, issue.path);
  if (issue.code !== "invalid_union" || spot.isAbsent) return [{ issue, ...spot }];
  if ("tellingFields" in issue)
    return [{ issue, ...spot, fault: { kind: "no-field", ...(issue as unknown as NoForm) } }];
  if (issue.errors.length === 0) return [{ issue, ...spot }];
  const fault = unionFault(spot.value, issue.errors, knownFieldsOf);
  if (fault.kind !== "nearest") return [{ issue, ...spot, fault }];
  return fault.issues.flatMap((nearest) => placed(nearest, spot));
}

/** The place that a path from another leads to. */
function follow({ path, value }: Spot, further: readonly PropertyKey[]): Spot {
  const steps = further.map((part) => (typeof part === "number" ? part : String(part)));
  const inner = steps.reduce(
    (at: unknown, step) => (typeof step === "number" ? itemsOf(at)[step] : fieldOf(at, step)),
    value,
  );
  return { path: [...path, ...steps], value: inner, isAbsent: inner === undefined };
}
