import type { Actor } from "@evenhand/domain";
import { appendAuditEvent, changeKey, lockUsers } from "@evenhand/store";
import type { ServiceContext } from "../../context.ts";
import { type RefusedAsk, orRefused } from "../../refused.ts";
import { findKey } from "./find-key.ts";
import { type KeyView, auditedKey, keyView } from "./key-view.ts";

/** Ends a key for good. Revoking one that is revoked changes nothing. */
export async function revokeKey(
  context: ServiceContext,
  { actor, id }: { readonly actor: Actor; readonly id: string },
): Promise<{ readonly view: KeyView } | RefusedAsk> {
  return orRefused(() =>
    context.store.write(async (tx) => {
      await lockUsers(tx);
      const at = context.now();
      const row = await findKey(tx, id);
      const before = keyView(row, at);
      if (row.revoked_at !== null) return { view: before };
      await changeKey(tx, id, { revoked_at: at });
      const view = keyView({ ...row, revoked_at: at }, at);
      await appendAuditEvent(tx, {
        at,
        actor,
        action: "key.revoked",
        object: { kind: "key", id },
        before: auditedKey(before),
        after: auditedKey(view),
      });
      return { view };
    }),
  );
}
