import { createHash } from "node:crypto";
import type { Actor } from "@evenhand/domain";
import { isKeyText, keyState, scopesOf, secretHash } from "@evenhand/service";
import { type KeyRow, keyByHash, touchKey } from "@evenhand/store";
import { notSignedIn } from "../http/admission.ts";
import type { Surroundings } from "../http/env.ts";
import { inBackground } from "./sessions.ts";

/** For so long a key that was looked up is trusted; another process may have revoked it meanwhile. */
const TRUST_MS = 3_000;
/** The moment of last use is kept at most this often, and nobody waits for it. */
const TOUCH_MS = 60 * 1000;
const MOST_REMEMBERED = 1_000;

/** Verifies the keys of other systems. */
export type KeyVerifier = {
  /** @throws Refused as `not-signed-in` where the key is none, is not known, has expired or was revoked */
  readonly verify: (key: string) => Promise<Actor>;
  /** To be called when keys change: what this process does from then on follows what is kept. */
  readonly forget: () => void;
};

/** A verifier that asks the store at most every few seconds for a key, so that evaluating stays as fast as it is. */
export function keyVerifier({ service, log }: Pick<Surroundings, "service" | "log">): KeyVerifier {
  const known = new Map<string, { readonly row: KeyRow; readonly until: number }>();
  const touched = new Map<string, number>();

  const find = async (key: string, now: number): Promise<KeyRow | undefined> => {
    // A digest, so that the keys themselves do not stay in memory.
    const digest = createHash("sha256").update(key).digest("base64");
    const remembered = known.get(digest);
    if (remembered && remembered.until > now) return remembered.row;
    const row = await service().store.read((db) => keyByHash(db, secretHash(key)));
    if (known.size >= MOST_REMEMBERED) known.clear();
    if (row) known.set(digest, { row, until: now + TRUST_MS });
    return row;
  };

  const touch = (row: KeyRow, now: number): void => {
    if (now - (touched.get(row.id) ?? row.last_used_at ?? -Infinity) < TOUCH_MS) return;
    touched.set(row.id, now);
    inBackground(
      service().store.write((tx) => touchKey(tx, row.id, now)),
      log,
    );
  };

  return {
    verify: async (key) => {
      const row = isKeyText(key) ? await find(key, service().now()) : undefined;
      if (!row) throw notSignedIn(UNKNOWN);
      // The cache is of what is kept, not of how late it is: a key ends at its moment.
      const now = service().now();
      const state = keyState(row, now);
      if (state === "revoked") throw notSignedIn(REVOKED);
      if (state === "expired") throw notSignedIn(EXPIRED);
      touch(row, now);
      return { kind: "key", id: row.id, scopes: scopesOf(row) };
    },
    forget: () => known.clear(),
  };
}

const UNKNOWN = { en: "this key is not known here", zh: "此密钥无法识别" };
const REVOKED = { en: "this key was revoked", zh: "此密钥已吊销" };
const EXPIRED = { en: "this key has expired", zh: "此密钥已过期" };
