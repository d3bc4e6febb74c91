import { commitmentTo } from "@evenhand/evidence";
import { type Db, insertOpenings } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { newSalt } from "./pseudonyms-of.ts";

/**
 * The commitment under which free text stands in records. What is behind it is kept apart, with the object that it
 * belongs to, so that it can be erased and every record and proof stays as it is.
 */
export async function keepText(
  context: Pick<ServiceContext, "random">,
  tx: Db,
  { value, objectId }: { readonly value: string; readonly objectId: string },
): Promise<string> {
  const salt = newSalt(context);
  const token = commitmentTo({ salt, value });
  await insertOpenings(tx, [{ token, salt, value, object_id: objectId }]);
  return token;
}
