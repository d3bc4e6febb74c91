import * as z from "zod";
import { policySchema } from "./schema/policy-schema.ts";

/** Where the schema is published; a policy document may name it in its editor, never in itself. */
export const POLICY_SCHEMA_ID = "https://evenhand.dev/schemas/policy.json";

/**
 * The shape of a policy document as JSON Schema 2020-12, for editors and for other people's tools. It says less than
 * `validatePolicy`: that a name exists, or that two things may be compared, is beyond a schema.
 *
 * @example policyJsonSchema() // { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "https://evenhand.dev/schemas/policy.json", … }
 */
export function policyJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(policySchema, { target: "draft-2020-12", io: "input" });
  return { $schema, $id: POLICY_SCHEMA_ID, title: "Evenhand policy", ...schema };
}
