import { type Accessor, createSignal } from "solid-js";
import type { Draft } from "../../api/answers.ts";

/** The content that whoever looks at the page knows of: what they approve is this, whatever was written since. */
export type Seen = {
  readonly contentHash: Accessor<string>;
  /** Whether the draft says something else by now. */
  readonly isOutdated: () => boolean;
  /** Takes note of what it says now. */
  readonly look: () => void;
};

export function createSeen(draft: Accessor<Draft>): Seen {
  const [contentHash, setContentHash] = createSignal(draft().contentHash);
  return {
    contentHash,
    isOutdated: () => contentHash() !== draft().contentHash,
    look: () => setContentHash(draft().contentHash),
  };
}
