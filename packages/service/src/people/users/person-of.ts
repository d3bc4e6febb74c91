import type { Db } from "@evenhand/store";
import type { ServiceContext } from "../../context.ts";
import { pseudonymsOf } from "../../pseudonyms/pseudonyms-of.ts";

/** Whose account it is says the audit trail by the pseudonym, as it says everything of people. */
export async function personOf(
  context: Pick<ServiceContext, "random">,
  tx: Db,
  personId: string,
): Promise<string | undefined> {
  return (await pseudonymsOf(context, tx, [personId])).get(personId);
}
