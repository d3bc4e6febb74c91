import type { StoredNode } from "../merkle/node-place.ts";
import { type EvidenceProblem, problem } from "../problems.ts";

/** A leaf that is missing, or stands twice. */
export function leafOutOfPlace(wanted: number, found: number): EvidenceProblem {
  return problem({
    code: "leaf-out-of-place",
    at: `/leaves/${wanted}`,
    en: `leaf ${found} stands where leaf ${wanted} belongs`,
    zh: `第${wanted}号叶的位置上是第${found}号叶`,
  });
}

/** A node that is gone, or is not the hash of what stands below it. */
export function nodeProblem({ level, position }: StoredNode, isThere: boolean): EvidenceProblem {
  const place = { en: `node ${position} of level ${level}`, zh: `第${level}层第${position}号节点` };
  return isThere
    ? problem({
        code: "node-altered",
        at: `/nodes/${level}/${position}`,
        en: `${place.en} is not the hash of what stands below it`,
        zh: `${place.zh}与其下内容的散列值不符`,
      })
    : problem({
        code: "node-missing",
        at: `/nodes/${level}/${position}`,
        en: `${place.en} is missing`,
        zh: `缺少${place.zh}`,
      });
}

/** Nodes beyond those that a tree of this size has. */
export function nodesSuperfluous(count: number): EvidenceProblem {
  return problem({
    code: "nodes-superfluous",
    at: "/nodes",
    en: `${count} nodes belong to no leaf`,
    zh: `有${count}个节点不属于任何叶`,
  });
}

/** A checkpoint names more leaves than there are. */
export function leavesMissing(signed: number, size: number, at: string): EvidenceProblem {
  return problem({
    code: "leaves-missing",
    at,
    en: `${signed} leaves were signed, but the log has ${size}: its end was cut, or an older copy was put back`,
    zh: `已签名的叶有${signed}片，日志中只有${size}片：末尾被截去，或恢复成了旧的备份`,
  });
}

/** Leaves after the last checkpoint: anybody could have added them. */
export function leavesUnsigned(signed: number, size: number): EvidenceProblem {
  return problem({
    code: "leaves-unsigned",
    at: `/leaves/${signed}`,
    en: `the leaves from ${signed} to ${size - 1} are under no checkpoint`,
    zh: `第${signed}至${size - 1}号叶没有检查点`,
  });
}
