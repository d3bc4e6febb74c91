import { contentHash } from "@evenhand/domain";

/** A document as somebody writes it: any JSON object, which need not be a policy yet. */
export type DraftDocument = Readonly<Record<string, unknown>>;

/**
 * What an approval signs: the hash of a document without its number and its day of effect, which publishing sets.
 *
 * INVARIANT: two documents that could decide anything differently, days of effect aside, have different hashes.
 *
 * @example approvedHash({ ...document, effectiveFrom: "2027-01-01" }) === approvedHash(document) // true
 */
export function approvedHash(document: DraftDocument): string {
  const { version: _version, effectiveFrom: _effectiveFrom, ...content } = document;
  return contentHash(content);
}

/** A document with the number and the day of effect of a version, in the places where they stood. */
export function asVersion(
  document: DraftDocument,
  { version, effectiveFrom }: { readonly version: number; readonly effectiveFrom: string },
): DraftDocument {
  return { ...document, version, effectiveFrom };
}

/** A document from the text that is stored of it. INVARIANT: that text was written by `documentText` or read as a policy. */
export function documentOf(text: string): DraftDocument {
  return JSON.parse(text) as DraftDocument;
}

/** The text by which a draft is stored. */
export function documentText(document: DraftDocument): string {
  return JSON.stringify(document);
}

/** How large the text of a document may be, in bytes of UTF-8. */
export const MOST_DOCUMENT_BYTES = 256 * 1024;

/** The length of a text in UTF-8. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}

/**
 * The text by which a version is published: laid out to be read, unless that would make it larger than a document may be.
 */
export function publishedText(document: DraftDocument): string {
  const text = `${JSON.stringify(document, null, 2)}\n`;
  return bytesOf(text) <= MOST_DOCUMENT_BYTES ? text : documentText(document);
}
