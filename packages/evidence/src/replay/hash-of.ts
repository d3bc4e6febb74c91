import { contentHash } from "@evenhand/domain";

/** The hash of a stored document; null of one that has no canonical JSON, which no published document is. */
export function hashOf(document: unknown): string | null {
  try {
    return contentHash(document);
  } catch {
    return null;
  }
}
