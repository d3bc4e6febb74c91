import { createHash } from "node:crypto";
import {
  type AuditEventRow,
  type EvidenceProblem,
  type LogBundle,
  type SavedCheckpoint,
  leafHash,
  makeBundle,
  nodeHash,
  signCheckpoint,
  verifyBundle,
  verifyLog,
} from "@evenhand/evidence";
import { describe, expect, it } from "vitest";
import { carriedVerifier } from "./carried-verifier.ts";
import {
  type MemoryLog,
  append,
  copyOf,
  emptyLog,
  eventRow,
  eventRows,
  readerOf,
  rowsOf,
  signerOf,
} from "./memory-log.ts";
import { SIGNER, VKEY, receiptSample } from "./receipt-sample.ts";
import { randomFrom } from "./tamper.ts";

/** The titles print it; `SEED=… npm test` draws others. */
const SEED = Number(process.env["SEED"] ?? 20_261_122);

const carried = await carriedVerifier();
const { log: LOG, receipt: RECEIPT } = await receiptSample();
const SAVED = LOG.checkpoints.map(({ note }) => note);

type Said = readonly string[];

async function found(log: MemoryLog, saved: readonly string[] = []): Promise<Said> {
  const { problems } = await verifyLog(rowsOf(log), { vkey: VKEY, saved });
  return problems.map(({ code, at }) => `${code} ${at}`);
}

/** What is found once somebody has changed a copy of the log. */
async function foundAfter(change: (log: MemoryLog) => void, saved: readonly string[] = []): Promise<Said> {
  const log = copyOf(LOG);
  change(log);
  return found(log, saved);
}

/** A log of the same shape whose events are others from `position` on, everything above them made to fit. */
async function rewritten(
  position: number,
  events: readonly AuditEventRow[],
  signer = SIGNER,
): Promise<MemoryLog> {
  const log = emptyLog();
  const kept = LOG.leaves.slice(0, position).flatMap(({ auditEvent }) => auditEvent ?? []);
  await append(log, [...kept, ...events], signer);
  return log;
}

function eventsFrom(position: number): readonly AuditEventRow[] {
  return LOG.leaves.slice(position).flatMap(({ auditEvent }) => auditEvent ?? []);
}

describe("a stored log", () => {
  it("holds as it was written, against every checkpoint that was kept", async () => {
    const { size, root, problems } = await verifyLog(rowsOf(LOG), { vkey: VKEY, saved: SAVED });
    expect(problems).toEqual([]);
    expect([size, root]).toEqual([43, LOG.checkpoints.at(-1)?.rootHash]);
    expect(await found(emptyLog())).toEqual([]);
  });

  it("holds over more leaves than are held at a time", async () => {
    const log = emptyLog();
    for (const [from, count] of [
      [1, 700],
      [701, 301],
      [1_002, 250],
    ] as const)
      await append(log, eventRows(from, count), SIGNER);
    expect(await found(log)).toEqual([]);
    log.nodes.set("3/150", leafHash("x"));
    expect(await found(log)).toEqual(["node-altered /nodes/3/150"]);
  });

  it("is hashed by whatever is given for it", async () => {
    const hashed: string[] = [];
    const hashLeaf = (body: string): string => {
      hashed.push(body);
      return createHash("sha256").update(Uint8Array.of(0)).update(body).digest("hex");
    };
    expect((await verifyLog(rowsOf(LOG), { vkey: VKEY, hashLeaf })).problems).toEqual([]);
    expect(hashed).toEqual(LOG.leaves.map(({ auditEvent }) => auditEvent?.body));
  });

  it("says the first difference, with leaf and event", async () => {
    const log = copyOf(LOG);
    const leaf = log.leaves[17];
    const body = leaf?.auditEvent?.body.replace("20000", "2000") ?? "";
    log.leaves[17] = { ...leaf, auditEvent: { ...leaf?.auditEvent, body } } as MemoryLog["leaves"][number];
    const { problems } = await verifyLog(rowsOf(log), { vkey: VKEY });
    expect(problems).toMatchObject([
      {
        code: "leaf-altered",
        at: "/leaves/17",
        message: {
          en: "leaf 17: audit event 18 is not what was logged",
          zh: "第17号叶：审计记录18与入日志时不同",
        },
      },
    ]);
  });
});

