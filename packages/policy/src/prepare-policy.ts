import type { Policy, PolicyVersion, Rule } from "@evenhand/domain";
import { contentHash, deepFreeze } from "@evenhand/domain";
import { compileTable } from "./table/compile-table.ts";

/**
 * A validated policy made ready to be decided under: the document, its identity, and its rules followed by those of its
 * tables, all of it copied and frozen. Tables come in the order of their ids, since the order of keys in a document
 * means nothing. Throws a `TypeError` on a document that JSON cannot hold.
 *
 * INVARIANT: documents with the same canonical JSON give the same version, whatever the order of their keys.
 *
 * @example
 * preparePolicy(policy).hash // "5d41…", the SHA-256 of the document's canonical JSON
 */
export function preparePolicy(policy: Policy): PolicyVersion {
  const document = structuredClone(policy);
  return deepFreeze({ policy: document, hash: contentHash(document), rules: allRules(document) });
}

function allRules(policy: Policy): readonly Rule[] {
  const tables = Object.entries(policy.tables).toSorted(([left], [right]) =>
    left < right ? -1 : Number(left > right),
  );
  const { parameters } = policy;
  return [...policy.rules, ...tables.flatMap(([id, table]) => compileTable(id, table, { parameters }))];
}
