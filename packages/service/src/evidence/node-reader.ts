import type { NodeReader } from "@evenhand/evidence";
import { type Db, nodesAt } from "@evenhand/store";

/** The stored nodes of the log as proofs ask for them. */
export function nodeReader(db: Db): NodeReader {
  return async (places) => {
    const rows = await nodesAt(db, places);
    const byPlace = new Map(rows.map(({ level, position, hash }) => [`${level}/${position}`, hash]));
    return places.map(({ level, position }) => byPlace.get(`${level}/${position}`));
  };
}
