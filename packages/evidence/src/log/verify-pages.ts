import { type Checkpoint, verifyCheckpoint } from "../checkpoint/checkpoint.ts";
import { EMPTY_FRONTIER, type Frontier, grow, rootOf } from "../merkle/frontier.ts";
import { type Hash, leafHash } from "../merkle/hash.ts";
import { type EvidenceProblem, problem } from "../problems.ts";
import { rootDiffers } from "./checkpoint-problems.ts";
import type { LogBundle } from "./log-bundle.ts";
import { leavesMissing, leavesUnsigned } from "./log-problems.ts";
import { readBundle, readSigned } from "./read-bundle.ts";
import { OTHER_KEY } from "./verify-bundle.ts";
import { verifyConsistency } from "./verify-consistency.ts";

/** What a log is verified against, besides itself. */
export type PagesExpected = {
  /** The key that whoever verifies was given over a way of their own. */
  readonly vkey?: string;
  /** A document with a checkpoint that was kept, and its key: a saved checkpoint, an earlier bundle, a receipt. */
  readonly kept?: string | Uint8Array;
  /** The key that the log names itself, for where nothing else names one. */
  readonly named: string;
};

/** Where the key came from that signatures are verified under. */
export type KeySource = "given" | "kept" | "named";

/**
 * Verifies a log from its first event to its last, from bundles with leaves of which each goes on where the one before
 * ended: every body is hashed, every checkpoint's signature and root are verified, and so is that each log goes on from
 * the one before it and from the one that was kept. Holds one bundle at a time, however long the log is.
 *
 * @example
 * const pages = new LogPages({ named: vkey })
 * for (const done of pages.take(bundle)) console.log(done) // 1, 2, 3 …: leaves that were hashed so far
 * pages.problems // []
 */
