import { verifyCheckpoint } from "../checkpoint/checkpoint.ts";
import { EMPTY_FRONTIER, type Frontier, grow, rootOf } from "../merkle/frontier.ts";
import { EMPTY_ROOT, type Hash, isHash, leafHash } from "../merkle/hash.ts";
import { type NodePlace, type NodeReader, placeCount } from "../merkle/node-place.ts";
import type { EvidenceProblem } from "../problems.ts";
import { checkpointProblems, rootDiffers } from "./checkpoint-problems.ts";
import { leafProblems } from "./leaf-problems.ts";
import {
  leafOutOfPlace,
  leavesMissing,
  leavesUnsigned,
  nodeProblem,
  nodesSuperfluous,
} from "./log-problems.ts";
import type { CheckpointRow, LeafRow, LogRows } from "./log-rows.ts";

export type LogVerification = {
  /** How many leaves were looked at, and the root over them. */
  readonly size: number;
  readonly root: Hash;
  /** The first is the first difference, going through the log leaf by leaf. */
  readonly problems: readonly EvidenceProblem[];
};

export type LogExpectations = {
  /** The key that the log is known by. */
  readonly vkey: string;
  /** Checkpoints that were kept elsewhere, as signed notes: an older copy of the log does not agree with them. */
  readonly saved?: readonly string[];
  /** After how many problems to stop; default 20. */
  readonly most?: number;
  /** A faster way to what `leafHash` gives, such as the SHA-256 of the machine; most of the time goes into hashing. */
  readonly hashLeaf?: (body: string) => Hash;
};

/** How many leaves are held at a time; their nodes are read at once. */
const LEAVES_AT_A_TIME = 500;

/**
 * Verifies a stored log from its audit events up: every leaf from its event's body, the columns beside the body, every
 * node, every checkpoint's signature and root, and that no row is missing, superfluous or out of place. Holds a few
 * hundred leaves at a time, however long the log is.
 *
 * @example
 * const { size, problems } = await verifyLog(rows, { vkey })
 * problems[0]?.message.en // "leaf 17: audit event 23 is not what was logged"
 */
export async function verifyLog(rows: LogRows, expected: LogExpectations): Promise<LogVerification> {
  const walk = new LogWalk(rows, expected);
  for await (const leaves of inBatches(rows.leaves, LEAVES_AT_A_TIME)) {
    await walk.take(leaves);
    if (walk.isOver) break;
  }
  return walk.end();
}

type Kept = { readonly size: number; readonly root: Hash; readonly at: string };

/** The way through a log: what has grown so far, and what was found on the way. */
class LogWalk {
  readonly #rows: LogRows;
  readonly #vkey: string;
  readonly #most: number;
  readonly #hashLeaf: (body: string) => Hash;
  readonly #kept: readonly Kept[];
  readonly #checkpoints: AsyncIterator<CheckpointRow>;
  readonly #problems: EvidenceProblem[] = [];
  #frontier: Frontier = EMPTY_FRONTIER;
  #next: CheckpointRow | undefined;
  #hasBegun = false;
  #signed = 0;
  #isBroken = false;

  constructor(rows: LogRows, { vkey, saved = [], most = 20, hashLeaf = leafHash }: LogExpectations) {
    this.#rows = rows;
    this.#vkey = vkey;
    this.#most = most;
    this.#hashLeaf = hashLeaf;
    this.#kept = saved.flatMap((note, index) => this.#readSaved(note, `/saved/${index}`));
    this.#checkpoints = rows.checkpoints[Symbol.asyncIterator]();
  }

  /** Whether going on would tell nothing more. */
  get isOver(): boolean {
    return this.#isBroken || this.#problems.length >= this.#most;
  }

