import { LogPages, firstAltered, readCheckpoint, readVerifierKey } from "@evenhand/evidence";
import type { AlteredLeaf, VerifyOrder, VerifyProgress, VerifyResult } from "./protocol.ts";

/** How a verification reaches the service and whoever waits for it. */
export type VerifySurroundings = {
  /** What the service answers at an address. */
  readonly read: (path: string) => Promise<Uint8Array>;
  readonly progress: (progress: VerifyProgress) => void;
  /** A clock that only goes forward, in milliseconds. */
  readonly now: () => number;
};

/** How often progress is told. */
const TELL_MS = 100;

/**
 * Verifies the log of the service from its first event to its newest, bundle by bundle, and looks for the first leaf that
 * is not what was signed where one is not. Whatever the service says of itself is taken for a claim: hashed and verified
 * here.
 */
export async function verifyLog(
  { vkey, kept }: VerifyOrder,
  { read, progress, now }: VerifySurroundings,
): Promise<VerifyResult> {
  const newest = signedIn(await read("/v1/log/checkpoint"));
  const pages = new LogPages({
    named: newest.vkey,
    ...(vkey === undefined ? {} : { vkey }),
    ...(kept === undefined ? {} : { kept }),
  });
  let total = readCheckpoint(newest.checkpoint)?.size ?? 0;
  let told = now();
  progress({ done: 0, total, held: 0 });
  while (pages.problems.length === 0 && pages.size < total) {
    const bundle = await read(`/v1/log/bundle?since=${pages.size}&leaves=yes`);
    const before = pages.size;
    for (const done of pages.take(bundle)) {
      // More may have come in meanwhile.
      total = Math.max(total, done);
      if (now() - told < TELL_MS) continue;
      progress({ done, total, held: pages.held?.size ?? 0 });
      told = now();
    }
    if (pages.size === before) break;
  }
  if (pages.problems.length === 0) pages.end();
  progress({ done: pages.size, total, held: pages.held?.size ?? 0 });
  return resultOf(pages, await alteredIn(pages, read));
}

/** What the service says of itself; nothing of it is taken for true. */
function signedIn(bytes: Uint8Array): { readonly checkpoint: string; readonly vkey: string } {
  const { checkpoint, vkey } = JSON.parse(new TextDecoder().decode(bytes)) as Readonly<
    Record<string, unknown>
  >;
  return { checkpoint: String(checkpoint), vkey: String(vkey) };
}

function resultOf(pages: LogPages, altered: AlteredLeaf | null): VerifyResult {
  const { held, kept, vkey } = pages;
  const { name = "", id = "" } = readVerifierKey(vkey) ?? {};
  return {
    size: pages.size,
    root: pages.root,
    checkpoints: pages.checkpoints,
    held: held ?? null,
    key: { name, id, vkey, source: pages.keySource },
    kept: kept ? { size: kept.size } : null,
    problems: pages.problems,
    altered,
  };
}

/** The first leaf of the last page that is not what was signed, where that is what does not hold. */
async function alteredIn(pages: LogPages, read: VerifySurroundings["read"]): Promise<AlteredLeaf | null> {
  if (!pages.problems.some(({ code, at }) => code === "root-differs" && at === "/bundle/checkpoint"))
    return null;
  const position = await firstAltered({
    ...pages.lastPage,
    vkey: pages.vkey,
    rootAt: (size) => pages.rootAt(size),
    ask: (since) => read(`/v1/log/bundle?since=${since}`),
  });
  if (position === undefined) return null;
  const event = eventIn(pages.bodyAt(position) ?? "");
  return { position, ...(event ? { event } : {}) };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** What a body says of itself, as far as it can still be read. */
function eventIn(body: string): AlteredLeaf["event"] {
  let read: unknown;
  try {
    read = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (!isObject(read) || !isObject(read["actor"]) || !isObject(read["object"])) return undefined;
  const named = ({ kind, id }: Readonly<Record<string, unknown>>) => ({ kind: String(kind), id: String(id) });
  return {
    at: String(read["at"]),
    action: String(read["action"]),
    actor: named(read["actor"]),
    object: named(read["object"]),
  };
}
