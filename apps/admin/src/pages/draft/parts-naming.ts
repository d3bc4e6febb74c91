import type { LocalizedText } from "@evenhand/domain";
import { type Json, type JsonObject, fieldsOf, itemsOf, pointerTo } from "../../document/pointer.ts";

export type NamedPart = {
  readonly pointer: string;
  readonly id: string;
  readonly label: LocalizedText | undefined;
};

/** The parts of a document in which a fact is read by its name, such as `parameter.closeDays`: rules, tables, and the cap. */
export function partsNaming(document: JsonObject, fact: string): readonly NamedPart[] {
  const places: readonly (readonly [string, Json])[] = [
    ...Object.entries(fieldsOf(document["cap"])).map(([id, part]) => [pointerTo("cap", id), part] as const),
    ...Object.entries(fieldsOf(document["tables"])).map(
      ([id, part]) => [pointerTo("tables", id), part] as const,
    ),
    ...itemsOf(document["rules"]).map((part, index) => [pointerTo("rules", index), part] as const),
  ];
  return places
    .filter(([, part]) => names(part, fact))
    .map(([pointer, part]) => {
      const { id, label } = fieldsOf(part);
      return {
        pointer,
        id: typeof id === "string" ? id : pointer.slice(1),
        label: typeof label === "object" ? (label as LocalizedText) : undefined,
      };
    });
}

function names(node: Json, fact: string): boolean {
  if (typeof node !== "object" || node === null) return false;
  return Object.entries(node).some(([key, child]) =>
    key === "fact" ? child === fact : names(child as Json, fact),
  );
}
