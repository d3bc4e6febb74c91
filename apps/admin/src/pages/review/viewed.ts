import { contentHash } from "@evenhand/domain";
import { type Accessor, createEffect, createSignal, on } from "solid-js";
import type { ChangedThing } from "../../changes/group-changes.ts";

/** Which changes of a draft somebody has viewed: by the key of each, the mark of what it said then. */
type Marks = Readonly<Record<string, string>>;

export type Viewed = {
  readonly isViewed: (thing: ChangedThing) => boolean;
  readonly mark: (thing: ChangedThing, isViewed: boolean) => void;
};

/**
 * What somebody has viewed of a draft, kept in this browser for them alone. A change that says something else by now
 * counts as not viewed.
 */
export function createViewed(of: Accessor<{ readonly person: string; readonly draft: string }>): Viewed {
  const place = (): string => `evenhand.viewed.${of().person}.${of().draft}`;
  const [marks, setMarks] = createSignal<Marks>(read(place()));
  createEffect(on(place, (at) => setMarks(read(at)), { defer: true }));
  return {
    isViewed: (thing) => marks()[thing.key] === markOf(thing),
    mark: (thing, isViewed) => {
      const { [thing.key]: _, ...others } = marks();
      setMarks(isViewed ? { ...others, [thing.key]: markOf(thing) } : others);
      localStorage.setItem(place(), JSON.stringify(marks()));
    },
  };
}

/** The same exactly as long as a change says the same and reaches the same. */
export function markOf({ changes }: ChangedThing): string {
  return contentHash(
    JSON.stringify(
      changes.map(({ kind, field, before, after, reaches }) => ({ kind, field, before, after, reaches })),
    ),
  );
}

function read(place: string): Marks {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? "{}");
    return typeof kept === "object" && kept !== null ? (kept as Marks) : {};
  } catch {
    return {};
  }
}
