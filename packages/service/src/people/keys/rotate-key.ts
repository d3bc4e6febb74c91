import type { Actor } from "@evenhand/domain";
import { type KeyRow, appendAuditEvent, changeKey, lockUsers } from "@evenhand/store";
import type { ServiceContext } from "../../context.ts";
import { AskRefused, type RefusedAsk, orRefused } from "../../refused.ts";
import type { CreatedKey } from "./create-key.ts";
import { findKey } from "./find-key.ts";
import { type KeyView, auditedKey, keyState, keyView } from "./key-view.ts";
import { makeKey } from "./make-key.ts";
import { readRotation } from "./read-key.ts";

const HOUR_MS = 60 * 60 * 1000;

/**
 * Puts a new key in the place of one that is in use, with its name and scopes and for as long as that was made for. The
 * old one goes on for some hours, so that nobody has to change every system at one moment, and never longer than it would
 * have. Refused where it was rotated before, or cannot be used any more.
 */
export async function rotateKey(
  context: ServiceContext,
  { actor, id, body }: { readonly actor: Actor; readonly id: string; readonly body: unknown },
): Promise<(CreatedKey & { readonly replaced: KeyView }) | RefusedAsk> {
  const asked = readRotation(body);
  if ("refusal" in asked) return asked;
  return orRefused(() =>
    context.store.write(async (tx) => {
      await lockUsers(tx);
      const at = context.now();
      const old = await findKey(tx, id);
      checkRotates(old, at);
      const createdBy = `${actor.kind}:${actor.id}`;
      const { row, key } = await makeKey(context, tx, { ...likeness(old, at), createdBy });
      const expires_at = Math.min(old.expires_at ?? Infinity, at + asked.overlapHours * HOUR_MS);
      await changeKey(tx, id, { expires_at, rotated_to: row.id });
      const view = keyView(row, at);
      const replaced = keyView({ ...old, expires_at, rotated_to: row.id }, at);
      await appendAuditEvent(tx, {
        at,
        actor,
        action: "key.rotated",
        object: { kind: "key", id },
        before: auditedKey(keyView(old, at)),
        after: auditedKey(replaced),
      });
      return { view, key, replaced };
    }),
  );
}

function likeness(old: KeyRow, at: number): Omit<Parameters<typeof makeKey>[2], "createdBy"> {
  const { name, scopes } = keyView(old, at);
  return { name, scopes, expiresAt: old.expires_at === null ? null : at + (old.expires_at - old.created_at) };
}

function checkRotates(old: KeyRow, at: number): void {
  const state = keyState(old, at);
  if (state === "valid" && old.rotated_to === null) return;
  throw new AskRefused({
    code: "wrong-state",
    at: "",
    message:
      old.rotated_to === null
        ? { en: `the key is ${state}`, zh: state === "expired" ? "该密钥已过期" : "该密钥已吊销" }
        : { en: `the key was rotated to \`${old.rotated_to}\``, zh: `该密钥已轮换为\`${old.rotated_to}\`` },
    help: { en: "make a new key instead", zh: "请新建密钥" },
  });
}
