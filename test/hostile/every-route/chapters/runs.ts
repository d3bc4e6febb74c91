import type { Json } from "../visit.ts";

/** Whether nothing more comes of a run. */
export function isOver({ state }: Json): boolean {
  return state !== "queued" && state !== "running";
}