describe("what somebody changed in a stored log", () => {
  const event = (log: MemoryLog, position: number, change: Partial<AuditEventRow>): void => {
    const leaf = log.leaves[position];
    if (leaf?.auditEvent) log.leaves[position] = { ...leaf, auditEvent: { ...leaf.auditEvent, ...change } };
  };

  it("is found in an event, and in each column beside its body", async () => {
    expect(await foundAfter((log) => event(log, 3, { body: eventRow(3).body }))).toEqual([
      "leaf-altered /leaves/3",
      ...Array.from({ length: 3 }, () => "event-altered /leaves/3"),
    ]);
    for (const change of [
      { at: 0 },
      { actor: "user:u9" },
      { action: "decision.erased" },
      { objectKind: "case" },
      { objectId: "d-9" },
    ]) {
      expect(await foundAfter((log) => event(log, 3, change))).toEqual(["event-altered /leaves/3"]);
    }
  });

  it("is found in an event that is gone", async () => {
    const gone = await foundAfter((log) => {
      log.leaves[40] = { position: 40, leafHash: log.leaves[40]?.leafHash ?? "", auditEvent: null };
    });
    expect(gone).toEqual(["leaf-altered /leaves/40"]);
  });

  it("is found in a leaf, in a node, and in both together", async () => {
    const other = leafHash("another");
    const setLeaf = (log: MemoryLog): void => {
      log.leaves[8] = { position: 8, leafHash: other, auditEvent: log.leaves[8]?.auditEvent ?? null };
    };
    expect(await foundAfter(setLeaf)).toEqual(["leaf-altered /leaves/8"]);
    expect(await foundAfter((log) => log.nodes.set("0/8", other))).toEqual(["node-altered /nodes/0/8"]);
    expect(await foundAfter((log) => log.nodes.set("4/1", other))).toEqual(["node-altered /nodes/4/1"]);
    expect(await foundAfter((log) => log.nodes.delete("5/0"))).toEqual(["node-missing /nodes/5/0"]);
    const both = await foundAfter((log) => {
      setLeaf(log);
      log.nodes.set("0/8", other);
    });
    expect(both[0]).toBe("leaf-altered /leaves/8");
  });

  it("is found in nodes that belong to nothing", async () => {
    expect(await foundAfter((log) => log.nodes.set("0/43", leafHash("x")))).toEqual([
      "nodes-superfluous /nodes",
    ]);
  });

  it("is found in a leaf that was taken out, put in, or put elsewhere", async () => {
    expect(await foundAfter((log) => log.leaves.splice(20, 1))).toEqual(["leaf-out-of-place /leaves/20"]);
    expect(await foundAfter((log) => log.leaves.splice(20, 0, ...log.leaves.slice(19, 20)))).toEqual([
      "leaf-out-of-place /leaves/20",
    ]);
    const swapped = await foundAfter((log) => {
      const [fifth, sixth] = [log.leaves[5], log.leaves[6]];
      if (fifth && sixth) log.leaves.splice(5, 2, { ...sixth, position: 5 }, { ...fifth, position: 6 });
    });
    expect(swapped[0]).toBe("node-altered /nodes/0/5");
  });

  it("is found in a checkpoint", async () => {
    const change = (with_: Partial<MemoryLog["checkpoints"][number]>) => (log: MemoryLog) =>
      log.checkpoints.splice(1, 1, { size: 18, rootHash: "", note: "", ...log.checkpoints[1], ...with_ });
    const at = "/checkpoints/18";
    expect(await foundAfter(change({ rootHash: leafHash("x") }))).toEqual([`checkpoint-altered ${at}`]);
    expect(await foundAfter(change({ note: SAVED[0] ?? "" }))).toEqual([`checkpoint-altered ${at}`]);
    expect(await foundAfter(change({ note: "x" }))).toEqual([`bad-checkpoint ${at}`]);
    const note = (SAVED[1] ?? "").replace("\n18\n", "\n17\n");
    expect(await foundAfter(change({ note }))).toEqual([`bad-signature ${at}`]);
    const forged = signCheckpoint(signerOf(9), { size: 18, root: leafHash("x") });
    expect(await foundAfter(change({ note: forged, rootHash: leafHash("x") }))).toEqual([`not-signed ${at}`]);
    const signed = signCheckpoint(SIGNER, { size: 18, root: leafHash("x") });
    expect(await foundAfter(change({ note: signed, rootHash: leafHash("x") }))).toEqual([
      `root-differs ${at}`,
    ]);
  });

  it("is found where the end was cut", async () => {
    expect(await foundAfter((log) => log.leaves.splice(40))).toEqual([
      "leaves-missing /checkpoints/43",
      "nodes-superfluous /nodes",
    ]);
    expect(await foundAfter((log) => log.leaves.splice(0))).toContain("leaves-missing /checkpoints/9");
  });

  it("is found where something was added that nobody signed", async () => {
    const added = await foundAfter((log) => log.checkpoints.pop());
    expect(added).toEqual(["leaves-unsigned /leaves/23"]);
  });

  it("is found by what was kept elsewhere, where all of the log was put back or written anew", async () => {
    const older = emptyLog();
    await append(older, eventsFrom(0).slice(0, 9), SIGNER);
    expect(await found(older)).toEqual([]);
    expect(await found(older, SAVED)).toEqual([
      "leaves-missing /saved/1",
      "leaves-missing /saved/2",
      "leaves-missing /saved/3",
    ]);
    const forged = await rewritten(20, [eventRow(77), ...eventsFrom(21)]);
    expect(await found(forged)).toEqual([]);
    expect(await found(forged, SAVED)).toEqual(["root-differs /saved/2", "root-differs /saved/3"]);
    const bySomebody = await rewritten(20, eventsFrom(20), signerOf(9));
    expect(await found(bySomebody)).toEqual(["not-signed /checkpoints/43"]);
  });

  it("is told of at most as many times as is asked", async () => {
    const log = copyOf(LOG);
    for (const [key, hash] of log.nodes) log.nodes.set(key, nodeHash(hash, hash));
    expect((await verifyLog(rowsOf(log), { vkey: VKEY, most: 3 })).problems).toHaveLength(3);
  });

  it(`is found whichever character of whichever row it is (seed ${SEED})`, async () => {
    const random = randomFrom(SEED);
    for (let count = 0; count < 300; count += 1) {
      const log = copyOf(LOG);
      const how = changeSomething(log, random);
      expect([how, (await found(log)).length]).not.toEqual([how, 0]);
    }
  });
});