export class LogPages {
  readonly vkey: string;
  readonly keySource: KeySource;
  /** The checkpoint that was kept; undefined where there is none, or it does not verify. */
  readonly kept: Checkpoint | undefined;
  readonly #problems: EvidenceProblem[] = [];
  #frontier: Frontier = EMPTY_FRONTIER;
  #held: Checkpoint | undefined;
  #checkpoints = 0;
  /** The page that was taken last: how the log stood before it, and what it added. */
  #page: { readonly before: Frontier; readonly bodies: readonly string[]; readonly hashes: Hash[] } = {
    before: EMPTY_FRONTIER,
    bodies: [],
    hashes: [],
  };

  constructor({ vkey, kept, named }: PagesExpected) {
    const signed = kept === undefined ? undefined : readSigned(kept, "/since");
    const known = signed && "value" in signed ? signed.value : undefined;
    this.vkey = vkey ?? known?.vkey ?? named;
    this.keySource = vkey === undefined ? (known ? "kept" : "named") : "given";
    if (signed && "problems" in signed) this.#problems.push(...signed.problems);
    if (known && known.vkey !== this.vkey) this.#problems.push(problem({ ...OTHER_KEY, at: "/since/vkey" }));
    this.kept = known && this.#verified(known.checkpoint, "/since");
  }

  /** How many leaves were hashed, and the root over them. */
  get size(): number {
    return this.#frontier.size;
  }
  get root(): Hash {
    return rootOf(this.#frontier);
  }
  /** The last checkpoint that the leaves before it gave the root of. */
  get held(): Checkpoint | undefined {
    return this.#held;
  }
  /** How many checkpoints were verified. */
  get checkpoints(): number {
    return this.#checkpoints;
  }
  /** What does not hold. With any, going on would tell nothing more. */
  get problems(): readonly EvidenceProblem[] {
    return this.#problems;
  }

  /** Takes the bundle that begins at `size`; gives how many leaves were hashed so far, after each of them. */
  *take(bundle: string | Uint8Array): Generator<number, void> {
    const read = readBundle(bundle, "/bundle");
    if ("problems" in read) return this.#found(...read.problems);
    const { checkpoint: note, vkey, leaves } = read.value;
    if (vkey !== this.vkey) this.#found(problem({ ...OTHER_KEY, at: "/bundle/vkey" }));
    const checkpoint = this.#verified(note, "/bundle");
    if (!checkpoint) return;
    if (!leaves) return this.#found(problem({ ...NO_LEAVES, at: "/bundle/leaves" }));
    const page = { before: this.#frontier, bodies: leaves.bodies, hashes: [] as Hash[] };
    this.#page = page;
    for (const body of leaves.bodies) {
      page.hashes.push(leafHash(body));
      this.#frontier = grow(this.#frontier, page.hashes.at(-1) ?? "").frontier;
      if (this.#frontier.size === this.kept?.size) this.#checkKept(this.kept);
      yield this.#frontier.size;
    }
    this.#checkPage(checkpoint, read.value);
  }

  /** To be called after the last page: whether the log is as long as the checkpoint that was kept says. */
  end(): void {
    if (this.kept?.size === 0) this.#checkKept(this.kept, EMPTY_FRONTIER);
    if (this.kept && this.kept.size > this.size)
      this.#found(leavesMissing(this.kept.size, this.size, "/since/checkpoint"));
  }

  /** The places of the leaves of the page that was taken last. */
  get lastPage(): { readonly from: number; readonly to: number } {
    const from = this.#page.before.size;
    return { from, to: from + this.#page.hashes.length };
  }

  /** The root over the first `size` leaves, which end in the page that was taken last. */
  rootAt(size: number): Hash {
    const { before, hashes } = this.#page;
    return rootOf(
      hashes.slice(0, size - before.size).reduce<Frontier>((tree, hash) => grow(tree, hash).frontier, before),
    );
  }

  /** The body of a leaf of the page that was taken last. */
  bodyAt(position: number): string | undefined {
    return this.#page.bodies[position - this.#page.before.size];
  }

  #checkPage(checkpoint: Checkpoint, { proof, leaves }: LogBundle): void {
    const { size } = this.#frontier;
    if (size < checkpoint.size)
      return this.#found(leavesMissing(checkpoint.size, size, "/bundle/checkpoint"));
    if (size > checkpoint.size) return this.#found(leavesUnsigned(checkpoint.size, size));
    if (this.root !== checkpoint.root) return this.#found(rootDiffers(size, "/bundle/checkpoint"));
    // What the leaves give is what was signed; what is stored beside them has to say the same.
    const own = this.#page.before.peaks.map(({ hash }) => hash);
    const proven = this.#held ? verifyConsistency(this.#held, checkpoint, proof).problems : [];
    if (proven.length > 0 || own.join() !== leaves?.peaks.join())
      this.#found(problem({ ...NODES_DIFFER, at: "/bundle/proof" }));
    this.#held = checkpoint;
    this.#checkpoints += 1;
  }

  #checkKept({ size, root }: Checkpoint, frontier: Frontier = this.#frontier): void {
    if (rootOf(frontier) !== root) this.#found(rootDiffers(size, "/since/checkpoint"));
  }

  #verified(note: string, at: string): Checkpoint | undefined {
    const verified = verifyCheckpoint(note, this.vkey, { note: `${at}/checkpoint`, key: `${at}/vkey` });
    if ("checkpoint" in verified) return verified.checkpoint;
    this.#found(...verified.problems);
    return undefined;
  }

  #found(...problems: readonly EvidenceProblem[]): void {
    this.#problems.push(...problems);
  }
}

const NO_LEAVES = { code: "wrong-shape", en: "the leaves are missing", zh: "缺少叶" } as const;

const NODES_DIFFER = {
  code: "node-altered",
  en: "the leaves are as they were signed, but the hashes that are stored beside them are not: proofs made of these do not hold",
  zh: "各叶与签名时一致，但另行存储的节点哈希已被改动，由其生成的证明不成立",
} as const;
