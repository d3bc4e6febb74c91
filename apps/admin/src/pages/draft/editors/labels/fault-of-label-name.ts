import { isIdentifier } from "@evenhand/domain";

/** What keeps one of several names from being called so. */
export type LabelNameFault = "empty" | "malformed" | "taken";

/** @example faultOfLabelName(["phone"], "Phone") // "malformed" */
export function faultOfLabelName(names: readonly string[], name: string): LabelNameFault | undefined {
  if (name === "") return "empty";
  if (!isIdentifier(name)) return "malformed";
  return names.includes(name) ? "taken" : undefined;
}
