import type { Checkpoint } from "../checkpoint/checkpoint.ts";
import { isConsistent } from "../merkle/consistency.ts";
import { EMPTY_ROOT, type Hash } from "../merkle/hash.ts";
import { type EvidenceProblem, type Verification, problem } from "../problems.ts";

/**
 * Whether the newer checkpoint only added to what the older one named: `other-log`, `older-log` where the log has become
 * shorter (its tail was cut, or an older copy was put back), `forked` where one size has two roots, `not-consistent`
 * where the proof shows something else. Every log goes on from the empty one, without a proof.
 *
 * The signatures are not looked at; both checkpoints come from `verifyCheckpoint`.
 *
 * @example
 * verifyConsistency(saved, current, await consistencyProof(read, { oldSize: saved.size, newSize: current.size }))
 * // { problems: [] }
 */
export function verifyConsistency(
  older: Checkpoint,
  newer: Checkpoint,
  proof: readonly Hash[],
): Verification {
  const found = inconsistency(older, newer, proof);
  return { problems: found ? [found] : [] };
}

function inconsistency(
  older: Checkpoint,
  newer: Checkpoint,
  proof: readonly Hash[],
): EvidenceProblem | undefined {
  if (older.origin !== newer.origin) return problem({ ...OTHER_LOG, at: "" });
  if (newer.size < older.size) return problem({ ...olderLog(older.size, newer.size), at: "" });
  const { oldRoot, newRoot } = { oldRoot: older.root, newRoot: newer.root };
  const sizes = { oldSize: older.size, newSize: newer.size };
  if (older.size === 0 && newer.size > 0) {
    return older.root === EMPTY_ROOT && proof.length === 0
      ? undefined
      : problem({ ...NOT_CONSISTENT, at: "" });
  }
  if (isConsistent({ ...sizes, oldRoot, newRoot, proof })) return undefined;
  const isForked = older.size === newer.size && oldRoot !== newRoot;
  return problem({ ...(isForked ? FORKED : NOT_CONSISTENT), at: "" });
}

const OTHER_LOG = {
  code: "other-log",
  en: "the checkpoint is of another log",
  zh: "检查点属于另一日志",
} as const;

function olderLog(before: number, now: number) {
  return {
    code: "older-log",
    en: `the log has ${now} entries, and had ${before} before: it was cut, or an older copy was put back`,
    zh: `日志现有${now}条，此前已有${before}条：末尾被截去，或恢复成了旧的备份`,
  } as const;
}

const FORKED = {
  code: "forked",
  en: "two different logs of the same length were signed",
  zh: "同样长度的日志被签署了两个不同的版本",
} as const;

const NOT_CONSISTENT = {
  code: "not-consistent",
  en: "the log did not only grow: something before the earlier checkpoint was changed, or the proof is wrong",
  zh: "日志并非只有追加：较早检查点之前的内容有变动，或证明有误",
} as const;
