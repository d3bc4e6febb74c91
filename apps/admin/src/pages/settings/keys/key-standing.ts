import type { Key } from "./keys-queries.ts";

/** How a key stands: `soon` is valid and ends within thirty days. */
export type KeyStanding = "valid" | "soon" | "expired" | "revoked";

const SOON_MS = 30 * 24 * 60 * 60 * 1000;

export function standingOf({ state, expiresAt }: Pick<Key, "state" | "expiresAt">, now: number): KeyStanding {
  if (state !== "valid" || expiresAt === null) return state;
  const left = Date.parse(expiresAt) - now;
  // It may have ended since the list was asked for.
  if (left <= 0) return "expired";
  return left <= SOON_MS ? "soon" : "valid";
}
