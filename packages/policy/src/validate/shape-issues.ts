import type { core, ZodType } from "zod";
import { fieldOf, itemsOf } from "./fields.ts";
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
  return (result.error?.issues ?? []).flatMap((issue) => placed(issue, { path: [], value, isAbsent: false }));
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
  const spot = issue.path.reduce(stepInto, above);
  if (issue.code !== "invalid_union" || issue.errors.length === 0 || spot.isAbsent)
    return [{ issue, ...spot }];
  const fault = unionFault(spot.value, issue.errors, knownFieldsOf);
  if (fault.kind !== "nearest") return [{ issue, ...spot, fault }];
  return fault.issues.flatMap((nearest) => placed(nearest, spot));
}

function stepInto({ path, value }: Spot, part: PropertyKey): Spot {
  const step = typeof part === "number" ? part : String(part);
  const inner = typeof step === "number" ? itemsOf(value)[step] : fieldOf(value, step);
  return { path: [...path, step], value: inner, isAbsent: inner === undefined };
}
