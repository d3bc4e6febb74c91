import { isFactName } from "@evenhand/domain";

/** What keeps a figure or fact from being called so. */
export type NameFault = "empty" | "malformed" | "taken";

export function faultOfName(name: string, isTaken: boolean): NameFault | undefined {
  if (name === "") return "empty";
  if (!isFactName(name)) return "malformed";
  return isTaken ? "taken" : undefined;
}
