import type { JsonObject } from "../../document/pointer.ts";
import type { Draft } from "../../api/answers.ts";
import type { Subject } from "./check-queries.ts";

/** What a check is of, with its document, by which everything in it is called and found. */
export type CheckedContent = {
  readonly policy: string;
  readonly subject: Subject;
  readonly document: JsonObject;
  /** Of a draft: it as it stands now. */
  readonly draft?: Draft;
};

/** The address of the checks of something. */
export function checksAddress(
  policy: string,
  subject: { readonly draft: string } | { readonly version: number },
  check?: string,
): string {
  const asked = new URLSearchParams(
    "draft" in subject ? { draft: subject.draft } : { version: String(subject.version) },
  );
  if (check !== undefined) asked.set("check", check);
  return `/policies/${policy}/checks?${asked}`;
}
