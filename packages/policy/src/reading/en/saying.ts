import type { EventOf, EventType } from "@evenhand/domain";
import type { EventPlace } from "../event-place.ts";
import type { Vocabulary } from "../vocabulary.ts";
import type { Actor } from "./actor.ts";

/** What an event needs to be said: where it stands, whom it is about, and what the conditions have said already. */
export type Saying<Type extends EventType = EventType> = {
  readonly event: EventOf<Type>;
  readonly place: EventPlace;
  readonly actor: Actor;
  readonly vocabulary: Vocabulary;
  /** A party event of a rule for persons only. */
  readonly forPersons: boolean;
  /** The fact that the conditions asked for last: "of that day" says which. */
  readonly knownLast: string | undefined;
};
