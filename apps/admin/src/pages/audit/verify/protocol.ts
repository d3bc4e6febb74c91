import type { Checkpoint, EvidenceProblem, KeySource } from "@evenhand/evidence";

/** What to verify the whole log against. */
export type VerifyOrder = {
  /** The key that the auditor was given over another way. */
  readonly vkey?: string;
  /** A document with a checkpoint that the auditor kept. */
  readonly kept?: Uint8Array;
};

/** How far a verification is: leaves hashed of those that the newest checkpoint counts. */
export type VerifyProgress = {
  readonly done: number;
  readonly total: number;
  /** The leaves up to the last checkpoint that held. */
  readonly held: number;
};

/** The leaf that is not what was signed, and what stands there now. */
export type AlteredLeaf = {
  readonly position: number;
  readonly event?: {
    readonly at: string;
    readonly action: string;
    readonly actor: { readonly kind: string; readonly id: string };
    readonly object: { readonly kind: string; readonly id: string };
  };
};

/** What was verified, in figures, and what does not hold. */
export type VerifyResult = {
  /** Leaves that were hashed, and the root over them. */
  readonly size: number;
  readonly root: string;
  /** Under how many checkpoints they stand, and what the last that holds says; null where none does. */
  readonly checkpoints: number;
  readonly held: Checkpoint | null;
  readonly key: {
    readonly name: string;
    readonly id: string;
    readonly vkey: string;
    readonly source: KeySource;
  };
  /** The size of the checkpoint that was kept; null where there was none, or it cannot be read. */
  readonly kept: { readonly size: number } | null;
  readonly problems: readonly EvidenceProblem[];
  readonly altered: AlteredLeaf | null;
};

/** What the worker is told: to begin, once, and then each answer that it asked for. */
export type VerifyMessage =
  | { readonly kind: "order"; readonly order: VerifyOrder }
  | { readonly kind: "answer"; readonly bytes: ArrayBuffer };

/** What the worker tells. It reaches nothing itself: what it wants to read the page reads for it. */
export type VerifyReport =
  | ({ readonly kind: "progress" } & VerifyProgress)
  | { readonly kind: "read"; readonly path: string }
  | { readonly kind: "done"; readonly result: VerifyResult }
  /** Something of ours broke. */
  | { readonly kind: "broke"; readonly reason: string };
