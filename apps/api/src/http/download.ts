import { DOCUMENT_CONTENT_POLICY } from "@evenhand/notices";
import type { Download, TableFormat } from "@evenhand/service";
import type { ApiContext } from "./env.ts";

/** The headers that a download has, for the document. */
export const DOWNLOAD_HEADERS = {
  "Content-Disposition": {
    description: "The name of the file, in the language of what stands in it.",
    schema: { type: "string" },
  },
} as const;

/**
 * A file as an answer: to be saved, or with `contentPolicy` to be looked at, under that policy. It is never kept on the
 * way, since it tells of people.
 */
export function downloadResponse(
  c: ApiContext,
  { fileName, asciiName, mediaType, language, bytes }: Download,
  { contentPolicy }: { readonly contentPolicy?: string } = {},
): Response {
  const how = contentPolicy === undefined ? "attachment" : "inline";
  return c.body(new Uint8Array(bytes), 200, {
    "Content-Type": mediaType,
    "Content-Language": language,
    "Content-Disposition": `${how}; filename="${asciiName}"; filename*=UTF-8''${extValue(fileName)}`,
    "Cache-Control": "no-store",
    ...(contentPolicy === undefined ? {} : { "Content-Security-Policy": contentPolicy }),
  });
}

/** A page is looked at under the policy that it needs; a table is saved. */
export function pagePolicy(format: TableFormat | "html"): { readonly contentPolicy?: string } {
  return format === "html" ? { contentPolicy: DOCUMENT_CONTENT_POLICY } : {};
}

/** RFC 8187: of what `encodeURIComponent` leaves as it is, these four have a meaning of their own there. */
function extValue(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
