import type { KeyScope } from "@evenhand/domain";
import { type Db, type KeyRow, insertKey } from "@evenhand/store";
import type { ServiceContext } from "../../context.ts";
import { newId } from "../../identity/new-id.ts";
import { newPrefix, newSecret, secretHash } from "../secret.ts";

const KEY = /^evh_[0-9a-z]{8}_[A-Za-z0-9_-]{43}$/;

/** Whether a text has the form of a key; most that is sent by mistake has not, and is not looked up. */
export function isKeyText(text: string): boolean {
  return KEY.test(text);
}

type NewKey = {
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly expiresAt: number | null;
  /** `user:<id>` or `system:<id>`. */
  readonly createdBy: string;
};

/** Makes a key. `key` is its whole text, which is kept nowhere. */
export async function makeKey(
  context: Pick<ServiceContext, "now" | "random">,
  tx: Db,
  { name, scopes, expiresAt, createdBy }: NewKey,
): Promise<{ readonly row: KeyRow; readonly key: string }> {
  const prefix = newPrefix(context);
  const key = `evh_${prefix}_${newSecret(context)}`;
  const row: KeyRow = {
    id: newId(context, "key"),
    name,
    prefix,
    hash: secretHash(key),
    scopes: JSON.stringify(scopes),
    created_at: context.now(),
    created_by: createdBy,
    expires_at: expiresAt,
    last_used_at: null,
    revoked_at: null,
    rotated_to: null,
  };
  await insertKey(tx, row);
  return { row, key };
}