/** Changes one character of one column of one row. */
function changeSomething(log: MemoryLog, random: () => number): string {
  const index = (length: number): number => Math.floor(random() * length);
  const changed = (text: string): string => {
    const at = index(text.length);
    return (
      text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 + index(14))) + text.slice(at + 1)
    );
  };
  const table = index(4);
  if (table === 0) {
    const [key = "", hash = ""] = [...log.nodes][index(log.nodes.size)] ?? [];
    log.nodes.set(key, changed(hash));
    return `node ${key}`;
  }
  if (table === 1) {
    const at = index(log.checkpoints.length);
    const row = log.checkpoints[at];
    if (row)
      log.checkpoints[at] =
        random() < 0.5 ? { ...row, note: changed(row.note) } : { ...row, rootHash: changed(row.rootHash) };
    return `checkpoint ${at}`;
  }
  const at = index(log.leaves.length);
  const row = log.leaves[at];
  if (!row?.auditEvent) throw new Error("every leaf of the log has its event");
  const { auditEvent } = row;
  const column = (["body", "actor", "action", "objectKind", "objectId"] as const)[index(5)] ?? "body";
  log.leaves[at] =
    table === 2
      ? { ...row, leafHash: changed(row.leafHash) }
      : { ...row, auditEvent: { ...auditEvent, [column]: changed(auditEvent[column]) } };
  return `leaf ${at}, ${table === 2 ? "hash" : column}`;
}

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** What both verifiers say of a bundle, which must be the same in every word. */
function judged(bundle: unknown, since: unknown, expected: { readonly vkey?: string } = {}): Said {
  const bytes = [encode(bundle), encode(since)] as const;
  const ours = verifyBundle(...bytes, expected).problems.map(({ code, at, message }) => ({
    code,
    at,
    message,
  }));
  expect(carried.verifyLog(...bytes, expected)).toEqual(ours);
  return ours.map(({ code, at }: Pick<EvidenceProblem, "code" | "at">) => `${code} ${at}`);
}

function saved(checkpoint: number | string): SavedCheckpoint {
  return {
    format: 1,
    checkpoint: typeof checkpoint === "number" ? (SAVED[checkpoint] ?? "") : checkpoint,
    vkey: VKEY,
  };
}

function bodiesFrom(position: number, log = LOG): readonly string[] {
  return log.leaves.slice(position).flatMap(({ auditEvent }) => auditEvent?.body ?? []);
}

async function bundleSince(since: number, log = LOG, parts: Partial<LogBundle> = {}): Promise<LogBundle> {
  const checkpoint = log.checkpoints.at(-1)?.note ?? "";
  const bodies = bodiesFrom(since, log);
  return { ...(await makeBundle({ since, checkpoint, vkey: VKEY, bodies }, readerOf(log))), ...parts };
}

