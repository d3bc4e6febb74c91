import { verifyCheckpoint } from "../checkpoint/checkpoint.ts";
import type { Hash } from "../merkle/hash.ts";
import { type EvidenceProblem, problem } from "../problems.ts";
import type { CheckpointRow } from "./log-rows.ts";

/** What does not hold of a stored checkpoint: its signature, its columns, or its root, which `root` should be. */
export function checkpointProblems(
  { size, rootHash, note }: CheckpointRow,
  root: Hash | undefined,
  vkey: string,
): readonly EvidenceProblem[] {
  const at = `/checkpoints/${size}`;
  const verified = verifyCheckpoint(note, vkey, { note: at, key: at });
  if ("problems" in verified) return verified.problems.map((each) => of(size, each));
  const { checkpoint } = verified;
  if (checkpoint.size !== size || checkpoint.root !== rootHash) {
    const differs = problem({
      code: "checkpoint-altered",
      at,
      en: "its columns differ from what was signed",
      zh: "其各列与已签名的内容不符",
    });
    return [of(size, differs)];
  }
  return checkpoint.root === root ? [] : [rootDiffers(size, at)];
}

/** The leaves before `size` are not those that were signed. */
export function rootDiffers(size: number, at: string): EvidenceProblem {
  return problem({
    code: "root-differs",
    at,
    en: `the first ${size} leaves are not those that were signed`,
    zh: `前${size}片叶与已签名的内容不符`,
  });
}

function of(size: number, { message, ...rest }: EvidenceProblem): EvidenceProblem {
  return {
    ...rest,
    message: {
      en: `checkpoint over ${size} leaves: ${message.en}`,
      zh: `${size}片叶的检查点：${message.zh}`,
    },
  };
}
