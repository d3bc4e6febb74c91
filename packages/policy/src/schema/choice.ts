import * as z from "zod";

/** What a `choice` says of a group of fields that is none of its forms. */
export type NoForm = { readonly tellingFields: readonly string[]; readonly allFields: readonly string[] };

/**
 * One of several groups of fields, such as the forms of a condition, told apart by the fields that are there. Only the form
 * that was meant is looked into; so a deep tree is looked at once, and what is said about it is said about that form. (A
 * plain union tries every form at every level and keeps all their complaints.) In JSON Schema it is an ordinary `oneOf`.
 *
 * @example choice([z.strictObject({ all: list }), z.strictObject({ any: list })])
 */
export function choice<const Forms extends readonly z.ZodObject[]>(forms: Forms): z.ZodXor<Forms> {
  return new Choice({ type: "union", options: forms, inclusive: false }) as unknown as z.ZodXor<Forms>;
}

const EXCLUSIVE_UNION: z.core.$constructor<z.ZodXor> = z.ZodXor;

const Choice = z.core.$constructor<z.ZodXor>("Choice", (schema, definition) => {
  EXCLUSIVE_UNION.init(schema, definition);
  // Forms may hold the choice itself, so they are looked at when there is first a value to look at.
  let known: readonly Form[] | undefined;
  schema._zod.parse = (payload, context) => {
    const forms = (known ??= (definition.options as readonly z.ZodObject[]).map(formOf));
    const value: unknown = payload.value;
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      payload.issues.push({ code: "invalid_type", expected: "object", input: value, inst: schema });
      return payload;
    }
    const form = nearest(forms, Object.keys(value));
    if (form) return form.schema._zod.run(payload, context);
    const none: NoForm = {
      tellingFields: forms.flatMap(({ telling }) => telling),
      allFields: forms.flatMap(({ fields }) => [...fields]),
    };
    payload.issues.push({ code: "invalid_union", errors: [], input: value, inst: schema, ...none });
    return payload;
  };
});

type Form = {
  readonly schema: z.ZodObject;
  readonly fields: ReadonlySet<string>;
  readonly telling: readonly string[];
};

function formOf(schema: z.ZodObject): Form {
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape;
  const fields = Object.keys(shape);
  const required = fields.find((field) => shape[field]?._zod.optin === undefined);
  // Of a form whose fields are all optional, each tells.
  return { schema, fields: new Set(fields), telling: required === undefined ? fields : [required] };
}

/** The form that knows most of the fields, of equals the earlier. */
function nearest(forms: readonly Form[], stated: readonly string[]): Form | undefined {
  let best: Form | undefined;
  let most = 0;
  for (const form of forms) {
    const known = stated.filter((field) => form.fields.has(field)).length;
    if (known > most) [best, most] = [form, known];
  }
  return best;
}
