import { type Accessor, createSignal, onCleanup } from "solid-js";

/** What the command palette groups its commands by, in its order. */
export const COMMAND_GROUPS = ["here", "go", "policies", "drafts", "create", "compare", "other"] as const;

/** Something that can be done from anywhere by its name. */
export type Command = {
  /** Unique among all that are offered. */
  readonly id: string;
  readonly group: (typeof COMMAND_GROUPS)[number];
  readonly name: string;
  /** What it is found by as well: the name in the other language, an id, articles. */
  readonly also?: readonly string[];
  /** What stands beside the name. */
  readonly hint?: string;
  /** The keys that do the same, as people write them. */
  readonly keys?: string;
  readonly run: () => void;
};

const [offers, setOffers] = createSignal<readonly Accessor<readonly Command[]>[]>([]);

/** Offers commands in the palette for as long as the component that calls this is shown. */
export function offerCommands(commands: Accessor<readonly Command[]>): void {
  setOffers((all) => [...all, commands]);
  onCleanup(() => setOffers((all) => all.filter((one) => one !== commands)));
}

/** What is offered by whatever is shown. */
export function offeredCommands(): readonly Command[] {
  return offers().flatMap((commands) => commands());
}
