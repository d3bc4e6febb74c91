import type { LocalizedText, Policy } from "@evenhand/domain";

/** A part of a policy that people know by a name or a number, and where it stands in the document. */
export type PolicyPlace = {
  readonly kind: "rule" | "table" | "row" | "parameter" | "gate" | "note" | "conflict" | "cap" | "fact";
  /** A JSON pointer, by which the reading marks the sentence. */
  readonly pointer: string;
  readonly name?: LocalizedText;
  /** Of a row or a note, counted from 1. */
  readonly number?: number;
};

export function rowPlace(row: {
  readonly table: string;
  readonly label: LocalizedText;
  readonly index: number;
}): PolicyPlace {
  return {
    kind: "row",
    pointer: `/tables/${row.table}/rows/${row.index}`,
    name: row.label,
    number: row.index + 1,
  };
}

/**
 * What a change says that it reaches, found in the document: a rule by its id, `<table>#<row>`, a table, `gate:<kind>`,
 * `cap`, `conflict` or a fact. Undefined where the document has nothing of the kind.
 */
export function reachedPlace(id: string, policy: Policy): PolicyPlace | undefined {
  if (id === "cap" || id === "conflict") return { kind: id, pointer: `/${id}` };
  const gate = policy.gates?.findIndex(({ kind }) => `gate:${kind}` === id) ?? -1;
  if (gate >= 0) return placed("gate", `/gates/${gate}`, policy.gates?.[gate]?.label);
  const rule = policy.rules.findIndex((one) => one.id === id);
  if (rule >= 0) return placed("rule", `/rules/${rule}`, policy.rules[rule]?.label);
  const [tableId = "", rowId] = id.split("#");
  const table = Object.hasOwn(policy.tables, tableId) ? policy.tables[tableId] : undefined;
  const index = table?.rows.findIndex((row) => row.id === rowId) ?? -1;
  if (table && index >= 0) return rowPlace({ table: tableId, label: table.label, index });
  if (table && rowId === undefined) return placed("table", `/tables/${tableId}`, table.label);
  for (const scope of ["case", "party"] as const)
    if (Object.hasOwn(policy.facts[scope], id))
      return placed("fact", `/facts/${scope}/${id}`, policy.facts[scope][id]?.label);
  return undefined;
}

function placed(
  kind: PolicyPlace["kind"],
  pointer: string,
  name: LocalizedText | undefined,
): PolicyPlace | undefined {
  return name && { kind, pointer, name };
}

/** Whether a sentence is on all of something and not on one of it, as several may be. */
export function isOnAll(pointer: string): boolean {
  return /^\/(?:rules|gates|facts\/(?:case|party))$/.test(pointer);
}

/** The id by which the reading of a version marks what stands at a pointer. */
export function markOf(pointer: string): string {
  return `at${pointer}`;
}

/** The address of a sentence in the reading of a version. */
export function addressInReading(found: {
  readonly policy: string;
  readonly version: number;
  readonly pointer: string;
}): string {
  return `/policies/${found.policy}?version=${found.version}#${markOf(found.pointer)}`;
}
