import { quote } from "@evenhand/domain";
import { type Db, type KeyRow, keyById } from "@evenhand/store";
import { AskRefused } from "../../refused.ts";

/**
 * A key by its id.
 *
 * @throws AskRefused as `not-found`
 */
export async function findKey(db: Db, id: string): Promise<KeyRow> {
  const row = await keyById(db, id);
  if (row) return row;
  throw new AskRefused({
    code: "not-found",
    at: "",
    message: { en: `there is no key ${quote(id)}`, zh: `没有密钥${quote(id)}` },
  });
}
