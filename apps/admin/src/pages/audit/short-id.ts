const TOKEN = /^(?:person|text)-[0-9a-f]{64}$|^[0-9a-f]{64}$/;
const KEPT = 8;

/**
 * A pseudonym, a commitment or a hash by its first digits, as people tell them apart; anything else as it is.
 *
 * @example shortId("person-a204a34d8b2bf87fe49404b99b7e309dfd1ebd20036e46cea3d82bca065d298a") // "person-a204a34d…"
 */
export function shortId(id: string): string {
  return TOKEN.test(id) ? `${id.slice(0, id.lastIndexOf("-") + 1 + KEPT)}…` : id;
}
