import type { JsonObject } from "../../document/pointer.ts";

/** How large the document of a policy may be, in bytes. */
const MOST_BYTES = 256 * 1024;

/** What is in a file: the document of a policy, or why it is none. */
export type PolicyFile =
  | { readonly id: string; readonly document: JsonObject }
  | { readonly wrong: "tooLarge" | "notJson" | "noId" };

/** Reads the text of a file as the document of a policy; what it says beyond its id the draft shows. */
export function readPolicyFile(text: string): PolicyFile {
  if (new TextEncoder().encode(text).byteLength > MOST_BYTES) return { wrong: "tooLarge" };
  const document = parsed(text);
  if (!isObject(document)) return { wrong: "notJson" };
  const id: unknown = document["id"];
  return typeof id === "string" && id !== "" ? { id, document } : { wrong: "noId" };
}

function parsed(text: string): unknown {
  try {
    // Programs that write files for Windows put a mark before the text.
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