describe("a bundle", () => {
  it("shows that the log only grew since any checkpoint, with and without the entries", async () => {
    for (const [index, { size }] of LOG.checkpoints.entries()) {
      const { leaves, ...short } = await bundleSince(size);
      expect(leaves?.bodies).toHaveLength(43 - size);
      expect(judged({ ...short, leaves }, saved(index))).toEqual([]);
      expect(judged(short, saved(index), { vkey: VKEY })).toEqual([]);
    }
  });

  it("shows all of the log to whoever kept the empty one", async () => {
    const empty = saved(signCheckpoint(SIGNER, { size: 0, root: leafHashOfNothing() }));
    expect(judged(await bundleSince(0), empty)).toEqual([]);
    const other = saved(signCheckpoint(SIGNER, { size: 0, root: leafHash("x") }));
    expect(judged(await bundleSince(0), other)).toEqual(["not-consistent /bundle/checkpoint"]);
  });

  it("is held against the checkpoint of a receipt or of an earlier bundle too", async () => {
    expect(judged(await bundleSince(43), RECEIPT)).toEqual([]);
    const earlier = await makeBundle({ since: 9, checkpoint: SAVED[1] ?? "", vkey: VKEY }, readerOf(LOG));
    expect(judged(await bundleSince(18), earlier)).toEqual([]);
  });

  it("is not made of a log that is shorter than what was kept", async () => {
    const checkpoint = SAVED[0] ?? "";
    await expect(makeBundle({ since: 18, checkpoint, vkey: VKEY }, readerOf(LOG))).rejects.toThrow(
      RangeError,
    );
  });

  it.each([
    ["an older copy that was put back", 1, { checkpoint: SAVED[0] ?? "" }, "older-log /bundle/checkpoint"],
    ["a proof that was changed", 1, { proof: [leafHash("x")] }, "not-consistent /bundle/checkpoint"],
    [
      "another log of the same length",
      3,
      { checkpoint: signCheckpoint(SIGNER, { size: 43, root: leafHash("x") }), proof: [] },
      "forked /bundle/checkpoint",
    ],
    [
      "a checkpoint that was changed",
      1,
      { checkpoint: (SAVED[3] ?? "").replace("\n43\n", "\n44\n") },
      "bad-signature /bundle/checkpoint",
    ],
    ["another key", 1, { vkey: "x" }, "other-key /bundle/vkey", "bad-key /bundle/vkey"],
    [
      "an entry that was changed",
      1,
      { leaves: changedLeaves((bodies) => ["x", ...bodies.slice(1)]) },
      ...LEAVES(),
    ],
    ["an entry that is left out", 1, { leaves: changedLeaves((bodies) => bodies.slice(1)) }, ...LEAVES()],
    ["entries in another order", 1, { leaves: changedLeaves((bodies) => bodies.toReversed()) }, ...LEAVES()],
    ["an entry more", 1, { leaves: changedLeaves((bodies) => [...bodies, "{}"]) }, ...LEAVES()],
    [
      "peaks that are others",
      1,
      { leaves: { peaks: [leafHash("x")], bodies: [] } },
      "leaves-differ /bundle/leaves/peaks",
    ],
    ["no bundle", 1, { proof: "x" }, "wrong-shape /bundle/proof"],
    ["no leaves", 1, { leaves: [] }, "wrong-shape /bundle/leaves"],
    [
      "leaves of other kinds",
      1,
      { leaves: { bodies: [1] } },
      "wrong-shape /bundle/leaves/peaks",
      "wrong-shape /bundle/leaves/bodies",
    ],
  ] as const)("with %s does not hold", async (_name, index, change, ...problems) => {
    const bundle = await bundleSince(LOG.checkpoints[index]?.size ?? 0);
    expect(judged({ ...bundle, ...change }, saved(index))).toEqual(problems);
  });

  function changedLeaves(change: (bodies: readonly string[]) => readonly string[]) {
    return {
      peaks: [LOG.nodes.get("4/0") ?? "", LOG.nodes.get("1/8") ?? ""],
      bodies: change(bodiesFrom(18)),
    };
  }

  function LEAVES(): readonly string[] {
    return ["leaves-differ /bundle/leaves/bodies"];
  }

  it("of a log that was written anew does not hold against what was kept", async () => {
    const forged = await rewritten(12, [eventRow(77), ...eventsFrom(13)]);
    expect(judged(await bundleSince(9, forged), saved(0))).toEqual([]);
    expect(judged(await bundleSince(18, forged), saved(1))).toEqual(["not-consistent /bundle/checkpoint"]);
    expect(judged(await bundleSince(43, forged), saved(3))).toEqual(["forked /bundle/checkpoint"]);
  });

  it("is held against a checkpoint of the same log and key only", async () => {
    const bundle = await bundleSince(18);
    const other = signerOf(1, "elsewhere.example.org");
    const root = LOG.checkpoints[1]?.rootHash ?? "";
    expect(judged(bundle, saved(signCheckpoint(other, { size: 18, root })))).toEqual([
      "other-log /since/checkpoint",
    ]);
    expect(judged(bundle, { checkpoint: 1 })).toEqual([
      "wrong-shape /since/checkpoint",
      "wrong-shape /since/vkey",
    ]);
    expect(judged(bundle, saved(1), { vkey: "x" })).toEqual([
      "other-key /since/vkey",
      "other-key /bundle/vkey",
    ]);
    expect(judged(bundle, [])).toEqual(["wrong-shape /since"]);
  });
});

function leafHashOfNothing(): string {
  return "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
}
