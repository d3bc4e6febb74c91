import type { Actor } from "@evenhand/domain";
import { appendAuditEvent } from "@evenhand/store";
import type { ServiceContext } from "../../context.ts";
import type { RefusedAsk } from "../../refused.ts";
import { type KeyView, auditedKey, keyView } from "./key-view.ts";
import { makeKey } from "./make-key.ts";
import { readNewKey } from "./read-key.ts";

/** A key that was just made: `key` is its whole text, to be shown this once. */
export type CreatedKey = { readonly view: KeyView; readonly key: string };

const DAY_MS = 24 * 60 * 60 * 1000;

/** Makes a key for another system. */
export async function createKey(
  context: ServiceContext,
  { actor, body }: { readonly actor: Actor; readonly body: unknown },
): Promise<CreatedKey | RefusedAsk> {
  const asked = readNewKey(body);
  if ("refusal" in asked) return asked;
  const at = context.now();
  return context.store.write(async (tx) => {
    const { row, key } = await makeKey(context, tx, {
      name: asked.name,
      scopes: asked.scopes,
      expiresAt: at + asked.expiresInDays * DAY_MS,
      createdBy: `${actor.kind}:${actor.id}`,
    });
    const view = keyView(row, at);
    const object = { kind: "key", id: row.id } as const;
    await appendAuditEvent(tx, { at, actor, action: "key.created", object, after: auditedKey(view) });
    return { view, key };
  });
}
