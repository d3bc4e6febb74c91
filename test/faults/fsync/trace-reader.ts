/** What a trace shows of one answer that acknowledged a decision. */
export type TracedAnswer = {
  readonly decision: string;
  /** Whether the decision was seen on its way into the database's log before. */
  readonly wasWritten: boolean;
  /** Whether a sync of that log had returned after it was written and before the answer went out. */
  readonly wasSynced: boolean;
};

/**
 * Reads what `strace -f -y` prints, line by line, and follows decisions by their ids: into the database's log, through a
 * sync of that log that returned, out in an answer.
 *
 * INVARIANT: where a call is printed in two halves because another process came between, a write counts from its first
 * half and a sync from its second, so that nothing passes for earlier than it was.
 */
export class TraceReader {
  readonly #answers: TracedAnswer[] = [];
  /** Ids in writes to a log that were not synced yet, by the log. */
  readonly #unsynced = new Map<string, Set<string>>();
  readonly #written = new Set<string>();
  readonly #synced = new Set<string>();
  /** Syncs that have begun and not returned, by process: which log, and the ids that were written before they began. */
  readonly #syncing = new Map<string, { readonly log: string; readonly ids: readonly string[] }>();
  #syncs = 0;

  get answers(): readonly TracedAnswer[] {
    return this.#answers;
  }

  /** How often a log was synced. */
  get syncs(): number {
    return this.#syncs;
  }

  read(line: string): void {
    const [, pid = "", call = ""] = /^(\d+) +(.*)$/.exec(line) ?? [];
    if (/^<\.\.\. f(?:data)?sync resumed>/.test(call)) this.#returned(pid, call);
    else if (call.startsWith("fsync(") || call.startsWith("fdatasync(")) this.#sync(pid, call);
    else if (/^p?writev?(?:64)?\(/.test(call) || call.startsWith("send")) this.#write(call);
  }

  #write(call: string): void {
    const log = logIn(call);
    if (log !== undefined) {
      const unsynced = this.#unsynced.get(log) ?? new Set();
      for (const id of idsIn(call)) {
        unsynced.add(id);
        this.#written.add(id);
      }
      this.#unsynced.set(log, unsynced);
      return;
    }
    if (!call.includes("HTTP/1.1 201")) return;
    const [decision = ""] = idsIn(call);
    const [wasWritten, wasSynced] = [this.#written.has(decision), this.#synced.has(decision)];
    this.#answers.push({ decision, wasWritten, wasSynced });
  }

  #sync(pid: string, call: string): void {
    const log = logIn(call);
    if (log === undefined) return;
    this.#syncing.set(pid, { log, ids: [...(this.#unsynced.get(log) ?? [])] });
    if (!call.includes("<unfinished")) this.#returned(pid, call);
  }

  #returned(pid: string, call: string): void {
    const sync = this.#syncing.get(pid);
    this.#syncing.delete(pid);
    if (!sync || !call.endsWith(" = 0")) return;
    this.#syncs += 1;
    for (const id of sync.ids) {
      this.#synced.add(id);
      this.#unsynced.get(sync.log)?.delete(id);
    }
  }
}

/** The write-ahead log that a call is about, by the path that `-y` prints with its first argument. */
function logIn(call: string): string | undefined {
  const path = /^\w+\(\d+<([^>]*)>/.exec(call)?.[1];
  return path !== undefined && /-wal$|\/pg_wal\//.test(path) ? path : undefined;
}

function idsIn(call: string): readonly string[] {
  return call.match(/dec-[0-9a-hjkmnp-tv-z]{26}/g) ?? [];
}
