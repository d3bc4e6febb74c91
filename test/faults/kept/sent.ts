import { createHash } from "node:crypto";
import { deflateSync, inflateSync } from "node:zlib";
import type { RecordedDecision } from "@evenhand/domain";
import type { Order } from "../order.ts";

/** An acknowledgement that arrived whole. A long run has many, so that they are kept folded up. */
export type Answer = {
  /** The decision that was recorded. */
  readonly id: string;
  readonly digest: string;
  readonly read: () => RecordedDecision;
};

/** An order that went out, and what came back if it was acknowledged. */
export type Sent = { readonly order: Order; readonly answer: Answer | undefined };

export function answerOf(text: string): Answer {
  const folded = deflateSync(text);
  return {
    id: (JSON.parse(text) as RecordedDecision).id,
    digest: digestOf(text),
    read: () => JSON.parse(inflateSync(folded).toString("utf8")) as RecordedDecision,
  };
}

/** The same for the same bytes and, but for chance, for no others. */
export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