  async take(leaves: readonly LeafRow[]): Promise<void> {
    await this.#begin();
    const stored = await readStored(this.#rows.nodes, this.#frontier.size, leaves.length);
    for (const leaf of leaves) {
      if (this.isOver) return;
      if (leaf.position !== this.#frontier.size) return this.#break(leaf);
      const computed = leaf.auditEvent ? this.#hashLeaf(leaf.auditEvent.body) : undefined;
      this.#problems.push(...leafProblems(leaf, computed));
      this.#grow(likeliestHash(leaf, computed, stored), stored);
      await this.#checkRoots();
    }
  }

  async end(): Promise<LogVerification> {
    await this.#begin();
    if (!this.isOver) this.#checkEnd();
    await this.#checkpoints.return?.();
    return {
      size: this.#frontier.size,
      root: rootOf(this.#frontier),
      problems: this.#problems.slice(0, this.#most),
    };
  }

  async #begin(): Promise<void> {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    await this.#readNext();
    await this.#checkRoots();
  }

  #grow(leaf: Hash, stored: ReadonlyMap<string, Hash>): void {
    const { frontier, nodes } = grow(this.#frontier, leaf);
    this.#frontier = frontier;
    for (const node of nodes) {
      const found = stored.get(keyOf(node));
      if (found !== node.hash) this.#problems.push(nodeProblem(node, found !== undefined));
    }
  }

  async #checkRoots(): Promise<void> {
    const { size } = this.#frontier;
    while (this.#next && this.#next.size <= size) {
      this.#signed = this.#next.size;
      // A checkpoint that stands after one it should come before has missed its size, and no root is right for it.
      const root = this.#next.size === size ? rootOf(this.#frontier) : undefined;
      this.#problems.push(...checkpointProblems(this.#next, root, this.#vkey));
      await this.#readNext();
    }
    for (const kept of this.#kept) {
      if (kept.size === size && kept.root !== rootOf(this.#frontier))
        this.#problems.push(rootDiffers(size, kept.at));
    }
  }

  async #readNext(): Promise<void> {
    const next = await this.#checkpoints.next();
    this.#next = next.done ? undefined : next.value;
  }

  #checkEnd(): void {
    const { size } = this.#frontier;
    if (this.#next)
      this.#problems.push(leavesMissing(this.#next.size, size, `/checkpoints/${this.#next.size}`));
    for (const kept of this.#kept) {
      if (kept.size > size) this.#problems.push(leavesMissing(kept.size, size, kept.at));
    }
    if (!this.#next && this.#signed < size) this.#problems.push(leavesUnsigned(this.#signed, size));
    const superfluous = this.#rows.nodeCount - placeCount(size);
    if (superfluous > 0) this.#problems.push(nodesSuperfluous(superfluous));
  }

  /** After a leaf that is not where it belongs, nothing can be compared any more. */
  #break({ position }: LeafRow): void {
    this.#isBroken = true;
    this.#problems.push(leafOutOfPlace(this.#frontier.size, position));
  }

  #readSaved(note: string, at: string): readonly Kept[] {
    const verified = verifyCheckpoint(note, this.#vkey, { note: at, key: at });
    if ("problems" in verified) this.#problems.push(...verified.problems);
    return "problems" in verified ? [] : [{ ...verified.checkpoint, at }];
  }
}

/**
 * Three places say what a leaf's hash is: its row, its event's body, its node. Each that differs is reported; going on
 * with what two of them say keeps one difference from being reported again at everything above it.
 */
function likeliestHash(
  { position, leafHash: row }: LeafRow,
  computed: Hash | undefined,
  stored: ReadonlyMap<string, Hash>,
): Hash {
  const node = stored.get(keyOf({ level: 0, position }));
  const hash = node !== undefined && node === computed ? node : row;
  return isHash(hash) ? hash : (computed ?? EMPTY_ROOT);
}

/** The stored nodes that this many leaves more make full, by place. */
async function readStored(read: NodeReader, size: number, count: number): Promise<ReadonlyMap<string, Hash>> {
  const places: NodePlace[] = [];
  for (let position = size; position < size + count; position += 1) {
    places.push({ level: 0, position });
    let [level, rest] = [1, position + 1];
    for (; rest % 2 === 0; level += 1, rest /= 2) places.push({ level, position: rest / 2 - 1 });
  }
  const hashes = await read(places);
  return new Map(
    places.flatMap((place, index): readonly (readonly [string, Hash])[] => {
      const hash = hashes[index];
      return hash === undefined ? [] : [[keyOf(place), hash]];
    }),
  );
}

function keyOf({ level, position }: NodePlace): string {
  return `${level}/${position}`;
}

async function* inBatches<Item>(items: AsyncIterable<Item>, most: number): AsyncGenerator<readonly Item[]> {
  let batch: Item[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < most) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
