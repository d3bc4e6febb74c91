import { policyJsonSchema } from "@evenhand/policy";
import { EXIT, type ExitCode } from "../exit-code.ts";
import type { Surroundings } from "../surroundings.ts";

/** The shape of a policy document, for an editor. */
export async function schemaCommand({ out }: Surroundings): Promise<ExitCode> {
  await out(`${JSON.stringify(policyJsonSchema(), null, 2)}\n`);
  return EXIT.decided;
}
