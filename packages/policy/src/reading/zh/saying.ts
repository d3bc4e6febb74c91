import type { EventOf, EventType } from "@evenhand/domain";
import type { EventPlace } from "../event-place.ts";
import type { Vocabulary } from "../vocabulary.ts";

/** What an event needs to be said in Chinese, where whom it is about mostly goes without saying. */
export type Saying<Type extends EventType = EventType> = {
  readonly event: EventOf<Type>;
  readonly place: EventPlace;
  readonly vocabulary: Vocabulary;
  /** The rule is asked of each party. */
  readonly ofParty: boolean;
  /** A party event of a rule for persons only. */
  readonly forPersons: boolean;
  /** The fact that the conditions asked for last: “该日” says which. */
  readonly knownLast: string | undefined;
};
