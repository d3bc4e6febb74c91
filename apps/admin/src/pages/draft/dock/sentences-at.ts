import type { PolicyReading, ReadingEntry } from "@evenhand/policy";

/**
 * The sentences of what is being edited: those of the smallest part that the place lies in, or else those of the parts
 * that lie in it.
 *
 * @example sentencesAt(reading, "/tables/fines/rows/2/then").map(({ id }) => id) // ["fines#3"]
 * @example sentencesAt(reading, "/tables/fines").map(({ id }) => id) // ["fines#1", "fines#2", "fines#3"]
 */
export function sentencesAt(reading: PolicyReading, place: string): readonly ReadingEntry[] {
  const entries = reading.sections.flatMap((section) => [...section.intro, ...section.entries]);
  const around = entries.filter(({ pointer }) => pointer !== "" && lies(place, pointer));
  const smallest = Math.max(...around.map(({ pointer }) => pointer.length));
  return around.length > 0
    ? around.filter(({ pointer }) => pointer.length === smallest)
    : entries.filter(({ pointer }) => lies(pointer, place));
}

function lies(place: string, part: string): boolean {
  return place === part || place.startsWith(`${part}/`);
}
