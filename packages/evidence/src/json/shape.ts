import { type LocalizedText, pointer } from "@evenhand/domain";
import { type EvidenceProblem, problem } from "../problems.ts";

/** What a field must be, and how that is said. */
export type FieldForm = { readonly holds: (value: unknown) => boolean } & LocalizedText;

/** The fields of a document in order; every one is required unless its name ends with `?`. */
export type Shape = Readonly<Record<string, FieldForm>>;

/**
 * Every field that is missing, of another form or unknown, in the order of the shape and then of the document; a problem
 * with the whole where it is no object.
 */
export function shapeProblems(value: unknown, shape: Shape, at: string): readonly EvidenceProblem[] {
  if (!isObject(value))
    return [problem({ code: "wrong-shape", at, en: "it must be an object", zh: "应为一个对象" })];
  const names = Object.keys(shape).map((name) => name.replace("?", ""));
  return [
    ...Object.entries(shape).flatMap(([field, form]) => {
      const name = field.replace("?", "");
      if (field !== name && !Object.hasOwn(value, name)) return [];
      return Object.hasOwn(value, name) && form.holds(value[name]) ? [] : [misshapen(at, name, form)];
    }),
    ...Object.keys(value).flatMap((name) => (names.includes(name) ? [] : [misshapen(at, name, UNKNOWN)])),
  ];
}

function misshapen(at: string, name: string, { en, zh }: LocalizedText): EvidenceProblem {
  return problem({ code: "wrong-shape", at: `${at}${pointer(name)}`, en, zh });
}

const UNKNOWN: LocalizedText = { en: "there is no such field", zh: "没有这一字段" };

/** Whether a value of JSON is an object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
