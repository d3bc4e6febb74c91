import type { core } from "zod";
import { isFields } from "./fields.ts";

type Issue = core.$ZodIssue;

/**
 * What to make of a value that fits none of several forms: what is wrong with it in the form it comes nearest to; or, where
 * it has a field of none of them, the fields it could have had; or, where it is not even of a kind with one, those kinds.
 */
export type UnionFault =
  | { readonly kind: "nearest"; readonly issues: readonly Issue[] }
  | {
      readonly kind: "no-field";
      readonly tellingFields: readonly string[];
      readonly allFields: readonly string[];
    }
  | { readonly kind: "wrong-kind"; readonly expected: readonly string[] };

/**
 * @param knownFields reads the fields a form knows off an issue that complains of unknown ones
 *
 * @example
 * // `{ fact, operatr, value }` against `{ all }`, `{ any }` and `{ fact, operator, value }`
 * // is nearest to the last, so what is said is that `operator` is missing and `operatr` unknown
 */
export function unionFault(
  value: unknown,
  branches: readonly (readonly Issue[])[],
  knownFields: (issue: Issue) => readonly string[],
): UnionFault {
  const forms = branches
    .map((issues) => formOf(value, issues, knownFields))
    .filter((form) => form !== undefined);
  if (!isFields(value) || forms.length === 0) return nearestOfKind(branches);
  if (forms.every((form) => !form.hasKnownField)) {
    return {
      kind: "no-field",
      tellingFields: [...new Set(forms.flatMap((form) => form.tellingFields))],
      allFields: [...new Set(forms.flatMap((form) => form.fields))],
    };
  }
  const nearest = forms.reduce((best, form) => (form.distance < best.distance ? form : best));
  return { kind: "nearest", issues: nearest.issues };
}

/** Of a value without fields (a number, a list) a form of the same kind has issues further inside, or of size. */
function nearestOfKind(branches: readonly (readonly Issue[])[]): UnionFault {
  const ofKind = branches.find((issues) => issues.every((issue) => !isOfWrongKind(issue)));
  if (ofKind) return { kind: "nearest", issues: ofKind };
  const expected = branches.flatMap((issues) => issues.flatMap(expectedKinds));
  return { kind: "wrong-kind", expected: [...new Set(expected)] };
}

type Form = {
  readonly issues: readonly Issue[];
  readonly distance: number;
  readonly hasKnownField: boolean;
  readonly fields: readonly string[];
  readonly tellingFields: readonly string[];
};

function formOf(
  value: unknown,
  issues: readonly Issue[],
  knownFields: (issue: Issue) => readonly string[],
): Form | undefined {
  if (!isFields(value) || issues.some(isOfWrongKind)) return undefined;
  const unknown = issues.filter((issue) => issue.code === "unrecognized_keys" && issue.path.length === 0);
  const unknownNames = unknown.flatMap((issue) => (issue.code === "unrecognized_keys" ? issue.keys : []));
  const missing = issues.flatMap(({ path }) =>
    path.length === 1 && !Object.hasOwn(value, path[0] ?? "") ? [String(path[0])] : [],
  );
  const fields = [...new Set([...missing, ...unknown.flatMap(knownFields)])];
  return {
    issues,
    distance: unknownNames.length + missing.length,
    hasKnownField: Object.keys(value).length > unknownNames.length,
    fields,
    tellingFields: missing.length > 0 ? missing.slice(0, 1) : fields,
  };
}

function isOfWrongKind(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === "invalid_union") return issue.errors.every((branch) => branch.some(isOfWrongKind));
  return issue.code === "invalid_type" || issue.code === "invalid_value";
}

function expectedKinds(issue: Issue): readonly string[] {
  if (issue.path.length > 0) return [];
  if (issue.code === "invalid_type") return [issue.expected];
  if (issue.code === "invalid_value") return issue.values.map((value) => JSON.stringify(value));
  return issue.code === "invalid_union" ? issue.errors.flat().flatMap(expectedKinds) : [];
}
