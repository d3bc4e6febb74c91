import { canonicalJson } from "@evenhand/domain";
import { LogPages, firstAltered, makeBundle, nodeHash, verifierKeyOf } from "@evenhand/evidence";
import { describe, expect, it } from "vitest";
import { type MemoryLog, append, copyOf, emptyLog, eventRows, readerOf, signerOf } from "./memory-log.ts";
import { SIGNER, VKEY } from "./receipt-sample.ts";

/** A log of 43 leaves under four checkpoints. */
const LOG = emptyLog();
for (const [from, count] of [
  [1, 9],
  [10, 9],
  [19, 5],
  [24, 20],
] as const)
  await append(LOG, eventRows(from, count), SIGNER);

/** The bundle from a size to the next checkpoint after it, or to the newest where it goes without leaves. */
async function bundleOf(log: MemoryLog, since: number, leaves = true): Promise<string> {
  const { checkpoints } = log;
  const end = leaves ? checkpoints.find(({ size }) => size > since) : checkpoints.at(-1);
  if (!end) throw new Error("the log has no checkpoint to go on to");
  const bodies = log.leaves.slice(since, end.size).map(({ auditEvent }) => auditEvent?.body ?? "");
  const parts = { since, checkpoint: end.note, vkey: VKEY, ...(leaves ? { bodies } : {}) };
  return canonicalJson(await makeBundle(parts, readerOf(log)));
}

async function verified(log: MemoryLog, expected: Partial<ConstructorParameters<typeof LogPages>[0]> = {}) {
  const pages = new LogPages({ named: VKEY, ...expected });
  const total = log.checkpoints.at(-1)?.size ?? 0;
  const counted: number[] = [];
  while (pages.problems.length === 0 && pages.size < total)
    counted.push(...pages.take(await bundleOf(log, pages.size)));
  if (pages.problems.length === 0) pages.end();
  return { pages, counted, found: pages.problems.map(({ code, at }) => `${code} ${at}`) };
}

async function firstAlteredOf(log: MemoryLog, pages: LogPages): Promise<number | undefined> {
  const ask = (since: number): Promise<string> => bundleOf(log, since, false);
  return firstAltered({ ...pages.lastPage, vkey: VKEY, rootAt: (size) => pages.rootAt(size), ask });
}

/** A copy of the log with one body changed by a byte. */
function altered(position: number): MemoryLog {
  const log = copyOf(LOG);
  const leaf = log.leaves[position];
  if (!leaf?.auditEvent) throw new Error("there is no such leaf");
  const body = leaf.auditEvent.body.replace('"user"', '"usar"');
  log.leaves[position] = { ...leaf, auditEvent: { ...leaf.auditEvent, body } };
  return log;
}

function kept(size: number, signer = SIGNER): string {
  const note = LOG.checkpoints.find((one) => one.size === size)?.note ?? "";
  return canonicalJson({ format: 1, checkpoint: note, vkey: verifierKeyOf(signer) });
}

describe("a log verified page by page", () => {
  it("holds from its first leaf to its last, each counted once", async () => {
    const { pages, counted, found } = await verified(LOG);
    expect(found).toEqual([]);
    expect(counted).toEqual(Array.from({ length: 43 }, (_, index) => index + 1));
    expect([pages.size, pages.root, pages.checkpoints]).toEqual([43, LOG.checkpoints.at(-1)?.rootHash, 4]);
    expect(pages.held?.size).toBe(43);
  });

  it.each([9, 18, 23, 43])("goes on from a checkpoint over %i leaves that was kept", async (size) => {
    const { pages, found } = await verified(LOG, { kept: kept(size) });
    expect(found).toEqual([]);
    expect([pages.kept?.size, pages.keySource]).toEqual([size, "kept"]);
  });

  it("is found to be another than the one that was kept, though it agrees with itself", async () => {
    const anew = emptyLog();
    await append(anew, eventRows(100, 43), SIGNER);
    expect((await verified(anew)).found).toEqual([]);
    expect((await verified(anew, { kept: kept(18) })).found).toEqual(["root-differs /since/checkpoint"]);
  });

  it("is found to be shorter than it was", async () => {
    const cut = emptyLog();
    await append(cut, eventRows(1, 9), SIGNER);
    expect((await verified(cut, { kept: kept(18) })).found).toEqual(["leaves-missing /since/checkpoint"]);
  });

  it("is verified under the key that is given, before that of what was kept", async () => {
    const vkey = verifierKeyOf(signerOf(2));
    expect((await verified(LOG, { vkey, kept: kept(9) })).found).toEqual([
      "other-key /since/vkey",
      "not-signed /since/checkpoint",
    ]);
    expect((await verified(LOG, { vkey })).found).toEqual([
      "other-key /bundle/vkey",
      "not-signed /bundle/checkpoint",
    ]);
    expect((await verified(LOG, { vkey: VKEY })).pages.keySource).toBe("given");
  });

  it("says what is wrong with something that is no checkpoint", async () => {
    expect((await verified(LOG, { kept: "{" })).found).toEqual(["not-json /since"]);
  });

  it("tells that only what is stored beside the leaves was changed", async () => {
    const log = copyOf(LOG);
    log.nodes.set("3/0", nodeHash(LOG.nodes.get("2/0") ?? "", LOG.nodes.get("2/0") ?? ""));
    expect((await verified(log)).found).toContain("node-altered /bundle/proof");
  });
});

describe("a leaf that was changed", () => {
  it.each([0, 1, 8, 9, 15, 16, 17, 22, 23, 31, 32, 41, 42])("is named: leaf %i", async (position) => {
    const log = altered(position);
    const { pages, found } = await verified(log);
    expect(found).toEqual(["root-differs /bundle/checkpoint"]);
    expect(await firstAlteredOf(log, pages)).toBe(position);
    expect(pages.bodyAt(position)).toContain('"usar"');
  });

  it("is the first of two", async () => {
    const log = altered(30);
    log.leaves.splice(36, 1, ...altered(36).leaves.slice(36, 37));
    const { pages } = await verified(log);
    expect(await firstAlteredOf(log, pages)).toBe(30);
  });

  it("is not named by answers that nobody signed", async () => {
    const log = altered(30);
    const { pages } = await verified(log);
    const { from, to } = pages.lastPage;
    const asked = { from, to, vkey: VKEY, rootAt: (size: number) => pages.rootAt(size) };
    expect(await firstAltered({ ...asked, ask: async () => "{}" })).toBeUndefined();
    const other = verifierKeyOf(signerOf(2));
    const ask = (since: number): Promise<string> => bundleOf(log, since, false);
    expect(await firstAltered({ ...asked, vkey: other, ask })).toBeUndefined();
  });
});
